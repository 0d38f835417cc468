using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Web;

/// <summary>A page that has nothing for a method says so (405); without this it would answer a POST as if it were a visit.</summary>
internal sealed class MethodFilter : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery check, whose 400 would explain nothing.</summary>
    public int Order => -2000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page || page.ModelTypeInfo == typeof(ErrorModel)) return;

        var method = context.HttpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return;
        if (page.HandlerMethods.Any(handler => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase))) return;

        var allowed = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Prepend("HEAD").Prepend("GET").Distinct();
        context.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }
}
