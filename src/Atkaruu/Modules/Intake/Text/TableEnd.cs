using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>Finds where the table ends and the signatures begin.</summary>
internal static partial class TableEnd
{
    /// <summary>Signatures stand at the very end: no more lines are looked at.</summary>
    private const int MaxLines = 40;

    /// <summary>«Б.Ж.Бакыбеков», also with the name first.</summary>
    [GeneratedRegex(@"(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}\p{Ll}+$|\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s?){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:аким|вице-аким|башчы|жетекчи|аппарат|т[өо]рага|орун басар|координатор|катчы|макулдашылды|даярдаган|глава|заместитель|руководитель|начальник|председатель|согласовано|исполнитель|и\.\s?о\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Post();

    /// <summary>Index of the first line of the signatures; the number of lines where there are none.</summary>
    public static int Of(IReadOnlyList<PrintedLine> lines, int first)
    {
        var start = lines.Count;
        for (var i = lines.Count - 1; i >= Math.Max(first, lines.Count - MaxLines); i--)
            if (Signs(lines, i)) start = i;
            else if (start - i > 3) break;
        return start;
    }

    /// <summary>A line with a post and a name, far apart; or a post whose name stands in the next line.</summary>
    private static bool Signs(IReadOnlyList<PrintedLine> lines, int i)
    {
        var text = lines[i].Text;
        if (Name().IsMatch(text)) return Post().IsMatch(text) || lines[i].Raw.Trim().Contains("    ", StringComparison.Ordinal) || i > 0 && Post().IsMatch(lines[i - 1].Text);
        return Post().IsMatch(text) && i + 1 < lines.Count && Name().IsMatch(lines[i + 1].Text);
    }
}
