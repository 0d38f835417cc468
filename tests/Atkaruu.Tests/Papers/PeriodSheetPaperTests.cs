using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Papers.Writing;
using Atkaruu.Tests.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

/// <summary>The sheets of a body and of a municipality, and the head's brief.</summary>
public sealed class PeriodSheetPaperTests
{
    private const string KashkaSuu = "41706259824000";

    [Fact]
    public async Task A_bodys_papers_have_its_own_words_and_nobody_elses_before_they_are_published()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);

        foreach (var kind in (string[])["body", "execution"])
        {
            var paper = await Composed.OfAsync(app, kind, Cast.Coordinator, "AO-CHON-ALAY");
            Assert.Contains(Told.OfChonAlay, paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Told.OfKashkaSuu, paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Told.OfWorks, paper.Text, StringComparison.Ordinal);
        }
        await app.PublishAsync(told.Period);
        Assert.Contains(Told.OfKashkaSuu, (await Composed.OfAsync(app, "execution", Cast.Coordinator, "AO-CHON-ALAY")).Text, StringComparison.Ordinal);
    }

    /// <summary>A measure that others lead stands on a body's paper as published, also in its figures.</summary>
    [Fact]
    public async Task What_others_have_only_told_the_coordinator_is_in_no_figure_of_a_bodys_paper()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);
        var plan = await app.PlanAsync();
        var helper = plan.DutiesOf(told.Works).First(d => d.Part == Part.Contribution).Body;

        var paper = await Composed.OfAsync(app, "execution", Cast.Coordinator, helper.Code);
        Assert.Equal("–", paper.Cell(paper.RowOf(told.Works), "share"));
        Assert.StartsWith("64", (await Composed.OfAsync(app, "execution", Cast.Coordinator, "RMA")) is var own ? own.Cell(own.RowOf(told.Works), "share") : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bodys_sheet_counts_what_it_owed_and_what_came_in_time()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);
        var owed = (await app.DutiesOfAsync(told.Period, "AO-CHON-ALAY")).Count;
        var paper = await Composed.OfAsync(app, "body", Cast.Coordinator, "AO-CHON-ALAY");

        Assert.Contains($"1 / {owed}", paper.Blocks.OfType<Tally>().Single().Figures.Select(f => f.Figure));
        Assert.Contains($"берилиши керек болгон {owed} отчеттун 1и өз мөөнөтүндө түштү", paper.Text, StringComparison.Ordinal);
        var row = paper.RowOf(told.Shared);
        Assert.Equal("22.11.2026, мөөнөтүндө", paper.Cell(row, "sent"));
        Assert.Equal(Told.OfChonAlay, paper.Cell(row, "done"));
        Assert.NotEmpty(paper.Cell(row, "next"));
        Assert.Contains("Ачык тапшырма жок.", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("тапшырма", (await Composed.OfAsync(app, "body", null, "AO-CHON-ALAY")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_return_that_a_body_owed_stands_on_its_sheet_once()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);
        foreach (var body in (string[])["RMA", "AO-KASHKA-SUU", "RBBB"])
        {
            var owed = await app.DutiesOfAsync(told.Period, body);
            var titles = (await Composed.OfAsync(app, "body", Cast.Coordinator, body)).Tables.SelectMany(t => t.Columns.ToList().FindIndex(c => c.Name == "title") is var at && at >= 0 ? t.Rows.Select(r => r.Cells[at].Paragraphs[0].Plain) : []).ToList();
            Assert.All(owed, duty => Assert.Equal((duty.Measure.Code, owed.Count(d => d.Measure.ShortName.Ky == duty.Measure.ShortName.Ky)), (duty.Measure.Code, titles.Count(t => t == duty.Measure.ShortName.Ky))));
        }
    }

    [Fact]
    public async Task It_stands_beside_the_others_as_on_its_page_with_n_of_m()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        await app.OpenPeriodAsync("2026-Q4"); // not over: the sheet is of this moment, like the pages

        foreach (var (kind, subject, page) in new[] { ("body", "RMA", "/bodies/RMA"), ("municipality", KashkaSuu, "/places/" + KashkaSuu) })
        {
            var shown = (await app.Visitor().VisitAsync(page)).Html.QuerySelectorAll(".compared-table tbody td").Select(td => Bare(td.TextContent)).ToList();
            var table = (await Composed.OfAsync(app, kind, Cast.Coordinator, subject, "2026-Q4")).Tables.FirstOrDefault(t => t.Caption!.StartsWith("Башкаларга салыштыруу", StringComparison.Ordinal));
            if (shown.Count == 0) Assert.Null(table);
            else
            {
                var cells = table!.Rows.SelectMany(r => r.Cells.Skip(1)).Select(c => Bare(Composed.Said(c))).ToList();
                Assert.Equal(shown.Count, cells.Count);
                Assert.All(shown.Zip(cells), both => Assert.Equal(Figures(both.First), Figures(both.Second)));
            }
        }

        static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        static IEnumerable<string> Figures(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\d+").Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_municipalitys_sheet_has_the_measures_that_its_page_promises()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        var plan = await app.PlanAsync();
        var promises = new Promises(plan, plan.Place(KashkaSuu)!);
        var paper = await Composed.OfAsync(app, "municipality", null, KashkaSuu);

        var table = paper.Tables.Single(t => t.Caption!.StartsWith("Айыл аймагындагы иш-чаралар", StringComparison.Ordinal));
        Assert.Equal(promises.Own.Concat(promises.Inside).OrderBy(m => m.Ordinal).Select(m => m.ShortName.Ky), table.Rows.Select(r => r.Cells[1].Paragraphs[0].Plain));
        await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "municipality", null, "41706259824010")); // a village
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task The_heads_brief_is_two_pages(string language)
    {
        await using var app = await App.StartAsync();
        await Told.AcceptedAsync(app);
        var paper = await Composed.OfAsync(app, "brief", Cast.Head, language: language);

        using var pdf = new PdfReading(PdfReading.Write(new(paper.Part.Title, [paper.Part], PdfReading.Mark)));
        Assert.Equal(2, pdf.Pages.Count);
        Assert.DoesNotMatch(@"\{\d|paper\.", paper.Text);
    }

    [Fact]
    public async Task The_heads_brief_says_what_the_heads_screen_says()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        await app.OpenPeriodAsync("2026-Q4");
        var paper = await Composed.OfAsync(app, "brief", Cast.Head, period: "2026-Q4");
        var head = await (await app.SignInAsync(Cast.Head)).VisitAsync("/head");

        Assert.Equal(head.Texts(".ak-tally .n").Select(n => n.Replace(" ", "", StringComparison.Ordinal)), paper.Blocks.OfType<Tally>().Single().Figures.Select(f => f.Figure.Replace(" ", "", StringComparison.Ordinal)));
        var late = paper.Tables.First(t => t.Columns.Count == 4).Rows.Select(r => r.Cells[0].Paragraphs[0].Plain).ToList();
        Assert.Equal(head.Html.QuerySelectorAll("section[aria-labelledby=h-late] td > a b").Select(b => b.TextContent).Take(late.Count), late);
    }

    [Fact]
    public async Task The_brief_is_for_nobody_outside()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/papers/brief.pdf?period=2026-Q3")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Reporter)).GetAsync("/papers/brief.pdf?period=2026-Q3")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await app.SignInAsync(Cast.Head)).GetAsync("/papers/brief.pdf?period=2026-Q3")).StatusCode);
    }
}
