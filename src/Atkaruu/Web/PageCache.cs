using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Web;

/// <summary>
/// Keeps finished public pages, compressed once, and gives them again until the plan or the day changes: the same bytes for
/// every visitor. Only answers 200 to a GET without cookies are kept, so nothing personal can be among them.
/// A browser that has the page already is told 304.
/// </summary>
public sealed class PageCache(RequestDelegate next, PlanShelf shelf, TimeProvider clock) : IDisposable
{
    /// <summary>Kept pages in all, as pressed. A search makes a page of its own, so there must be a limit.</summary>
    private const long MaxBytes = 24 * 1024 * 1024;
    private const int MaxPageBytes = 2 * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private volatile Stamp _stamp = new(null, default, "");

    /// <summary>What all kept pages depend on: the edition in force and the day in Bishkek (what is due, what is late).</summary>
    private sealed record Stamp(PlanInForce? Plan, DateOnly Day, string Salt);

    /// <param name="Gzip">Also what a rare client that takes nothing pressed is given, unpacked: plain pages would fill the memory.</param>
    private sealed record Kept(string ContentType, byte[] Brotli, byte[] Gzip, StringValues ETag, StringValues Disposition);

    private readonly record struct Key(string PathBase, string Path, string Query, bool Fragment);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Cookie.Count > 0 || request.Headers.Authorization.Count > 0 || request.Path.StartsWithSegments("/healthz") || request.Path.StartsWithSegments("/evidence") || request.Path.StartsWithSegments("/papers") || request.Path.StartsWithSegments("/verify") || request.Path == ErrorPages.Page)
        {
            await next(context);
            return;
        }

        await ForgetWhatIsOldAsync();
        var key = new Key(request.PathBase.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "", request.Headers.ContainsKey("HX-Request"));
        if (_pages.TryGetValue(key, out Kept? kept) && kept is not null)
            await GiveAsync(context, kept);
        else
            await MakeAsync(context, key);
    }

    public void Dispose() => _pages.Dispose();

    private async ValueTask ForgetWhatIsOldAsync()
    {
        var (plan, day) = (await shelf.CurrentAsync(), clock.Today());
        var stamp = _stamp;
        if (ReferenceEquals(stamp.Plan, plan) && stamp.Day == day) return;
        _stamp = new(plan, day, $"{plan?.LogHead}{day:yyyyMMdd}");
        _pages.Clear();
    }

    private async Task MakeAsync(HttpContext context, Key key)
    {
        var (stamp, body) = (_stamp, context.Response.Body);
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var response = context.Response;
        if (!MayKeep(response, written.Length))
        {
            written.Position = 0;
            if (written.Length > 0) await written.CopyToAsync(body, context.RequestAborted);
            return;
        }

        var kept = Keep(written.ToArray(), response, stamp);
        if (ReferenceEquals(stamp, _stamp))
            _pages.Set(key, kept, new MemoryCacheEntryOptions { Size = kept.Brotli.Length + kept.Gzip.Length });
        await GiveAsync(context, kept);
    }

    private static bool MayKeep(HttpResponse response, long length) =>
        response.StatusCode == StatusCodes.Status200OK && length is > 0 and < MaxPageBytes && response.ContentType is not null
        && response.Headers.SetCookie.Count == 0 && response.Headers.ContentEncoding.Count == 0 && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static Kept Keep(byte[] plain, HttpResponse response, Stamp stamp)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. plain, .. System.Text.Encoding.UTF8.GetBytes(stamp.Salt)]))[..20];
        return new(response.ContentType!, Brotli(plain), Gzip(plain), $"\"{hash}\"", response.Headers.ContentDisposition);
    }

    private static byte[] Brotli(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, quality: 6, window: 20) ? packed[..length] : plain;
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(plain);
        return packed.ToArray();
    }

    private static byte[] Plain(byte[] gzip)
    {
        using var plain = new MemoryStream();
        using (var unpacked = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress)) unpacked.CopyTo(plain);
        return plain.ToArray();
    }

    private static ValueTask<FlushResult> GiveAsync(HttpContext context, Kept kept)
    {
        var (headers, accepts) = (context.Response.Headers, context.Request.Headers.AcceptEncoding.ToString());
        var (bytes, encoding) = accepts.Contains("br", StringComparison.Ordinal) ? (kept.Brotli, "br")
            : accepts.Contains("gzip", StringComparison.Ordinal) ? (kept.Gzip, "gzip") : (Plain(kept.Gzip), null);

        headers.ETag = kept.ETag;
        headers.Vary = VaryBy;
        headers.CacheControl = MustAsk;
        if (context.Request.Headers.IfNoneMatch == kept.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return new(default(FlushResult));
        }

        context.Response.ContentType = kept.ContentType;
        if (encoding is not null) headers.ContentEncoding = encoding;
        if (kept.Disposition.Count > 0) headers.ContentDisposition = kept.Disposition;
        context.Response.ContentLength = bytes.Length;
        return context.Response.BodyWriter.WriteAsync(bytes);
    }

    private static readonly StringValues VaryBy = $"{HeaderNames.AcceptEncoding}, HX-Request";
    private static readonly StringValues MustAsk = "no-cache";
}
