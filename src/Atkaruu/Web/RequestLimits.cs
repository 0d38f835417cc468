using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Atkaruu.Web;

/// <summary>How much a request may bring. A page that takes photographs raises the limit of the body for itself.</summary>
internal static class RequestLimits
{
    private const int Body = 1024 * 1024, Headers = 16 * 1024, Line = 8 * 1024, Question = 2 * 1024;

    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = Headers;
        kestrel.Limits.MaxRequestLineSize = Line;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.QueryString.Value?.Length > Question) context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        else if (context.Request.ContentLength > Body && !TakesMore(context)) context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else return next(context);
        return Task.CompletedTask;
    });

    /// <summary>Kestrel watches bodies without a length, and pages that have asked for more say so to it.</summary>
    private static bool TakesMore(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is null or > Body;
}
