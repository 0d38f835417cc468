using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>From the reading of the pieces to the rows of the table.</summary>
internal sealed class TableAssembly(Piece[] pieces, IReadOnlyList<SourceColumn> columns, IReadOnlyList<Trail> trails, EdgeMargins margins, CellText text)
{
    /// <summary>Below this a cell says why it is doubtful.</summary>
    private const double Doubtful = 0.8;

    /// <summary>A cell that is missing may really be empty on paper, or be lost in its neighbour.</summary>
    private const double Missing = 0.6;

    private readonly List<ColumnRole> _roles = [.. columns.Select(column => column.Role)];
    private readonly Dictionary<int, double> _sureness = [];

    public IReadOnlyList<SourceRow> Rows()
    {
        var rows = new List<SourceRow>();
        for (var i = 0; i < trails.Count;)
        {
            var first = i++;
            while (i < trails.Count && trails[i].Step is not (Step.Row or Step.Section)) i++;
            rows.Add(trails[first].Step == Step.Section ? Section(first, i) : Measure(first, i));
        }
        return rows;
    }

    private SectionRow Section(int first, int end) =>
        new(pieces[trails[first].Piece].Line.Where, text.Join(Lines(first, end)), Math.Min(EdgeAt(first), EdgeAt(end)));

    private MeasureRow Measure(int first, int end)
    {
        var row = EdgeAt(first);
        return new(
            pieces[trails[first].Piece].Line.Where,
            Cell(ColumnRole.Number, first, end, row, "row", null),
            Cell(ColumnRole.Task, first, end, 1, "task", null),
            Cell(ColumnRole.Title, first, end, row, "title", "title-missing"),
            Cell(ColumnRole.Schedule, first, end, 1, "schedule", "schedule-missing"),
            Cell(ColumnRole.Result, first, end, 1, "result", "result-missing"),
            Cell(ColumnRole.Responsible, first, end, 1, "responsible", "responsible-missing"))
        {
            Further = columns.Where(column => column.Role is ColumnRole.Funding or ColumnRole.Amount)
                .ToDictionary(column => column, column => Cell(column.Role, first, end, 1, "further", null)),
        };
    }

    /// <summary>One cell: its words, how sure its edges are, and what to say where they are not.</summary>
    /// <param name="sureness">What is known about the row beforehand.</param>
    private SourceCell Cell(ColumnRole role, int first, int end, double sureness, string doubt, string? missing)
    {
        var column = _roles.IndexOf(role);
        if (column < 0) return SourceCell.Empty;
        var parts = Parts(column, first, end);
        if (parts.Count == 0) return missing is null ? new("", sureness) : new("", Missing, Said(missing));

        foreach (var (from, to) in parts) sureness = Math.Min(sureness, Math.Min(from == first ? 1 : EdgeAt(from), EdgeAt(to)));
        if (role == ColumnRole.Number) sureness = EdgeAt(first);
        var words = text.Join(parts.SelectMany(part => Lines(part.From, part.To)));
        return new(role == ColumnRole.Number ? words.TrimEnd('.', ')') : words, Math.Round(sureness, 2),
            sureness >= Doubtful ? null : Said(parts.Count > 1 ? "page" : doubt));
    }

    private static Message Said(string doubt) => new($"intake.text.doubt.{doubt}");

    /// <summary>The stretches of steps that make up a cell: one, or more where pages cut it.</summary>
    private List<(int From, int To)> Parts(int column, int first, int end)
    {
        var parts = new List<(int, int)>();
        for (var i = first; i < end; i++)
        {
            if (trails[i].Column != column) continue;
            var from = i;
            while (i + 1 < end && trails[i + 1] is { Step: Step.Stay }) i++;
            parts.Add((from, i + 1));
        }
        return parts;
    }

    /// <summary>Sureness of the edge at which a step begins a cell: 0.5 guessed … 1 sure. The table's own edges are sure.</summary>
    private double EdgeAt(int step)
    {
        if (step <= 0 || step >= trails.Count) return 1;
        if (!_sureness.TryGetValue(step, out var sureness)) _sureness[step] = sureness = 1 / (1 + Math.Exp(-margins.At(step)));
        return sureness;
    }

    /// <summary>The words of some steps, line by line.</summary>
    private List<string> Lines(int first, int end)
    {
        var lines = new List<string>();
        for (var i = trails[first].Piece; i < trails[end - 1].Next; i++)
            if (pieces[i].StartsLine || lines.Count == 0) lines.Add(pieces[i].Text);
            else lines[^1] += " " + pieces[i].Text;
        return lines;
    }
}
