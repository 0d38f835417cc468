using System.Text;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>Words that stand together, with no more than a blank between them: a cell's line, or a whole line of prose.</summary>
/// <param name="Base">Its own baseline: on one line of the page, cells may stand a little higher or lower.</param>
internal sealed record Phrase(string Text, double Left, double Right, double Base);

/// <summary>Phrases on one baseline.</summary>
internal sealed record TextLine(double Base, double Size, IReadOnlyList<Phrase> Phrases)
{
    public double Left => Phrases[0].Left;

    public double Right => Phrases[^1].Right;

    public string Text => string.Join(' ', Phrases.Select(p => p.Text));
}

/// <summary>From letters to lines: letters on one baseline make words, words close to each other make phrases.</summary>
internal static class TextLines
{
    /// <summary>Baselines nearer than this share of the letter's size are one: raised figures («м²») belong to their line.</summary>
    private const double SameBase = 0.42;

    /// <summary>A gap wider than this share of the size parts words; where blanks are printed as such, it takes more.</summary>
    private const double WordGap = 0.17, WordGapBesideBlanks = 0.3;

    /// <summary>A gap wider than this share of the size parts phrases: no blank is so wide, and a gutter between columns is wider.</summary>
    private const double PhraseGap = 0.62;

    /// <summary>Lines from the top down, each with its phrases from left to right.</summary>
    public static IReadOnlyList<TextLine> Of(IEnumerable<Glyph> glyphs)
    {
        var all = glyphs.OrderByDescending(g => g.Base).ToList();
        var hasBlanks = all.Exists(g => g.IsBlank);
        List<TextLine> lines = [];
        for (var from = 0; from < all.Count;)
        {
            var to = from + 1;
            var (lowest, size) = (all[from].Base, all[from].Size);
            while (to < all.Count && lowest - all[to].Base <= SameBase * Math.Max(size, all[to].Size))
            {
                if (all[to].Size >= size * 0.9) lowest = all[to].Base;
                size = Math.Max(size, all[to++].Size);
            }
            var line = LineOf(all.GetRange(from, to - from), hasBlanks);
            if (line.Phrases.Count > 0) lines.Add(line);
            from = to;
        }
        return lines;
    }

    /// <summary>The text of a cell: its lines from the top down.</summary>
    public static string TextOf(IEnumerable<Glyph> glyphs) => string.Join('\n', Of(glyphs).Select(line => line.Text));

    private static TextLine LineOf(List<Glyph> glyphs, bool hasBlanks)
    {
        var wordGap = hasBlanks ? WordGapBesideBlanks : WordGap;
        List<Phrase> phrases = [];
        var text = new StringBuilder();
        double left = 0, right = 0, size = 0, height = 0;
        Glyph? last = null;
        var blank = false;
        foreach (var glyph in glyphs.OrderBy(g => g.Left).ThenBy(g => g.Right))
        {
            if (glyph.IsBlank)
            {
                blank = true;
                continue;
            }
            if (last is { } before && IsDrawnTwice(before, glyph)) continue;

            var gap = last is null ? 0 : glyph.Left - right;
            if (last is not null && gap > PhraseGap * Math.Max(glyph.Size, last.Value.Size)) Close();
            else if (text.Length > 0 && (blank || gap > wordGap * glyph.Size)) text.Append(' ');

            if (text.Length == 0) (left, height) = (glyph.Left, glyph.Base);
            text.Append(glyph.Text);
            right = text.Length == glyph.Text.Length ? glyph.Right : Math.Max(right, glyph.Right);
            (last, blank, size) = (glyph, false, Math.Max(size, glyph.Size));
        }
        if (text.Length > 0) Close();
        return new(BaseOf(glyphs), size, phrases);

        void Close()
        {
            if (text.Length > 0) phrases.Add(new(Whole(text.ToString()), left, right, height));
            text.Clear();
        }
    }

    private static double BaseOf(List<Glyph> glyphs)
    {
        var large = glyphs.Max(g => g.Size) * 0.9;
        return glyphs.Where(g => g.Size >= large).Average(g => g.Base);
    }

    /// <summary>Some printers make letters bold by drawing them twice.</summary>
    private static bool IsDrawnTwice(Glyph one, Glyph other) =>
        one.Text == other.Text && Math.Abs(one.Left - other.Left) < 0.1 * one.Size && Math.Abs(one.Base - other.Base) < 0.1 * one.Size;

    /// <summary>Letters drawn in parts (й as и and a breve) made one.</summary>
    private static string Whole(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return new string([.. text.Where(sign => !char.IsSurrogate(sign) && sign is not ('\ufffe' or '\uffff'))]);
        }
    }
}
