using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Console;

namespace Atkaruu.Web;

/// <summary>What the program writes about its own running: one JSON object a line, for machines; short lines on a terminal, for people.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder app)
    {
        app.Logging.ClearProviders();
        app.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error) // else a line for every page with a form: that it may not be kept, which we had said already
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // why it did not start is said on stderr, in one line
        if (Console.IsOutputRedirected)
            app.Logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                json.IncludeScopes = true;
                json.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
            });
        else
            app.Logging.AddSimpleConsole(plain => (plain.SingleLine, plain.ColorBehavior) = (true, LoggerColorBehavior.Enabled));
    }
}
