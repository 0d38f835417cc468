using System.Net;
using Atkaruu.Modules.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Plan;

public sealed class MeasurePageTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Fact]
    public async Task Every_measure_has_a_page_in_every_language()
    {
        var plan = await PlanAsync();
        foreach (var measure in plan.Measures)
        {
            var page = await reading.Visitor.VisitAsync($"/measures/{measure.Code}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
        Assert.All(["/ru", "/en"], language => Assert.Equal(HttpStatusCode.OK, reading.Visitor.VisitAsync($"{language}/measures/CA-080").Result.Status));
    }

    [Fact]
    public async Task Shows_the_exact_words_under_the_official_headings()
    {
        var plan = await PlanAsync();
        var measure = plan.Measure("CA-013")!;
        var page = await reading.Visitor.VisitAsync("/ru/measures/CA-013");

        Assert.Equal(plan.Programme.Headings, page.Texts("#words th"));
        Assert.Equal([measure.Number!, plan.Task(measure).Title.Ky, measure.Title.Ky, measure.Schedule.Text, measure.ExpectedResult.Ky, measure.ResponsibleText], page.Texts("#words td"));
    }

    [Fact]
    public async Task A_translation_stands_beside_the_original_and_says_that_it_is_unofficial()
    {
        var measure = (await PlanAsync()).Measure("CA-060")!;
        var page = await reading.Visitor.VisitAsync("/ru/measures/CA-060");

        Assert.Equal(measure.Title.Ru, page.Texts("h1").Single());
        Assert.Contains(measure.Title.Ky, page.Texts(".original").Single(), StringComparison.Ordinal);
        Assert.Contains("неофициальный", page.Texts(".original").Single(), StringComparison.Ordinal);
        Assert.Empty((await reading.Visitor.VisitAsync("/measures/CA-060")).Html.QuerySelectorAll(".original"));
    }

    [Theory]
    [InlineData("/measures/ca-060")]
    [InlineData("/measures/Ca-060")]
    public async Task The_address_has_one_spelling(string address)
    {
        var answer = await reading.Visitor.GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/measures/CA-060"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Nothing_reported_is_not_zero()
    {
        var page = await reading.Visitor.VisitAsync("/measures/CA-060");

        Assert.Equal(["отчет жок", "текшериле элек"], page.Texts(".ak-triple .big.none"));
        Assert.DoesNotContain(page.Texts(".ak-triple .big"), text => text.Contains("0 %", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_deadline_is_drawn_as_a_question()
    {
        var page = await reading.Visitor.VisitAsync("/measures/CA-009");

        Assert.NotNull(page.Html.QuerySelector(".ak-strip .span.miss"));
        Assert.True(page.Says("программанын аягы 31.12.2030 деп эсептелет"));
    }

    [Fact]
    public async Task Works_show_the_closed_months_and_others_do_not()
    {
        var plan = await PlanAsync();
        foreach (var measure in plan.Measures.GroupBy(m => m.Kind).Select(kind => kind.First()))
        {
            var page = await reading.Visitor.VisitAsync($"/measures/{measure.Code}");
            Assert.Equal(measure.Kind == MeasureKind.Works, page.Says("курулушка жабык айлар"));
        }
    }

    [Fact]
    public async Task Targets_come_with_the_words_they_were_taken_from_and_an_unknown_baseline_stays_unknown()
    {
        var plan = await PlanAsync();
        var measure = plan.Measures.First(m => plan.Indicators(m).Any(i => i.Baseline is null && i.Source.Length > 0 && i.Target is not null));
        var page = await reading.Visitor.VisitAsync($"/measures/{measure.Code}");

        Assert.Contains(plan.Indicators(measure).First().Source, page.Texts("#indicators").Single(), StringComparison.Ordinal);
        Assert.Contains("белгисиз", page.Texts("#indicators td"));
    }

    [Fact]
    public async Task Findings_stand_on_the_page_with_what_to_do_and_their_words_marked()
    {
        var page = await reading.Visitor.VisitAsync("/measures/CA-013");

        Assert.Equal(["98%", "95 пайыз"], page.Texts("#words mark"));
        Assert.Contains(page.Texts("#findings article"), finding => finding.Contains("Эмне кылуу керек:", StringComparison.Ordinal));
        Assert.DoesNotContain("Words {", page.Texts("main").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ru")]
    [InlineData("/en")]
    public async Task No_page_shows_how_the_program_writes_to_itself(string language)
    {
        foreach (var measure in (await PlanAsync()).Measures)
            Assert.DoesNotContain(" { Ky =", (await reading.Visitor.VisitAsync($"{language}/measures/{measure.Code}")).Texts("body").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_begins_with_the_edition_that_brought_it()
    {
        var page = await reading.Visitor.VisitAsync("/measures/CA-001");

        Assert.Equal(["Иш-чара 1-редакция менен программага кирди."], page.Texts("#history li p").Select(text => text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public async Task Neighbours_are_a_step_away_and_the_ends_have_one_each()
    {
        async Task<string[]> Turns(string code) => [.. (await reading.Visitor.VisitAsync("/measures/" + code)).Html.QuerySelectorAll(".ak-turn a").Select(a => a.GetAttribute("href")!)];

        Assert.Equal(["/measures/CA-002"], await Turns("CA-001"));
        Assert.Equal(["/measures/CA-001", "/measures/CA-003"], await Turns("CA-002"));
        Assert.Equal(["/measures/CA-079"], await Turns("CA-080"));
    }

    private async Task<PlanInForce> PlanAsync() => (await reading.App.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
}
