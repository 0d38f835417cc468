namespace Atkaruu.Kernel;

/// <summary>
/// One text in the languages of the pages. Kyrgyz is the document's own and always there; the others are unofficial
/// translations and may be missing.
/// </summary>
public sealed record Words(string Ky, string? Ru = null, string? En = null)
{
    /// <summary>The text in a language, or the Kyrgyz original where it has not been translated.</summary>
    public string In(string language) => language switch { "ru" => Ru ?? Ky, "en" => En ?? Ky, _ => Ky };

    /// <summary>The language that <see cref="In"/> really answers in, for the <c>lang</c> attribute.</summary>
    public string LanguageIn(string language) => language switch { "ru" when Ru is not null => "ru", "en" when En is not null => "en", _ => "ky" };
}
