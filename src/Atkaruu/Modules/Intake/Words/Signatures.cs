using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>Reads who signed, from the lines below the table: «Акимдин орун басары      Б.Ж.Бакыбеков».</summary>
internal static partial class Signatures
{
    private const int MostLines = 60, Most = 10;

    /// <summary>Post and name as printed, in order. The post may stand on the line above the name.</summary>
    public static IReadOnlyList<Signatory> Read(IReadOnlyList<string> closing)
    {
        List<Signatory> signatories = [];
        var above = "";
        foreach (var line in closing.Where(line => line.Length <= Limits.Cell).Take(MostLines).Select(Cleaned))
        {
            if (FullName().Match(line) is { Success: true } whole && signatories.Count < Most)
            {
                signatories.Add(new($"{above} {Tidy(whole.Groups["post"].Value)}".Trim(), Tidy(whole.Groups["name"].Value)));
                above = "";
                continue;
            }
            var at = 0;
            foreach (Match name in Name().Matches(line))
            {
                var post = $"{above} {Tidy(line[at..name.Index])}".Trim();
                if (post.Length is > 0 and <= Limits.Line && signatories.Count < Most) signatories.Add(new(post, Tidy(name.Value)));
                (above, at) = ("", name.Index + name.Length);
            }
            above = $"{above} {Tidy(line[at..])}".Trim();
        }
        return signatories;
    }

    // Lines for a hand to sign on, and dates left to be filled in, say nothing about the person.
    private static string Cleaned(string line) => Ruling().Replace(line, "  ").Trim();

    private static string Tidy(string text) => Blanks().Replace(text, " ").Trim(' ', ',', '–', '-', '—');

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"_+|[«""“]\s*[_\s]*\s*[»""”]|\(\s*кол\s*тамгасы\s*\)|\(\s*подпись\s*\)|\b(?:М\.О\.|М\.П\.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ruling();

    // Б.Ж.Бакыбеков, З. Шакиров, Шакиров З.Р.
    [GeneratedRegex(
        @"\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:уулу|кызы)\b)?|(?<=\s|^)\p{Lu}\p{Ll}+\s\p{Lu}\.(?:\s?\p{Lu}\.)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // A name without initials can be told from the post only by the run of blanks before it.
    [GeneratedRegex(@"^(?<post>\S.*?)(?:\t+|\s{3,})(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}
