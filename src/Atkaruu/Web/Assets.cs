using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Web;

/// <summary>
/// Styles, scripts and pictures of the pages. They are made from Assets/ at build, travel inside the program, and are served
/// from memory already pressed. A name holds the hash of the content, so a browser asks for each only once.
/// </summary>
public static class Assets
{
    private const string Root = "/assets/";

    private sealed record Form(string? Encoding, byte[] Body);
    private sealed record AssetFile(string Type, IReadOnlyList<Form> Forms);

    private static readonly FrozenDictionary<string, string> Names = ReadNames();
    private static readonly FrozenDictionary<string, AssetFile> Files =
        Names.Values.Distinct().ToFrozenDictionary(name => name, ReadFile, StringComparer.Ordinal);

    /// <summary>The address of an asset by its plain name: <c>site.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">The build made no such file.</exception>
    public static string Url(string name) => Root + Names[name];

    internal static void UseAssets(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal, out var rest) ? ServeAsync(context, rest) : next(context));

    private static Task ServeAsync(HttpContext context, PathString rest)
    {
        var response = context.Response;
        var reading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!reading || Files.GetValueOrDefault(rest.Value?.TrimStart('/') ?? "") is not { } file)
        {
            response.StatusCode = reading ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        var form = BestFor(context.Request, file);
        response.ContentType = file.Type;
        response.ContentLength = form.Body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (form.Encoding is not null) response.Headers.ContentEncoding = form.Encoding;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(form.Body).AsTask();
    }

    /// <summary>The smallest form that the browser accepts. The forms stand smallest first, the plain one last.</summary>
    private static Form BestFor(HttpRequest request, AssetFile file)
    {
        IList<StringWithQualityHeaderValue> accepted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var list) ? list : [];
        return file.Forms.First(form => form.Encoding is null || accepted.Any(a => a.Value == form.Encoding && a.Quality is null or > 0));
    }

    private static FrozenDictionary<string, string> ReadNames()
    {
        using var list = typeof(Assets).Assembly.GetManifestResourceStream("assets.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(list)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static AssetFile ReadFile(string name)
    {
        var forms = new[] { ("br", ".br"), ("gzip", ".gz"), ((string?)null, "") }
            .Select(form => (Encoding: form.Item1, Body: Read($"assets/{name}{form.Item2}")))
            .Where(form => form.Body is not null).Select(form => new Form(form.Encoding, form.Body!));
        return new(TypeOf(name), [.. forms]);
    }

    private static byte[]? Read(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        return body;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
