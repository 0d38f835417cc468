using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>What the matrix knows of a return: everything but its words and values.</summary>
public sealed record ReturnGlance(
    Guid Id, Guid PeriodId, Guid MeasureId, string Body, int Edition, ReturnState State, bool HasWarnings, bool Late,
    DateTime WrittenAt, DateTime? SubmittedAt, DateTime? DecidedAt, IReadOnlyList<Guid> Authors)
{
    /// <summary>When anybody last did anything with it.</summary>
    public DateTime At => new[] { WrittenAt, SubmittedAt ?? default, DecidedAt ?? default }.Max();

    public static Task<List<ReturnGlance>> OfAsync(IQueryable<Return> returns, CancellationToken stop) =>
        returns.AsNoTracking().Select(r => new ReturnGlance(
            r.Id, r.PeriodId, r.MeasureId, r.Body, r.Edition, r.State, r.HasWarnings, r.Late, r.WrittenAt, r.SubmittedAt, r.DecidedAt, r.Authors)).ToListAsync(stop);
}

/// <summary>One square: what one body owes about one measure, and what has come.</summary>
/// <param name="MayAccept">Whether who looks may decide about it: within their scope, and not their own.</param>
public sealed record MatrixCell(Duty Duty, ReturnGlance? Return, bool MayAccept, bool IsLate)
{
    public ReturnState? State => Return?.State;
    public bool Warned => Return is { HasWarnings: true, State: not ReturnState.Draft };

    /// <summary>Waits for who looks.</summary>
    public bool IsMine => State == ReturnState.Submitted && MayAccept;

    /// <summary>May be accepted without being read one by one.</summary>
    public bool IsPlain => IsMine && !Warned;

    public bool IsDone => State is ReturnState.Accepted or ReturnState.Published;

    /// <summary>The body has the next move.</summary>
    public bool IsAwaited => State is null or ReturnState.Draft or ReturnState.Returned;

    public bool Is(string facet) => facet switch
    {
        "mine" => IsMine,
        "back" => State == ReturnState.Returned,
        "draft" => State == ReturnState.Draft,
        "silent" => State is null,
        "late" => IsLate,
        "done" => IsDone,
        "warned" => Warned,
        _ => true,
    };
}

/// <summary>All squares of one body.</summary>
public sealed record MatrixRow(Body Body, IReadOnlyList<MatrixCell> Cells)
{
    public int Done => Cells.Count(c => c.IsDone);
    public DateTime? LastAt => Cells.Max(c => c.Return?.At);
}

/// <summary>Bodies × measures of one period, as far as somebody may see it.</summary>
public sealed class Matrix
{
    /// <summary>One-click filters in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Facets = ["mine", "back", "draft", "silent", "late", "done", "warned"];

    private Matrix(Period period, IReadOnlyList<MatrixRow> rows)
    {
        (Period, Rows) = (period, rows);
        Cells = [.. rows.SelectMany(r => r.Cells)];
        Counts = Facets.ToDictionary(f => f, f => Cells.Count(c => c.Is(f)));
    }

    public Period Period { get; }
    public IReadOnlyList<MatrixRow> Rows { get; }
    public IReadOnlyList<MatrixCell> Cells { get; }
    public IReadOnlyDictionary<string, int> Counts { get; }

    /// <summary>Rows that have something of a facet; all of them without one.</summary>
    public IEnumerable<MatrixRow> With(string? facet) => facet is null ? Rows : Rows.Where(r => r.Cells.Any(c => c.Is(facet)));

    /// <summary>What <paramref name="actor"/> may see of these periods. At most three questions to the database, whatever their number.</summary>
    public static async Task<IReadOnlyList<Matrix>> ReadAsync(Db db, PlanInForce plan, IReadOnlyList<Period> periods, Actor actor, TimeProvider clock, CancellationToken stop, KeptReadings? kept = null)
    {
        var finished = kept is null ? await Finished.ReadAsync(db, plan, clock.Today(), stop) : null;
        Dictionary<Guid, IReadOnlyList<Duty>> owed = [];
        foreach (var period in periods) owed[period.Id] = kept is null ? plan.Owed(period, finished) : await kept.OwedAsync(db, plan, period, clock.Today(), stop);
        Guid[] asked = [.. periods.Select(p => p.Id)];
        var newest = (kept is null ? await ReturnGlance.OfAsync(db.Returns.Where(r => asked.Contains(r.PeriodId)), stop) : await kept.NowOfAsync(db, asked, stop)).ToLookup(r => r.PeriodId);
        var now = clock.Now();
        return [.. periods.Select(period => Of(plan, period, owed[period.Id], newest[period.Id], actor, now))];
    }

    /// <summary>The same of one period for who only counts: when a draft was last written it need not know.</summary>
    public static async Task<Matrix> ToldAsync(KeptReadings kept, Db db, PlanInForce plan, Period period, Actor actor, TimeProvider clock, CancellationToken stop) =>
        Of(plan, period, await kept.OwedAsync(db, plan, period, clock.Today(), stop), await kept.ToldOfAsync(db, period.Id, stop), actor, clock.Now());

    internal static Matrix Of(PlanInForce plan, Period period, IEnumerable<Duty> duties, IEnumerable<ReturnGlance> returns, Actor actor, DateTime now)
    {
        Dictionary<(Guid, string), ReturnGlance> newest = [];
        foreach (var made in returns)
            if (!newest.TryGetValue((made.MeasureId, made.Body), out var other) || other.Edition < made.Edition) newest[(made.MeasureId, made.Body)] = made;

        var (sees, accepts, late) = (new Reach(actor, plan, Right.Read, Right.Accept), new Reach(actor, plan, Right.Accept), now >= period.Due.EndInBishkek());
        var rows = duties.Where(d => sees.Covers(d.Measure, d.Body.Code)).GroupBy(d => d.Body)
            .Select(body => new MatrixRow(body.Key, [.. body.OrderBy(d => d.Measure.Ordinal).Select(CellOf)]));
        return new(period, [.. rows.OrderBy(r => Math.Min((int)r.Body.Kind, (int)BodyKind.Municipality + 1)).ThenByDescending(r => r.Cells.Count).ThenBy(r => r.Body.Code, StringComparer.Ordinal)]);

        MatrixCell CellOf(Duty duty)
        {
            var made = newest.GetValueOrDefault((duty.Measure.Id, duty.Body.Code));
            return new(duty, made,
                MayAccept: made is not null && !made.Authors.Contains(actor.PersonId) && accepts.Covers(duty.Measure, duty.Body.Code),
                IsLate: made?.Late == true || late && made?.State is null or ReturnState.Draft or ReturnState.Returned);
        }
    }
}

/// <summary>Where some rights of somebody reach. Most have them everywhere, and need not be asked for each square.</summary>
public sealed class Reach(Actor actor, PlanInForce plan, params Right[] rights)
{
    private readonly bool _everywhere = actor == Actor.System || actor.Grants.Any(g => rights.Any(g.Gives) && g.Scope == Scope.Everything);
    private readonly bool _anywhere = rights.Any(actor.Has);

    public bool Covers(Measure measure, string body) =>
        _everywhere || _anywhere && plan.Subject(measure, body) is var subject && rights.Any(right => actor.May(right, subject));
}
