using System.Text.RegularExpressions;
using Atkaruu.Web;

namespace Atkaruu.Tests.Web;

public partial class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_three_languages() =>
        Assert.Empty(from key in Texts.All.Keys from language in Texts.Languages where string.IsNullOrWhiteSpace(Texts.All.Raw(key, language)) select $"{key} in {language}");

    /// <summary>In YAML a comma cuts an unquoted text short, and what follows becomes a «language» without a text.</summary>
    [Fact]
    public void No_text_has_another_language_than_the_three() =>
        Assert.Empty(from key in Texts.All.Keys from language in Texts.All.LanguagesOf(key) where !Texts.Languages.Contains(language) select $"{key}: {language}");

    [Fact]
    public void The_three_languages_of_a_text_have_the_same_places_to_fill() =>
        Assert.Empty(from key in Texts.All.Keys where Texts.Languages.Select(l => Places(key, l)).Distinct().Count() > 1 select key);

    [Fact]
    public void Kyrgyz_texts_have_no_letters_from_other_fonts() =>
        Assert.Empty(from key in Texts.All.Keys where Texts.All.Raw(key, "ky")!.Any(c => c is 'ӊ' or 'ҥ' or 'ї' or 'є') select key);

    private static string Places(string key, string language) =>
        string.Join(' ', Place().Matches(Texts.All.Raw(key, language) ?? "").Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();
}
