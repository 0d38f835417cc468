using Atkaruu.Tests.Reporting;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Tests.Papers.Writing;

namespace Atkaruu.Tests.Papers;

/// <summary>The sheet for the board of a village.</summary>
public sealed class BulletinPaperTests
{
    private const string KashkaSuu = "41706259824000";

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task It_is_one_page_whatever_the_place(string language)
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        foreach (var place in (await app.PlanAsync()).Places.Where(p => p.Kind is PlaceKind.Village or PlaceKind.Municipality))
        {
            var paper = await Composed.OfAsync(app, "bulletin", null, place.Code, language: language);
            using var pdf = new PdfReading(PdfReading.Write(new(paper.Part.Title, [paper.Part], PdfReading.Mark)));
            Assert.True(pdf.Pages.Count == 1, $"{place.Name.Ky}: {pdf.Pages.Count} pages");
            Assert.True(paper.Part.Scale > 1, place.Name.Ky);
            Assert.DoesNotMatch(@"\{\d|paper\.", paper.Text);
        }
    }

    [Fact]
    public async Task It_hangs_on_a_wall_and_says_only_what_is_published_whoever_asks()
    {
        await using var app = await App.StartAsync();
        await Told.AcceptedAsync(app);

        var (everybodys, coordinators) = (await Composed.OfAsync(app, "bulletin", null, KashkaSuu), await Composed.OfAsync(app, "bulletin", Cast.Coordinator, KashkaSuu));
        Assert.Equal(everybodys.Text, coordinators.Text);
    }

    [Fact]
    public async Task Every_promise_is_told_or_counted()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        var plan = await app.PlanAsync();
        foreach (var place in plan.Places.Where(p => p.Kind is PlaceKind.Village or PlaceKind.Municipality))
        {
            var promises = new Promises(plan, place);
            var paper = await Composed.OfAsync(app, "bulletin", null, place.Code);
            var told = paper.Blocks.OfType<Bullets>().Sum(b => b.Items.Count);
            var own = promises.Own.Count + promises.Inside.Count;
            var all = own > 0 ? own : promises.Around.Select(s => s.Measure).Concat(promises.Unplaced).Distinct().Count();
            Assert.Contains($"{all} иш", paper.Text, StringComparison.Ordinal);
            if (told < all) Assert.Contains($"дагы {all - told} иш", paper.Text, StringComparison.Ordinal);
            Assert.True(told >= Math.Min(all, 3), $"{place.Name.Ky}: {told} of {all}");
            Assert.Equal(own == 0, paper.Text.Contains("өзүнчө иш жазылган эмес", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_has_a_form_to_tear_off_with_the_code_of_the_place()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var paper = await Composed.OfAsync(app, "bulletin", null, KashkaSuu);

        Assert.Single(paper.Blocks.OfType<CutLine>());
        Assert.Equal(3, paper.Blocks.OfType<AnswerLine>().Count());
        Assert.Equal(4, paper.Blocks.OfType<Choices>().Single().Options.Count);
        Assert.EndsWith(KashkaSuu, paper.Blocks.OfType<Qr>().Single().Address, StringComparison.Ordinal);
        Assert.Contains(KashkaSuu, paper.Text, StringComparison.Ordinal);
        Assert.Contains("Кашка-Суу айыл өкмөтү", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_has_no_bulletin()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var district = (await app.PlanAsync()).Places.First(p => p.Kind == PlaceKind.District);
        Assert.Equal("paper.rule.no-such.village", (await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "bulletin", null, district.Code))).Sentence.Key);
    }
}
