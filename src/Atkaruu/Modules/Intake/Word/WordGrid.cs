using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Word;

/// <summary>Where the cells of a Word table lie: columns by their widths where the table gives them, else one as wide as another.</summary>
internal sealed class WordGrid
{
    private const int UsualWidth = 1000;

    private readonly List<double> _edges = [0];
    private List<PrintedCell> _cells = [];
    private int _at;

    public void AddColumn(int width)
    {
        if (_edges.Count <= TableLimits.Columns * 4) _edges.Add(_edges[^1] + Math.Max(1, width));
    }

    public void BeginRow() => (_cells, _at) = ([], 0);

    public void Skip(int columns) => _at += Math.Clamp(columns, 0, TableLimits.Columns * 4);

    public void AddCell(int span, string text, bool fromAbove, bool fromLeft)
    {
        var (left, right) = (Edge(_at), Edge(_at + span));
        _at += span;
        if (fromLeft && _cells.Count > 0)
            _cells[^1] = _cells[^1] with { Right = right, Text = _cells[^1].Text + text };
        else if (_cells.Count <= TableLimits.Columns * 4)
            _cells.Add(new(left, right, fromAbove ? "" : text, fromAbove));
    }

    public IReadOnlyList<PrintedCell> EndRow() => _cells;

    private double Edge(int column) =>
        column < _edges.Count ? _edges[column] : _edges[^1] + (column - _edges.Count + 1) * UsualWidth;
}
