namespace Atkaruu.Modules.Intake.Text;

/// <summary>From the reading of the pieces to the rows of the table.</summary>
internal static class TableAssembly
{
    public static IReadOnlyList<SourceRow> Rows(Piece[] pieces, IReadOnlyList<SourceColumn> columns, IReadOnlyList<Trail> trails, CellText text)
    {
        var rows = new List<SourceRow>();
        var cells = new List<string>[columns.Count];
        for (var i = 0; i < trails.Count;)
        {
            var first = i++;
            while (i < trails.Count && trails[i].Step is not (Step.Row or Step.Section)) i++;
            var span = trails.Skip(first).Take(i - first).ToList();
            rows.Add(trails[first].Step == Step.Section ? Section(pieces, span, text) : Measure(pieces, columns, span, text));
        }
        return rows;
    }

    private static SectionRow Section(Piece[] pieces, List<Trail> span, CellText text) =>
        new(pieces[span[0].Piece].Line.Where, text.Join(span.SelectMany(trail => Lines(pieces, trail))));

    private static MeasureRow Measure(Piece[] pieces, IReadOnlyList<SourceColumn> columns, List<Trail> span, CellText text)
    {
        SourceCell Cell(ColumnRole role)
        {
            var lines = new List<string>();
            foreach (var trail in span.Where(trail => columns[trail.Column].Role == role))
                for (var i = trail.Piece; i < trail.Next; i++)
                    if (pieces[i].StartsLine || lines.Count == 0 || i == trail.Piece && trail.Step != Step.Stay) lines.Add(pieces[i].Text);
                    else lines[^1] += " " + pieces[i].Text;
            return lines.Count == 0 ? SourceCell.Empty : new(text.Join(lines));
        }
        return new(pieces[span[0].Piece].Line.Where, Cell(ColumnRole.Number), Cell(ColumnRole.Task), Cell(ColumnRole.Title), Cell(ColumnRole.Schedule), Cell(ColumnRole.Result), Cell(ColumnRole.Responsible));
    }

    private static IEnumerable<string> Lines(Piece[] pieces, Trail trail)
    {
        for (var i = trail.Piece; i < trail.Next; i++) yield return pieces[i].Text;
    }
}
