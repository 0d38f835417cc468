using System.Text;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>One line of the text layer that has words on it, with what its surroundings tell.</summary>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="Raw">As printed, only odd blanks made plain.</param>
/// <param name="Gap">Empty lines before it: the longest run.</param>
/// <param name="Spacer">A line of nothing but blanks stands before it: the trace of an empty cell or paragraph.</param>
/// <param name="NewPage">First line of a page, as far as the text shows pages.</param>
internal sealed record PrintedLine(int Number, string Raw, int Gap, bool Spacer, bool NewPage)
{
    /// <summary>Trimmed, runs of blanks made one.</summary>
    public string Text { get; } = CellText.Tidy(Raw);

    /// <summary>Blanks at the line's beginning: the trace of an empty cell to the left, or of a paragraph.</summary>
    public int Indent { get; } = Raw.Length - Raw.AsSpan().TrimStart().Length;

    public string Where => $"L{Number}";
}

/// <summary>Cuts a text layer into lines and finds its pages.</summary>
internal static class PrintedLines
{
    /// <summary>A hundred thousand lines are some four thousand measures; a district has about ninety.</summary>
    public const int MaxLines = 100_000;

    public const int MaxLineLength = 4_000;

    /// <exception cref="IntakeException">Too many lines, a line without an end, or signs no text has.</exception>
    public static List<PrintedLine> Of(string text)
    {
        if (text.Length > PlainText.MaxBytes) throw new IntakeException(new("intake.text.too-large", PlainText.MaxBytes / (1024 * 1024)));
        if (text.Contains('\0')) throw new IntakeException(new("intake.text.not-text"));

        var lines = new List<PrintedLine>();
        var (number, gap, run, spacer, formFeed) = (0, 0, 0, false, false);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var raw = NextLine(ref rest);
            if (++number > MaxLines) throw new IntakeException(new("intake.text.too-many-lines", MaxLines));
            if (raw.Length > MaxLineLength) throw new IntakeException(new("intake.text.long-line", number), $"L{number}");

            formFeed |= raw.Contains('\f');
            var plain = Plain(raw);
            if (!plain.AsSpan().IsWhiteSpace())
            {
                lines.Add(new(number, plain, gap, spacer, formFeed));
                (gap, run, spacer, formFeed) = (0, 0, false, false);
            }
            else if (plain.Length > 0)
                (spacer, run) = (true, 0);
            else
                gap = Math.Max(gap, ++run);
        }
        return WithPages(lines);
    }

    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('\n', '\r');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..] is ['\r', '\n', .. var after] ? after : rest[(end + 1)..];
        return line;
    }

    private static string Plain(ReadOnlySpan<char> raw)
    {
        var plain = new StringBuilder(raw.Length);
        foreach (var c in raw)
            if (c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\f'))
                plain.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
        return plain.ToString();
    }

    /// <summary>Where no form feed shows a page, a gap clearly wider than the usual one does.</summary>
    private static List<PrintedLine> WithPages(List<PrintedLine> lines)
    {
        if (lines.Count == 0) return lines;
        int[] gaps = [.. lines.Select(line => line.Gap).Order()];
        var wide = gaps[gaps.Length / 2] + 2;
        return [.. lines.Select(line => line.Gap >= wide ? line with { NewPage = true } : line)];
    }
}
