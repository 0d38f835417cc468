using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>What one body said about a measure for one period.</summary>
public sealed record ToldWords(Span Period, Body? Body, Return Return);

/// <summary>What an indicator has come to by the end of the paper's period, beside what is to be reached.</summary>
/// <param name="Actual">Null where nobody has told, which is not 0.</param>
/// <param name="Target">The end target; for what is owed by years, that of <paramref name="Year"/>.</param>
public sealed record ValueLine(Indicator Indicator, decimal? Actual, decimal? Target, int? Year);

/// <summary>One measure in one period, as reports and sheets have it: its progress, what was said, what it came to, its money.</summary>
/// <param name="Told">Returns of the period that the reader may know, the lead's first.</param>
public sealed record MeasureLine(MeasureProgress Progress, IReadOnlyList<ToldWords> Told, IReadOnlyList<ValueLine> Values, MeasureMoney Money)
{
    public Measure Measure => Progress.Measure;

    /// <summary>The words of those who lead it.</summary>
    public IEnumerable<ToldWords> Leads => Told.Where(t => t.Return.Part != Part.Contribution);

    /// <summary>Overdue, or silent although its day is over: what the head's screen lists as late.</summary>
    public bool IsLate => Progress.State == "late" || Progress.State == "silent" && Progress is { Due: true, Executed: false };
}

/// <summary>
/// The plan's measures as lines of a report. The figures are those of <see cref="ProgrammeProgress"/> and of the sides that the pages show: nothing is
/// computed here a second time.
/// </summary>
public sealed class MeasureLines
{
    private readonly Dictionary<Guid, MeasureLine> _lines;

    private MeasureLines(ProgrammeProgress progress, Sides sides, Dictionary<Guid, MeasureLine> lines) => (Progress, Sides, _lines) = (progress, sides, lines);

    public ProgrammeProgress Progress { get; }
    public Sides Sides { get; }
    public PlanInForce Plan => Progress.Plan;

    /// <summary>In the order of the document; what an act struck out stands where it stood.</summary>
    public IEnumerable<MeasureLine> All => Plan.Measures.Select(measure => _lines[measure.Id]);

    public MeasureLine this[Measure measure] => _lines[measure.Id];

    /// <summary>Three or four questions to the database, however many measures.</summary>
    public static async Task<MeasureLines> ReadAsync(PaperScene scene, CancellationToken stop)
    {
        var progress = scene.Progress;
        var sides = await scene.Services.GetRequiredService<SidesShelf>().CurrentAsync(scene.Db, progress, stop);
        var told = await ReturnsAsync(scene, stop);
        return new(progress, sides, progress.Plan.Measures.ToDictionary(m => m.Id, m => Of(scene, progress.Of(m), told[m.Id], sides)));
    }

    private static MeasureLine Of(PaperScene scene, MeasureProgress progress, IEnumerable<ToldWords> told, Sides sides)
    {
        var readings = scene.Progress.FactsOf(progress.Measure).ToldAt(progress.View);
        return new(progress, [.. told.OrderBy(t => t.Return.Part).ThenBy(t => t.Period.To)], [.. progress.Promise.Indicators.Select(i => ValueOf(i, readings, progress.View.Until))], sides.MoneyOf(progress.Measure));
    }

    private static ValueLine ValueOf(Indicator indicator, IReadOnlyList<Told> told, DateOnly until)
    {
        var actual = Totals.At(indicator.Accumulation, Attained.ReadingsOf(indicator, told), until);
        return indicator.Target is { } target ? new(indicator, actual, target, null) : new(indicator, actual, indicator.TargetIn(until.Year), until.Year);
    }

    /// <summary>Everybody knows what is published; those who work here also what is accepted. The newest edition of each return.</summary>
    private static async Task<ILookup<Guid, ToldWords>> ReturnsAsync(PaperScene scene, CancellationToken stop)
    {
        if (scene.Period is not { } span) return Enumerable.Empty<ToldWords>().ToLookup(t => t.Return.MeasureId);
        var everybody = scene.Request.Audience == Audience.Public;
        var programme = scene.Plan.Programme.Id;
        var rows = await scene.Db.Returns.AsNoTracking().Include(r => r.Values)
            .Where(r => r.State == ReturnState.Published || !everybody && r.State == ReturnState.Accepted)
            .Join(scene.Db.Periods.Where(p => p.ProgrammeId == programme && p.From >= span.From && p.To <= span.To), r => r.PeriodId, p => p.Id, (r, p) => new { Return = r, p.Code })
            .ToListAsync(stop);
        return rows.GroupBy(row => (row.Return.MeasureId, row.Code, row.Return.Body)).Select(same => same.MaxBy(row => row.Return.Edition)!)
            .Where(row => everybody || scene.MaySee(row.Return))
            .Select(row => new ToldWords(Span.Parse(row.Code)!.Value, scene.Plan.Body(row.Return.Body), row.Return)).ToLookup(t => t.Return.MeasureId);
    }
}

internal static class PaperAuthority
{
    /// <summary>Whether the one for whom a paper is made may read this return before it is published.</summary>
    public static bool MaySee(this PaperScene scene, Return made) =>
        made.State == ReturnState.Published || scene.Plan.Measures.FirstOrDefault(m => m.Id == made.MeasureId) is { } measure && scene.Actor.May(Right.Read, scene.Plan.Subject(measure, made.Body));
}
