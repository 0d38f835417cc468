using System.Diagnostics;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Web;

/// <summary>What happened, what to do, and a number to quote. The interface for programs gets the same as problem+json.</summary>
[IgnoreAntiforgeryToken]
[OpenToAll]
public sealed class ErrorModel(PageText text) : PageModel
{
    private static readonly int[] Explained = [400, 404, 405, 409, 413, 414, 422, 500, 503, 507];

    public int Status { get; private set; }

    /// <summary>A broken rule's own sentence, when that is what happened.</summary>
    public Message? Rule { get; private set; }

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>Which of our explanations fits.</summary>
    public string Key => $"error.{(Explained.Contains(Status) ? Status : Status >= 500 ? 500 : 400)}";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!failed) Response.StatusCode = StatusCodes.Status404NotFound; // somebody typed /error

        Status = Response.StatusCode;
        Rule = (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as RuleException)?.Sentence;
        Response.Headers.CacheControl = "no-store";
        if (Language.Of(HttpContext).Path.StartsWithSegments("/api", StringComparison.Ordinal)) context.Result = AsProblem();
    }

    private ObjectResult AsProblem() => new(new ProblemDetails
    {
        Status = Status,
        Title = text.Say(Key + ".title"),
        Detail = Rule is null ? text.Say(Key + ".todo") : text.Say(Rule),
        Extensions = { ["traceId"] = TraceId },
    })
    { StatusCode = Status, ContentTypes = { "application/problem+json" } };
}
