namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// How sure a reading is of the edges of its cells: by how much it would get worse if an edge lay at another line, or
/// if there were none. Only neighbours are tried, so the work for an edge has a bound.
/// </summary>
internal sealed class EdgeMargins(Piece[] pieces, ColumnRole[] columns, CellCosts costs, IReadOnlyList<Trail> trails)
{
    /// <summary>Lines an edge is moved up or down; steps of the rows around it; the margin of an edge with no other place.</summary>
    private const int Reach = 6, Longest = 200;
    private const double Sure = 6;

    private readonly record struct Move(Step Step, int Column, int End);

    /// <summary>Margin of the edge at which the step of this index begins a cell: 0 as good as guessed, 6 and more sure.</summary>
    public double At(int edge)
    {
        var first = RowStart(edge - 1);
        var last = Math.Min(RowEnd(edge), trails.Count - 1);
        if (last - first > Longest) return 0;

        var best = trails[last].Cost - trails[first].Back!.Cost;
        Move[] moves = [.. Enumerable.Range(first, last - first + 1).Select(i => new Move(trails[i].Step, trails[i].Column, trails[i].Next))];
        var margin = Sure;
        foreach (var other in Others(moves, edge - first))
            if (CostOf(trails[first].Back!, other) is { } cost) margin = Math.Min(margin, cost - best);
        return Math.Max(0, margin);
    }

    /// <summary>The same row with this edge elsewhere.</summary>
    private IEnumerable<Move[]> Others(Move[] moves, int edge)
    {
        var (start, end) = (edge - 1, edge + 1);
        while (start > 0 && moves[start].Step == Step.Stay) start--;
        while (end < moves.Length && moves[end].Step == Step.Stay) end++;
        if (moves[edge].Step == Step.Resume)
        {
            for (var column = 0; column < columns.Length; column++)
                if (column != moves[edge].Column) yield return Moved(moves, edge, end, column);
            yield break;
        }
        for (var to = Math.Max(start + 1, edge - Reach); to < Math.Min(end, edge + Reach + 1); to++)
            if (to != edge && IsSingle(moves, start, end)) yield return Shifted(moves, edge, to);
        if (moves[edge].Column < 0 || columns[moves[edge].Column] != ColumnRole.Title) yield break;

        var task = Array.IndexOf(columns, ColumnRole.Task);
        if (task >= 0 && moves[start].Column == task) yield return Merged(moves, start, edge, moves[edge].Column);
        else if (task >= 0)
            for (var to = edge + 1; to < Math.Min(end, edge + 2 * Reach); to++) yield return Split(moves, edge, to, task);
    }

    /// <summary>A deadline is taken whole: its edges do not move line by line.</summary>
    private bool IsSingle(Move[] moves, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (moves[i].Column >= 0 && columns[moves[i].Column] is ColumnRole.Schedule or ColumnRole.Number) return false;
        return true;
    }

    private static Move[] Shifted(Move[] moves, int edge, int to)
    {
        Move[] other = [.. moves];
        for (var i = Math.Min(edge, to); i < Math.Max(edge, to); i++)
            other[i] = new(Step.Stay, to > edge ? moves[edge - 1].Column : moves[edge].Column, moves[i].End);
        other[to] = moves[edge] with { End = moves[to].End };
        if (to < edge) other[edge] = new(Step.Stay, moves[edge].Column, moves[edge].End);
        return other;
    }

    private static Move[] Moved(Move[] moves, int from, int end, int column)
    {
        Move[] other = [.. moves];
        for (var i = from; i < end; i++) other[i] = moves[i] with { Column = column };
        return other;
    }

    private static Move[] Merged(Move[] moves, int start, int edge, int title)
    {
        var other = Moved(moves, start, edge, title);
        other[edge] = moves[edge] with { Step = Step.Stay };
        return other;
    }

    private static Move[] Split(Move[] moves, int edge, int to, int task)
    {
        var other = Moved(moves, edge, to, task);
        other[to] = moves[to] with { Step = Step.Open };
        return other;
    }

    private double? CostOf(Trail from, Move[] moves)
    {
        var trail = from;
        foreach (var (step, column, end) in moves)
        {
            var cost = costs.Of(trail, step, column, end);
            if (double.IsPositiveInfinity(cost)) return null;
            var number = step == Step.Row && columns[column] == ColumnRole.Number ? pieces[trail.Next].Number : null;
            trail = trail.Then(step, column, end, trail.Cost + cost, pieces[trail.Next], number);
        }
        return trail.Cost - from.Cost;
    }

    private int RowStart(int i)
    {
        while (i > 0 && trails[i].Step is not (Step.Row or Step.Section)) i--;
        return Math.Max(0, i);
    }

    /// <summary>The first step of the row after, where leaving this one is paid.</summary>
    private int RowEnd(int i)
    {
        for (i++; i < trails.Count && trails[i].Step is not (Step.Row or Step.Section);) i++;
        return i;
    }
}
