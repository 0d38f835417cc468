using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Atkaruu.Bench;

/// <summary>
/// The yardstick: a bare ASP.NET Core application that gives one page's bytes, compressed beforehand, and does nothing else.
/// What the real application loses against it is what its own work costs.
/// </summary>
internal static class Bare
{
    /// <param name="args">url, then pairs of path and file with the brotli bytes.</param>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(args[0]);
        for (var i = 1; i + 1 < args.Length; i += 2)
        {
            var bytes = await File.ReadAllBytesAsync(args[i + 1]);
            app.MapGet(args[i], async context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.ContentEncoding = "br";
                context.Response.ContentLength = bytes.Length;
                await context.Response.BodyWriter.WriteAsync(bytes);
            });
        }
        await app.RunAsync();
    }
}
