using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>
/// The plan's measures as lines of a report. The figures are those of <see cref="ProgrammeProgress"/>, of the matrix of returns and of the sides that
/// the pages show: nothing is computed here a second time.
/// </summary>
public sealed class MeasureLines
{
    private readonly Dictionary<Guid, MeasureLine> _lines;

    private MeasureLines(PlanInForce plan, Sides sides, IReadOnlyList<Period> periods, Dictionary<Guid, MeasureLine> lines) => (Plan, Sides, Periods, _lines) = (plan, sides, periods, lines);

    public PlanInForce Plan { get; }
    public Sides Sides { get; }

    /// <summary>The periods in the span that returns were owed for.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>In the order of the document; what an act struck out stands where it stood.</summary>
    public IEnumerable<MeasureLine> All => Plan.Measures.Select(measure => _lines[measure.Id]);

    public MeasureLine this[Measure measure] => _lines[measure.Id];

    /// <summary>Six questions to the database at most while the sides are at hand, however many measures.</summary>
    public static async Task<MeasureLines> ReadAsync(PaperScene scene, CancellationToken stop)
    {
        var (plan, sight, span) = (scene.Plan, new PaperSight(scene), scene.Period!.Value);
        var sides = await scene.Services.GetRequiredService<SidesShelf>().CurrentAsync(scene.Db, scene.Progress, stop);
        var periods = await scene.Db.Periods.AsNoTracking()
            .Where(p => p.ProgrammeId == plan.Programme.Id && p.State != PeriodState.Planned && p.From >= span.From && p.To <= span.To).OrderBy(p => p.To).ToListAsync(stop);
        var told = await ReturnsAsync(scene, sight, periods, stop);
        var owed = await OwedAsync(scene, sight, periods, told, stop);
        return new(plan, sides, periods, plan.Measures.ToDictionary(m => m.Id, m => Of(scene, sight.Progress(m), [.. told[m.Id]], [.. owed[m.Id]], sides)));
    }

    private static MeasureLine Of(PaperScene scene, MeasureProgress progress, List<ToldWords> told, List<OwedLine> owed, Sides sides)
    {
        var readings = scene.Progress.FactsOf(progress.Measure).ToldAt(progress.View);
        var lead = told.Exists(t => t.Return.Part != Part.Contribution);
        return new(
            progress, [.. told.OrderBy(t => t.Return.Part).ThenBy(t => t.Period.To).ThenBy(t => t.Return.Body, StringComparer.Ordinal)], owed,
            [.. progress.Promise.Indicators.Select(i => ValueOf(i, readings, progress.View.Until))], sides.MoneyOf(progress.Measure),
            MeasureLine.WhyNothing(progress, lead, owed, scene.Period!.Value, scene.Today));
    }

    private static ValueLine ValueOf(Indicator indicator, IReadOnlyList<Told> told, DateOnly until)
    {
        var actual = Totals.At(indicator.Accumulation, Attained.ReadingsOf(indicator, told), until);
        return indicator.Target is { } target ? new(indicator, actual, target, null) : new(indicator, actual, indicator.TargetIn(until.Year), until.Year);
    }

    /// <summary>Everybody knows what is published; those who work here also what is accepted. The newest edition of each return.</summary>
    private static async Task<ILookup<Guid, ToldWords>> ReturnsAsync(PaperScene scene, PaperSight sight, List<Period> periods, CancellationToken stop)
    {
        var spans = periods.ToDictionary(p => p.Id, p => p.Span);
        Guid[] ids = [.. spans.Keys];
        var rows = await scene.Db.Returns.AsNoTracking().Where(r => ids.Contains(r.PeriodId) && (r.State == ReturnState.Published || r.State == ReturnState.Accepted)).ToListAsync(stop);
        return rows.Where(r => sight.Sees(r.MeasureId, r.Body, r.State == ReturnState.Published))
            .GroupBy(r => (r.MeasureId, r.PeriodId, r.Body)).Select(same => same.MaxBy(r => r.Edition)!)
            .ToLookup(r => r.MeasureId, r => new ToldWords(spans[r.PeriodId], scene.Plan.Body(r.Body), r));
    }

    /// <summary>Every square of the matrix, with what this paper may know of it.</summary>
    private static async Task<ILookup<Guid, OwedLine>> OwedAsync(PaperScene scene, PaperSight sight, List<Period> periods, ILookup<Guid, ToldWords> told, CancellationToken stop)
    {
        if (periods.Count == 0) return Enumerable.Empty<OwedLine>().ToLookup(o => o.Duty.Measure.Id);
        var clock = scene.Services.GetRequiredService<TimeProvider>();
        var matrices = await Matrix.ReadAsync(scene.Db, scene.Plan, periods, Actor.System, clock, stop);
        return matrices.SelectMany(matrix => matrix.Cells.Select(cell => Owed(matrix.Period, cell))).ToLookup(o => o.Duty.Measure.Id);

        OwedLine Owed(Period period, MatrixCell cell)
        {
            var (measure, body) = (cell.Duty.Measure.Id, cell.Duty.Body.Code);
            if (told[measure].FirstOrDefault(t => t.Period == period.Span && t.Return.Body == body)?.Return is { } known) return new(cell.Duty, period, known.State, known.SubmittedAt, known.Late, false);
            if (sight.Sees(measure, body, published: false)) return new(cell.Duty, period, cell.State, cell.Return?.SubmittedAt, cell.IsLate, false);
            return new(cell.Duty, period, null, null, period.State == PeriodState.Published, period.State != PeriodState.Published);
        }
    }
}

/// <summary>
/// Whose unpublished words a paper may carry. Everybody's paper: nobody's. A body's paper: its own only, whoever asks for it, because it is
/// handed to the body. Any other: what the one who asks may read.
/// </summary>
public sealed class PaperSight
{
    private readonly PaperScene _scene;
    private readonly Dictionary<Guid, Measure> _measures;
    private readonly HashSet<string>? _own;
    private readonly ProgrammeProgress _public;

    public PaperSight(PaperScene scene)
    {
        (_scene, _measures) = (scene, scene.Plan.Measures.ToDictionary(m => m.Id));
        if (scene.Request.Subject is { } code && scene.Plan.Body(code) is { } body) _own = [body.Code, .. body.Members];
        _public = scene.Progress.From(scene.Progress.View with { Audience = Audience.Public });
    }

    public bool Sees(Guid measure, string body, bool published) =>
        published || _scene.Request.Audience == Audience.Staff && _own?.Contains(body) != false
            && _measures.TryGetValue(measure, out var of) && _scene.Actor.May(Right.Read, _scene.Plan.Subject(of, body));

    /// <summary>Where it stands by what the paper may know: where others than a body's own enter values, its paper has what is published.</summary>
    public MeasureProgress Progress(Measure measure)
    {
        var progress = _scene.Progress.Of(measure);
        return _own is null || progress.Promise.Leads.All(_own.Contains) ? progress : _public.Of(measure);
    }
}
