namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>How wide the columns of a table are: by their shares, but no narrower than what cannot be broken in them.</summary>
internal static class TableWidths
{
    /// <summary>No word takes more than this of a table for its column: a longer one is broken.</summary>
    private const double MostOfTable = .3;

    /// <param name="least">What each column needs for its longest word, with its padding.</param>
    public static double[] Of(IReadOnlyList<Column> columns, double[] least, double width)
    {
        var shares = columns.Sum(column => Math.Max(column.Width, .01));
        var widths = columns.Select(column => width * Math.Max(column.Width, .01) / shares).ToArray();
        var needs = least.Select(need => Math.Min(need, width * MostOfTable)).ToArray();
        // Twice, because those that give may themselves come to their least.
        for (var round = 0; round < 3; round++)
        {
            var missing = 0.0;
            for (var i = 0; i < widths.Length; i++) missing += Math.Max(0, needs[i] - widths[i]);
            var spare = 0.0;
            for (var i = 0; i < widths.Length; i++) spare += Math.Max(0, widths[i] - needs[i]);
            if (missing < .01 || spare < .01) break;
            var part = Math.Min(1, missing / spare);
            var given = Math.Min(1, spare / missing);
            for (var i = 0; i < widths.Length; i++)
                widths[i] += widths[i] < needs[i] ? (needs[i] - widths[i]) * given : -(widths[i] - needs[i]) * part;
        }
        return widths;
    }

    /// <summary>Width of the longest word or syllable.</summary>
    public static double Longest(List<Atom> atoms, double size)
    {
        var (most, word) = (0.0, 0.0);
        foreach (var atom in atoms)
        {
            word += atom.Width;
            if (atom.End == AtomEnd.None) continue;
            most = Math.Max(most, word + (atom.End == AtomEnd.Soft ? atom.Face.Width('\u00ad', size) : 0));
            word = 0;
        }
        return Math.Max(most, word);
    }
}
