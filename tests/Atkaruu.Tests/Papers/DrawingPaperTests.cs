using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Pdf;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Timeline;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Works;
using Atkaruu.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

/// <summary>Charts and maps of papers: shapes and words in millimetres.</summary>
public sealed class DrawingPaperTests
{
    private const double Point = 25.4 / 72;

    [Fact]
    public async Task Words_are_taken_for_a_little_wider_than_they_are()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var words = plan.Measures.SelectMany(m => new[] { m.ShortName.Ky, m.ShortName.Ru! }).Concat(plan.Places.Select(p => p.Name.Ky)).Concat(["31.12.2026", "64 %", "№ 14/2026", "134,0 млн сом"]);

        Assert.All(words, text => Assert.InRange(Width(text, 8, bold: true), Letters.Width(text, 8) * .75, Letters.Width(text, 8)));
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task Nothing_is_drawn_outside_the_box(string language)
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        foreach (var (name, drawing) in await AllAsync(app, language))
        {
            Assert.True(drawing.Height is > 0 and < 600, name);
            foreach (var stroke in drawing.Strokes)
            {
                var (left, top, right, bottom) = Box(stroke);
                Assert.True(left >= -1 && top >= -1 && right <= drawing.Width + 1 && bottom <= drawing.Height + 1, $"{name}: {stroke} at {left:0.0} {top:0.0} {right:0.0} {bottom:0.0} of {drawing.Width:0.0} × {drawing.Height:0.0}");
            }
        }
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task No_word_runs_into_another(string language)
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        foreach (var (name, drawing) in await AllAsync(app, language))
        {
            var labels = drawing.Strokes.OfType<LabelStroke>().Where(label => label.Text != "?").Select(label => (label.Text, Box: Box(label))).ToList();
            foreach (var (i, one) in labels.Index())
                foreach (var other in labels.Skip(i + 1))
                    Assert.False(one.Box.Left < other.Box.Right - .2 && other.Box.Left < one.Box.Right - .2 && one.Box.Top < other.Box.Bottom - .2 && other.Box.Top < one.Box.Bottom - .2, $"{name}: «{one.Text}» and «{other.Text}»");
        }
    }

    [Fact]
    public void What_nobody_told_is_not_drawn_as_nothing_done()
    {
        var untold = BarsDrawing.Of([new("Карамык", null, null, null, "–")], 100).Strokes.OfType<BoxStroke>().ToList();
        var told = BarsDrawing.Of([new("Карамык", .5m, .25m, .75m, "50 %")], 100).Strokes.OfType<BoxStroke>().ToList();

        Assert.All(untold, box => Assert.Equal((null, Inks.Ground), (box.Hatch, box.Fill)));
        Assert.Equal([Inks.Ground, null, Inks.Done], told.Select(box => box.Fill));
        Assert.Equal([1, .5, .25], told.Select(box => Math.Round(box.Width / told[0].Width, 2)));
    }

    [Fact]
    public void A_trend_stops_where_nothing_was_said()
    {
        var drawing = TrendDrawing.Of(["I", "II", "III", "IV"], [new("Билдирилген", TrendLook.Reported, [.1m, .2m, null, .4m])], 100);

        Assert.Equal(2, drawing.Strokes.OfType<PathStroke>().Single(path => path.Line == Inks.Track && path.Points[0].X < 60 && path.Points[0].Y < 35).Points.Count);
        Assert.Equal(4, drawing.Strokes.OfType<DiscStroke>().Count(disc => disc.Line == Inks.Track)); // three periods, and the key
    }

    /// <summary>Every drawing there is, of the plan and what was told.</summary>
    private static async Task<IReadOnlyList<(string Name, Drawing Drawing)>> AllAsync(App app, string language)
    {
        var all = (await app.Services.GetRequiredService<ProgressShelf>().CurrentAsync())!.From(Viewpoint.After(Span.Parse("2026-Q3")!.Value, DateOnly.FromDateTime(App.Now.Date), Audience.Staff));
        var (plan, text, map) = (all.AsSeen(), new PageText(language), app.Services.GetRequiredService<DistrictMap>());
        var (words, scale, day) = (DrawingWords.In(text), new TimelineScale(plan.Programme, plan.Season), all.View.Day);
        TimelineLine Lane(Measure m) => new(m.ShortName.In(language), TimelineChart.LaneOf(plan, scale, m, day)) { Verified = .3m };
        List<(string, Drawing)> drawings =
        [
            ("units", UnitsDrawing.Of(plan.Measures.Select(m => all.Of(m).Unit), 120)),
            ("years", UnitsDrawing.ByYear([.. plan.Programme.Years.Select(year => (year, (IReadOnlyList<string>)[.. plan.Measures.Where(m => plan.DueYears(m).Contains(year)).Select(m => all.Of(m).State)]))], 2026, 170)),
            ("states", StatesDrawing.Of([.. Standing.States.Select((state, i) => new StateCount(state, i, text.Say("status." + state)))], 120)),
            ("bars", BarsDrawing.Of([.. plan.Bodies.Select(body => new BarLine(body.Name.In(language), .64m, .2m, .8m, "12 / 34"))], 120)),
            ("sums", BarsDrawing.OfSums([("Республикалык бюджет", 100, 80, 40, "100,0 млн сом"), ("Региондорду өнүктүрүү фонду", 0, 0, 0, "–")], 120)),
            ("curve", SCurveDrawing.Of(SCurve.Of([(new(2025, 3, 31), 0), (new(2025, 6, 30), 12), (new(2026, 9, 30), 104)], [(new(2025, 11, 3), 20), (new(2026, 12, 3), 90)]), words, 120)),
            ("trend", TrendDrawing.Of(["I 2026", "II 2026", "III 2026"], [new(words.Reported, TrendLook.Reported, [.1m, null, 1]), new(words.Verified, TrendLook.Verified, [null, null, .4m])], 60)),
            ("share", ShareDrawing.Of(1, 1, 1, 60)), ("no share", ShareDrawing.Of(null, null, null, 60)),
            ("timeline", TimelineDrawing.Of([new(plan.Tasks[0].Title.In(language), null), .. plan.Measures.Select(Lane)], scale, scale.Today(day), true, words, 170)),
        ];
        drawings.AddRange(plan.Measures.Select(m => ("strip " + m.Code, TimelineDrawing.Strip(Lane(m), scale, scale.Today(day), true, words, 120))));
        drawings.AddRange(plan.Measures.SelectMany(m => ByYear.Of(all, m).Select(numbers => ("years of " + m.Code, YearBarsDrawing.Of(numbers, value => text.Number(value), words, 2026, 120)))));
        drawings.AddRange(plan.AllMunicipalities.SelectMany(place => new[] { 60.0, 170 }.Select(wide => ($"map {place.Name.Ky} {wide}", MapDrawing.Of(map, plan, [place], language, wide)))));
        return drawings;
    }

    private static double Width(string text, double size, bool bold) => Face.Of(false, bold, false).Width(text, size) * Point;

    private static (double Left, double Top, double Right, double Bottom) Box(Stroke stroke) => stroke switch
    {
        BoxStroke box => (box.X, box.Y, box.X + box.Width, box.Y + box.Height),
        PathStroke path => (path.Points.Min(p => p.X), path.Points.Min(p => p.Y), path.Points.Max(p => p.X), path.Points.Max(p => p.Y)),
        DiscStroke disc => (disc.X - disc.Radius, disc.Y - disc.Radius, disc.X + disc.Radius, disc.Y + disc.Radius),
        StateStroke state => (state.X - state.Size / 2, state.Y - state.Size / 2, state.X + state.Size / 2, state.Y + state.Size / 2),
        LabelStroke label => Box(label),
        _ => throw new InvalidOperationException(),
    };

    private static (double Left, double Top, double Right, double Bottom) Box(LabelStroke label)
    {
        var wide = Width(label.Text, label.Size, label.Bold);
        var left = label.Anchor switch { Anchor.Middle => label.X - wide / 2, Anchor.End => label.X - wide, _ => label.X };
        return (left, label.Y - label.Size * Point * .72, left + wide, label.Y + label.Size * Point * .2);
    }
}
