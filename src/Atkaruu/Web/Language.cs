using System.Globalization;

namespace Atkaruu.Web;

/// <summary>
/// The language of a page, told by its address: Kyrgyz at /…, Russian at /ru/…, English at /en/…. The prefix becomes part of the
/// base path, so that every link a page makes (~/register) stays in its language.
/// </summary>
/// <param name="Code">ky, ru or en.</param>
/// <param name="Path">The address asked for, without the language.</param>
public sealed record Language(string Code, PathString Path, QueryString Query)
{
    /// <summary>The same page, with the same question, in another language.</summary>
    public string LinkTo(string code) => Prefix(code) + (Path.HasValue ? Path.ToUriComponent() : "/") + Query.ToUriComponent();

    /// <summary>The language of a request.</summary>
    public static Language Of(HttpContext context) => context.Features.Get<Language>() ?? new("ky", context.Request.Path, context.Request.QueryString);

    private static string Prefix(string code) => code == "ky" ? "" : "/" + code;

    internal static Task ChooseAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/ky", StringComparison.Ordinal, out var plain))
        {
            context.Response.Redirect((plain.HasValue ? plain.ToUriComponent() : "/") + request.QueryString.ToUriComponent(), permanent: true);
            return Task.CompletedTask;
        }

        var code = "ky";
        foreach (var other in (ReadOnlySpan<string>)["ru", "en"])
            if (request.Path.StartsWithSegments("/" + other, StringComparison.Ordinal, out var rest))
            {
                (code, request.PathBase, request.Path) = (other, request.PathBase.Add("/" + other), rest.HasValue ? rest : new("/"));
                break;
            }

        context.Features.Set(new Language(code, request.Path, request.QueryString));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Texts.Cultures[code];
        context.Response.Headers.ContentLanguage = code;
        return next(context);
    }
}
