using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers;

/// <summary>Words that are not the paper's own, with the language they are in.</summary>
internal static class Runs
{
    /// <summary>Our words of a thing in the language of the paper, or the Kyrgyz ones where nobody has translated them.</summary>
    public static Run Of(this PageText text, Words words, RunLook look = RunLook.Plain) => new(words.In(text.Language), look) { Language = words.LanguageIn(text.Language) };

    /// <summary>The words of the document, of an executor or a verifier: Kyrgyz on every paper.</summary>
    public static Run Original(string kyrgyz, RunLook look = RunLook.Plain) => new(kyrgyz, look) { Language = "ky" };

    /// <summary>So much of what somebody wrote; the whole stands on the page.</summary>
    public static string Cut(string words, int most)
    {
        if (words.Length <= most) return words;
        var space = words.LastIndexOf(' ', most);
        return words[..(space > most / 2 ? space : most)].TrimEnd(' ', ',', ';') + " …";
    }
}
