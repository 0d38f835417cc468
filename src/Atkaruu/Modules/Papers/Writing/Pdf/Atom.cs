namespace Atkaruu.Modules.Papers.Writing.Pdf;

internal enum AtomEnd { None, Space, Hyphen, Soft, Line }

/// <summary>The least that is not broken over lines: a word, a syllable, the shape of a state.</summary>
/// <param name="Text">Without the spaces after it.</param>
/// <param name="Read">What is read instead of its letters.</param>
internal readonly record struct Atom(Run Run, int RunNumber, Face Face, string Text, double Width, AtomEnd End, string? Read = null, bool IsShape = false);

/// <summary>Cuts words where a line may end.</summary>
internal static class Atoms
{
    /// <summary>Width of a state's shape with the room after it, in sizes of the letters.</summary>
    public const double ShapeWidth = 1.25;

    public static List<Atom> Of(Prose prose, TextStyle style, bool soften)
    {
        List<Atom> atoms = [];
        for (var number = 0; number < prose.Runs.Count; number++)
        {
            var run = prose.Runs[number];
            var face = style.Face(run.Look);
            if (run.State is not null) atoms.Add(new(run, number, face, "", ShapeWidth * style.Size, AtomEnd.None, IsShape: true));
            foreach (var (drawn, read) in DrawnText.Of(run.Text ?? "", face))
            {
                if (read is not null) atoms.Add(new(run, number, face, drawn, face.Width(drawn, style.Size), AtomEnd.None, read));
                else Cut(soften ? Web.Kyrgyz.SoftHyphens(drawn) : drawn, run, number, face, style.Size, soften, atoms);
            }
        }
        return atoms;
    }

    private static void Cut(string text, Run run, int number, Face face, double size, bool narrow, List<Atom> into)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = EndAt(text, i, narrow);
            if (end == AtomEnd.None) continue;
            var to = end == AtomEnd.Hyphen && text[i] != '\u200b' ? i + 1 : i;
            var word = text[from..to];
            into.Add(new(run, number, face, word, face.Width(word, size), end));
            from = i + 1;
        }
        if (from < text.Length) into.Add(new(run, number, face, text[from..], face.Width(text.AsSpan(from), size), AtomEnd.None));
    }

    private static AtomEnd EndAt(string text, int i, bool narrow) => text[i] switch
    {
        '\n' => AtomEnd.Line,
        ' ' => IsTied(text, i) ? AtomEnd.None : AtomEnd.Space,
        '\u00ad' => AtomEnd.Soft,
        '\u200b' => AtomEnd.Hyphen,
        // «2025-2030-» and «жылдар» may part in a narrow column, never the years.
        '-' when narrow && i > 0 && char.IsDigit(text[i - 1]) && Letters(text, i + 1, i + 5) => AtomEnd.Hyphen,
        '-' or '–' or '—' => Letters(text, i - 2, i) && Letters(text, i + 1, i + 3) ? AtomEnd.Hyphen : AtomEnd.None,
        '/' => Letters(text, i - 3, i) && Letters(text, i + 1, i + 4) ? AtomEnd.Hyphen : AtomEnd.None,
        _ => AtomEnd.None,
    };

    /// <summary>A dash does not begin a line; a number stands with its № and its %.</summary>
    private static bool IsTied(string text, int space) =>
        (space > 0 && text[space - 1] == '№')
        || (space + 1 < text.Length && text[space + 1] == '%')
        || (space + 2 < text.Length && text[space + 1] is '–' or '—' && text[space + 2] == ' ');

    private static bool Letters(string text, int from, int to)
    {
        if (from < 0 || to > text.Length) return false;
        for (var i = from; i < to; i++)
            if (!char.IsLetter(text[i])) return false;
        return true;
    }
}
