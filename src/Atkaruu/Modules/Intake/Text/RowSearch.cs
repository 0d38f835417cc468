namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// Finds the reading of the table that the least speaks against: piece by piece, keeping the few best readings for
/// each column. The work grows with the number of pieces and with nothing else.
/// </summary>
internal sealed class RowSearch(Piece[] pieces, ColumnRole[] columns, CellCosts costs)
{
    /// <summary>Readings kept for each column, and how much worse than the best one may be.</summary>
    private const int Kept = 3;
    private const double Margin = 14;

    private readonly Front?[] _fronts = new Front?[pieces.Length + 1];

    /// <summary>The readings that have come up to the same piece.</summary>
    private sealed class Front
    {
        public readonly List<Trail> Trails = [];
        public double Best = double.PositiveInfinity;
    }

    public IReadOnlyList<Trail> Best()
    {
        _fronts[0] = new() { Best = 0 };
        _fronts[0]!.Trails.Add(Trail.Start);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (_fronts[i] is not { } front) continue;
            _fronts[i] = null;
            foreach (var trail in front.Trails)
                if (trail.Cost <= front.Best + Margin) Extend(trail);
        }
        return _fronts[^1]!.Trails.MinBy(trail => trail.Cost + costs.Finish(trail))!.FromStart();
    }

    /// <summary>Tries every way on from a reading.</summary>
    private void Extend(Trail trail)
    {
        var piece = pieces[trail.Next];
        Offer(trail, Step.Stay, trail.Column, trail.Next + 1);
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column] != ColumnRole.Schedule) ExtendInto(trail, column, trail.Next + 1);
            else
                foreach (var end in piece.ScheduleEnds) ExtendInto(trail, column, end);
            if (piece.NewPage && trail.Column >= 0 && column != trail.Column) Offer(trail, Step.Resume, column, trail.Next + 1);
        }
        Offer(trail, Step.Section, -1, trail.Next + 1);
    }

    private void ExtendInto(Trail trail, int column, int end)
    {
        if (trail.Column >= 0 && column > trail.Column) Offer(trail, Step.Open, column, end);
        Offer(trail, Step.Row, column, end);
    }

    private void Offer(Trail trail, Step step, int column, int end)
    {
        var cost = trail.Cost + costs.Of(trail, step, column, end);
        if (double.IsPositiveInfinity(cost)) return;

        var front = _fronts[end] ??= new();
        if (cost > front.Best + Margin) return;
        var resumed = step == Step.Resume || step is not (Step.Row or Step.Section) && trail.Resumed;
        if (Place(front.Trails, column, resumed, cost) is not { } place) return;

        var number = step == Step.Row && columns[column] == ColumnRole.Number ? pieces[trail.Next].Number : null;
        var next = trail.Then(step, column, end, cost, pieces[trail.Next], number);
        if (place == front.Trails.Count) front.Trails.Add(next);
        else front.Trails[place] = next;
        front.Best = Math.Min(front.Best, cost);
    }

    /// <summary>Where a reading goes among its rivals of the same column; null where all of them are better.</summary>
    private static int? Place(List<Trail> trails, int column, bool resumed, double cost)
    {
        var (rivals, worst) = (0, -1);
        for (var i = 0; i < trails.Count; i++)
        {
            if (trails[i].Column != column || trails[i].Resumed != resumed) continue;
            rivals++;
            if (worst < 0 || trails[i].Cost > trails[worst].Cost) worst = i;
        }
        return rivals < Kept ? trails.Count : trails[worst].Cost > cost ? worst : null;
    }
}
