using Atkaruu.Modules.Places;

namespace Atkaruu.Web;

/// <summary>What every answer tells the browser not to do, error pages and files included.</summary>
internal static class SecurityHeaders
{
    /// <summary>Under this name in <see cref="HttpContext.Items"/> an answer says that it has a stricter policy of its own.</summary>
    public const string OwnPolicy = "content-security-policy";

    /// <summary>Nothing from elsewhere, nothing inline: a text that slips through unescaped still cannot run or restyle a page.</summary>
    /// <param name="pictures">Another origin that pictures may come from: that of the map's tiles.</param>
    private static string Policy(string? pictures) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{(pictures is null ? "" : " " + pictures)}; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = Policy(app.ApplicationServices.GetRequiredService<TileServer>().Origin);
        app.Use((context, next) =>
        {
            // At the last moment, because the handling of an exception clears what was set before it.
            context.Response.OnStarting(() => { Set(context, policy); return Task.CompletedTask; });
            return next(context);
        });
    }

    private static void Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items[OwnPolicy] as string ?? policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
