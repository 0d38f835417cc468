namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Words of one run on one line.</summary>
/// <param name="X">From the beginning of the line.</param>
internal sealed record Piece(Run Run, int RunNumber, Face Face, string Text, double X, double Width, string? Read, bool IsShape);

/// <param name="Spaces">Between its words: what grows when the line is to reach both edges.</param>
/// <param name="IsLast">The last of its paragraph, or one that was ended on purpose.</param>
internal sealed record TextLine(IReadOnlyList<Piece> Pieces, double Width, int Spaces, bool IsLast);

/// <summary>Puts atoms on lines, each as full as it goes. A word wider than a line is broken between letters.</summary>
internal sealed class LineBreaker(double most, double size)
{
    /// <summary>A line this full may end before a long word rather than inside it.</summary>
    private const double FullEnough = .72;

    private readonly List<TextLine> _lines = [];
    private readonly List<Atom> _line = [];
    private readonly List<Atom> _next = [];

    public static List<TextLine> Lines(List<Atom> atoms, double most, double size)
    {
        var breaker = new LineBreaker(most, size);
        foreach (var atom in atoms) breaker.Take(atom);
        breaker.Place();
        breaker.End(isLast: true);
        return breaker._lines;
    }

    private void Take(Atom atom)
    {
        _next.Add(atom);
        if (atom.End == AtomEnd.None) return;
        Place();
        if (atom.End == AtomEnd.Line) End(isLast: true);
    }

    /// <summary>What has come since the last place to break goes on this line, or begins the next.</summary>
    private void Place()
    {
        if (_next.Count == 0) return;
        var soft = _next[^1].End == AtomEnd.Soft ? Hyphen(_next[^1]) : 0;
        if (_line.Count > 0 && Measure(_line) + Measure(_next) + soft > most + .01)
        {
            var carried = Carried();
            End(isLast: false);
            _line.AddRange(carried);
        }
        if (_line.Count == 0 && Measure(_next) > most + .01) Tear();
        _line.AddRange(_next);
        _next.Clear();
    }

    /// <summary>A line that would end inside a word ends before it, when it is full enough and the word fits on the next.</summary>
    private List<Atom> Carried()
    {
        if (_line[^1].End != AtomEnd.Soft) return [];
        var space = _line.FindLastIndex(atom => atom.End is AtomEnd.Space or AtomEnd.Hyphen);
        if (space < 0) return [];
        var word = _line[(space + 1)..];
        if (Measure(_line[..(space + 1)]) < most * FullEnough || Measure(word) + Measure(_next) > most) return [];
        _line.RemoveRange(space + 1, word.Count);
        return word;
    }

    /// <summary>Lines of letters, until the rest fits.</summary>
    private void Tear()
    {
        var atoms = _next.ToList();
        _next.Clear();
        var filled = 0.0;
        foreach (var atom in atoms)
        {
            var text = atom.Text;
            while (filled + atom.Face.Width(text, size) > most + .01 && text.Length > 0 && !atom.IsShape)
            {
                var fits = Fitting(atom.Face, text, most - filled);
                if (fits == 0 && filled == 0) fits = 1;
                if (fits > 0) _next.Add(Part(atom, text[..fits], AtomEnd.None));
                text = text[fits..];
                _line.AddRange(_next);
                _next.Clear();
                End(isLast: false);
                filled = 0;
            }
            if (text.Length == 0 && atom.Text.Length > 0 && atom.End == AtomEnd.None) continue;
            _next.Add(Part(atom, text, atom.End));
            filled = Measure(_next);
        }
    }

    private Atom Part(Atom atom, string text, AtomEnd end) => atom with { Text = text, Width = atom.IsShape ? atom.Width : atom.Face.Width(text, size), End = end };

    private int Fitting(Face face, string text, double width)
    {
        var sum = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += face.Width(text[i], size);
            if (sum > width + .01) return i;
        }
        return text.Length;
    }

    private double Hyphen(Atom atom) => atom.Face.Width('\u00ad', size);

    /// <summary>Width of atoms beside each other; the spaces after the last do not count.</summary>
    private double Measure(List<Atom> atoms)
    {
        var sum = 0.0;
        for (var i = 0; i < atoms.Count; i++)
        {
            sum += atoms[i].Width;
            if (atoms[i].End == AtomEnd.Space && (i < atoms.Count - 1 || ReferenceEquals(atoms, _line))) sum += atoms[i].Face.Width(' ', size);
        }
        return sum;
    }

    private void End(bool isLast)
    {
        if (_line.Count == 0 && !isLast) return;
        List<Piece> pieces = [];
        var (x, spaces) = (0.0, 0);
        for (var i = 0; i < _line.Count;)
        {
            var atom = _line[i];
            var text = "";
            var to = i;
            for (; to < _line.Count && Joins(atom, _line[to], to == i); to++)
            {
                var each = _line[to];
                text += each.Text;
                if (each.End == AtomEnd.Space) text += ' ';
                else if (each.End == AtomEnd.Soft && to == _line.Count - 1 && !isLast) text += '\u00ad';
            }
            var width = atom.IsShape ? atom.Width : atom.Face.Width(text, size);
            pieces.Add(new(atom.Run, atom.RunNumber, atom.Face, text, x, width, atom.Read, atom.IsShape));
            x += width;
            spaces += text.Count(letter => letter == ' ');
            i = to;
        }
        if (pieces.Count > 0 && pieces[^1].Text.EndsWith(' '))
        {
            // The space after the last word is there to be read, not to be seen.
            var last = pieces[^1];
            x -= last.Face.Width(' ', size);
            spaces--;
        }
        _lines.Add(new(pieces, x, spaces, isLast));
        _line.Clear();
    }

    private static bool Joins(Atom first, Atom next, bool itself) =>
        itself || (!first.IsShape && !next.IsShape && first.Read is null && next.Read is null && first.RunNumber == next.RunNumber);
}
