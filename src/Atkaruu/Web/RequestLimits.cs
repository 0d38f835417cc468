using Microsoft.AspNetCore.Http.Metadata;
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
        if (!(context.Request.QueryString.Value?.Length > Question)) return next(context);
        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    });

    /// <summary>
    /// After routing, because a page says by <c>[RequestSizeLimit]</c> that it takes more; Kestrel, which routing has told so, watches
    /// bodies that come without a length.
    /// </summary>
    public static void UseBodyLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Body;
        if (!(context.Request.ContentLength > most)) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
