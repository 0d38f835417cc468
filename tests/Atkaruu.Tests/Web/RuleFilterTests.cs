using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Atkaruu.Tests.Web;

public class RuleFilterTests
{
    private sealed class SomeForm : PageModel;

    [Fact]
    public async Task A_broken_rule_gives_the_form_back_with_the_sentence_beside_its_field()
    {
        var done = await SendAsync("POST", new RuleException(new("register.nothing"), "Reason"));

        Assert.True(done.ExceptionHandled);
        Assert.Equal(422, Assert.IsType<PageResult>(done.Result).StatusCode);
        Assert.Equal("Мындай иш-чара табылган жок", Assert.Single(done.ModelState["Reason"]!.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Other_failures_and_visits_are_not_its_business()
    {
        Assert.False((await SendAsync("POST", new InvalidOperationException())).ExceptionHandled);
        Assert.False((await SendAsync("GET", new RuleException(new("register.nothing")))).ExceptionHandled);
    }

    private static async Task<PageHandlerExecutedContext> SendAsync(string method, Exception thrown)
    {
        var http = new DefaultHttpContext { Request = { Method = method } };
        var page = new PageContext(new ActionContext(http, new RouteData(), new CompiledPageActionDescriptor()));
        page.ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), page.ModelState);
        var form = new SomeForm { PageContext = page };
        var done = new PageHandlerExecutedContext(page, [], handlerMethod: null, form) { Exception = thrown };

        await new RuleFilter(new PageText("ky"), new EmptyModelMetadataProvider())
            .OnPageHandlerExecutionAsync(new PageHandlerExecutingContext(page, [], handlerMethod: null, new Dictionary<string, object?>(), form), () => Task.FromResult(done));
        return done;
    }
}
