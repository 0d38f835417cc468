using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Web;

/// <summary>Sends every failure, thrown or answered, to the page that explains it (Error.cshtml).</summary>
internal static class ErrorPages
{
    public const string Page = "/error";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < 500,
        });
        app.UseStatusCodePagesWithReExecute(Page);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        RuleException rule => rule.Status,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ when DiskFull.Is(exception) => StatusCodes.Status507InsufficientStorage,
        _ when Databases.IsAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
