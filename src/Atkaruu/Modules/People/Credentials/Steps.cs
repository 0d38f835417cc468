using System.Security.Cryptography;
using System.Text.Json;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// A way through two pages: what the first has found out is sealed and kept by the browser until the second, for
/// minutes. The seal tells what it is for, so that no step can be taken for another.
/// </summary>
public sealed class Steps(IDataProtectionProvider protection, TimeProvider clock)
{
    private sealed record Kept<T>(T Value, DateTime Until);

    public string Seal<T>(string what, T value, TimeSpan lasts) =>
        protection.CreateProtector("people.step", what).Protect(JsonSerializer.Serialize(new Kept<T>(value, clock.Now() + lasts)));

    /// <summary>What was sealed, or nothing when it is too old, for something else, or not ours.</summary>
    public T? Open<T>(string what, string? text) where T : class
    {
        if (text is not { Length: > 0 and < 6000 }) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept<T>>(protection.CreateProtector("people.step", what).Unprotect(text));
            return kept is not null && clock.Now() < kept.Until ? kept.Value : null;
        }
        catch (Exception alien) when (alien is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public void Keep<T>(HttpContext context, string what, T value, TimeSpan lasts) => context.Response.Cookies.Append(Cookie(what), Seal(what, value, lasts), Options(lasts));

    public T? Recall<T>(HttpContext context, string what) where T : class => Open<T>(what, context.Request.Cookies[Cookie(what)]);

    public void Forget(HttpContext context, string what)
    {
        if (context.Request.Cookies.ContainsKey(Cookie(what))) context.Response.Cookies.Delete(Cookie(what), Options(null));
    }

    private static string Cookie(string what) => "__Host-atkaruu-" + what;

    private static CookieOptions Options(TimeSpan? lasts) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts, IsEssential = true };
}
