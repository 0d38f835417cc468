using Atkaruu.Kernel;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Atkaruu.Web;

/// <summary>Shows a broken rule beside its field and gives the person back the form they filled in, with status 422 (or the rule's own).</summary>
internal sealed class RuleFilter(PageText text, IModelMetadataProvider metadata) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not RuleException rule || HttpMethods.IsGet(context.HttpContext.Request.Method)) return;

        context.ModelState.AddModelError(FieldOf(context.ModelState, rule.Input), text.Say(rule.Sentence));
        done.Result = new PageResult
        {
            StatusCode = rule.Status,
            ViewData = (context.HandlerInstance as PageModel)?.ViewData ?? new ViewDataDictionary(metadata, context.ModelState),
        };
        done.ExceptionHandled = true;
    }

    /// <summary>An entity names the field («Reason»); a form may have it under a prefix («Form.Reason»).</summary>
    private static string FieldOf(ModelStateDictionary sent, string input) =>
        input.Length == 0 || sent.ContainsKey(input) ? input : sent.Keys.FirstOrDefault(key => key.EndsWith("." + input, StringComparison.Ordinal)) ?? input;
}
