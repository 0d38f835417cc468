using Atkaruu.Tests.Reporting;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Tests.Papers.Writing;

namespace Atkaruu.Tests.Papers;

/// <summary>The passport of a measure.</summary>
public sealed class PassportPaperTests
{
    [Fact]
    public async Task Everybodys_passport_has_nothing_that_is_not_published()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);

        var everybodys = await Composed.OfAsync(app, "passport", null, told.Works.Code);
        Assert.DoesNotContain(Told.OfWorks, everybodys.Text, StringComparison.Ordinal);
        Assert.Contains("отчет жок", everybodys.Blocks.OfType<Tally>().Single().Figures[1].Figure, StringComparison.Ordinal);
        var own = await Composed.OfAsync(app, "passport", Cast.Coordinator, told.Works.Code);
        Assert.Contains(Told.OfWorks, own.Text, StringComparison.Ordinal);
        Assert.Equal("64 %", own.Blocks.OfType<Tally>().Single().Figures[1].Figure.Replace('\u00a0', ' '));

        await app.PublishAsync(told.Period);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains(Told.OfWorks, (await Composed.OfAsync(app, "passport", null, told.Works.Code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_does_not_read_in_a_passport_what_another_has_told_the_coordinator()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);

        var paper = await Composed.OfAsync(app, "passport", Cast.Reporter, told.Shared.Code);
        Assert.DoesNotContain(Told.OfKashkaSuu, paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_works_here_is_named()
    {
        await using var app = await App.StartAsync();
        var told = await Told.PublishedAsync(app);
        foreach (var who in new[] { null, Cast.Coordinator })
        {
            var text = (await Composed.OfAsync(app, "passport", who, told.Works.Code)).Text;
            Assert.All(Cast.All, person => Assert.DoesNotContain(person.Name, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_says_what_the_page_of_the_measure_says()
    {
        await using var app = await App.StartAsync();
        var told = await Told.PublishedAsync(app);
        await app.OpenPeriodAsync("2026-Q4");
        var page = await app.Visitor().VisitAsync("/measures/" + told.Works.Code);
        var paper = await Composed.OfAsync(app, "passport", null, told.Works.Code, "2026-Q4");

        Assert.Equal(page.Html.QuerySelector("[data-test=reported]")!.TextContent.Trim(), paper.Blocks.OfType<Tally>().Single().Figures[1].Figure);
        Assert.Contains(told.Works.Title.Ky, paper.Text, StringComparison.Ordinal);
        Assert.Equal($"https://example.kg/measures/{told.Works.Code}", paper.Blocks.OfType<Qr>().Single().Address);
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task It_is_two_pages_at_most(string language)
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        foreach (var measure in (await app.PlanAsync()).Measures.Where((_, i) => i % 8 == 0))
        {
            var paper = await Composed.OfAsync(app, "passport", Cast.Coordinator, measure.Code, language: language);
            Assert.DoesNotMatch(@"\{\d|paper\.", paper.Text);
            using var pdf = new PdfReading(PdfReading.Write(new(paper.Part.Title, [paper.Part], PdfReading.Mark)));
            Assert.InRange(pdf.Pages.Count, 1, 2);
        }
    }

    [Fact]
    public async Task A_measure_that_is_not_there_has_no_passport()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        Assert.Equal("paper.rule.no-such.measure", (await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "passport", null, "CA-999"))).Sentence.Key);
    }
}
