using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Screens;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Review;

/// <summary>The year as pictures and tables: by state, by year, from period to period, by municipality, by body.</summary>
internal sealed class ReviewFigures(PaperScene scene, PageText text)
{
    /// <summary>Of a portrait page between its edges, millimetres.</summary>
    public const double Width = 174;

    private const int MostBodies = 14, MostPeriods = 8;

    private readonly ProgrammeProgress _now = scene.Progress;

    public IEnumerable<Block> Year()
    {
        var sum = _now.Whole;
        yield return new Heading(2, text.Say("paper.review.figures"));
        yield return Drawn(StatesDrawing.Of([.. Standing.States.Where(state => sum.In(state) > 0).Select(state => new StateCount(state, sum.In(state), text.Say("status." + state)))], Width), "paper.review.states");
        yield return Drawn(UnitsDrawing.ByYear([.. scene.Plan.Programme.Years.Select(year => (year, UnitsIn(year)))], scene.Period!.Value.Year, Width), "paper.review.by-year");
        if (Trend() is { } trend) yield return Drawn(trend, "paper.review.trend");
    }

    /// <summary>The shapes of what falls due in a year.</summary>
    private IReadOnlyList<string> UnitsIn(int year) =>
        [.. _now.Measures.Where(p => scene.Plan.DueYears(p.Measure).Contains(year)).Select(p => p.Years.GetValueOrDefault(year, p.State))];

    private Drawing? Trend()
    {
        List<Span> periods = [.. _now.Periods.Where(p => p.Span.To <= _now.View.Until && p.Span.Kind == SpanKind.Quarter).Select(p => p.Span).Distinct().OrderBy(span => span.To).TakeLast(MostPeriods)];
        if (periods.Count < 2) return null;
        List<Summary> sums = [.. periods.Select(span => _now.From(_now.View with { Until = span.To }).Whole)];
        return TrendDrawing.Of([.. periods.Select(span => string.Create(text.Culture, $"{span.Number}/{span.Year}"))],
            [
                new(text.Say("paper.drawing.reported"), TrendLook.Reported, [.. sums.Select(sum => sum.Reported)]),
                new(text.Say("paper.drawing.verified"), TrendLook.Verified, [.. sums.Select(sum => sum.Verified)]),
            ], Width);
    }

    public IEnumerable<Block> Places()
    {
        var map = scene.Services.GetRequiredService<DistrictMap>();
        var groups = Groups.ByMunicipality(_now, Whole());
        yield return new Heading(2, text.Say("paper.review.places"));
        yield return Drawn(MapDrawing.Of(map, Spots(), Width), "paper.review.map");
        yield return Drawn(BarsDrawing.Of([.. groups.Select(Bar)], Width), "paper.review.bars");
        yield return Counts(groups, "paper.review.place");
    }

    public IEnumerable<Block> Bodies()
    {
        var groups = Groups.ByBody(_now);
        yield return new Heading(2, text.Say("paper.review.bodies"));
        yield return Drawn(BarsDrawing.Of([.. groups.Take(MostBodies).Select(Bar)], Width), "paper.review.bars");
        yield return Counts(groups, "paper.review.body");
    }

    /// <summary>Each village and site with the worst state of what is promised there.</summary>
    private IReadOnlyList<MapSpot> Spots() =>
    [
        .. scene.Plan.Places.Where(place => place.Kind is PlaceKind.Village or PlaceKind.Site).Select(place =>
        {
            var states = _now.Measures.Where(p => p.Measure.Places.Exists(part => part.Place == place.Code) && p.State != "gone").Select(p => p.State).ToList();
            return new MapSpot(place, place.Name.In(text.Language), states.Count > 0, Worst.FirstOrDefault(states.Contains));
        }),
    ];

    private static readonly string[] Worst = ["late", "silent", "risk", "pause", "track", "donelate", "done", "wait"];

    private static Words Whole() => new(Texts.All.Say("ky", "register.district-wide"), Texts.All.Say("ru", "register.district-wide"), Texts.All.Say("en", "register.district-wide"));

    private BarLine Bar(Group group) => new(group.Name.In(text.Language), group.Summary.Reported, group.Summary.Verified, null,
        group.Summary.Reported is null ? "–" : $"{text.Percent(group.Summary.Reported)} ({group.Summary.Told}/{group.Summary.Count})");

    private Table Counts(IReadOnlyList<Group> groups, string heading)
    {
        string[] heads = ["executed", "late", "risk", "silent"];
        return new(
            [new(text.Say(heading), 44), new(text.Say("paper.said.measures"), 16, CellAlign.Right), .. heads.Select(head => new Column(text.Say("paper.review.head." + head), 16, CellAlign.Right))],
            [.. groups.Select(Counted)]) { Caption = text.Say(heading) };
    }

    private Row Counted(Group group)
    {
        var sum = group.Summary;
        Cell Of(int count) => Cell.Number(count, text.Number(count));
        return new([new(text.Of(group.Name)), Of(sum.Count), new(sum.Due == 0 ? "–" : $"{sum.Executed} / {sum.Due}") { Align = CellAlign.Right }, Of(sum.In("late")), Of(sum.In("risk")), Of(sum.In("silent"))]);
    }

    private Figure Drawn(Drawing drawing, string caption) => new(drawing, text.Say(caption), text.Say(caption));
}
