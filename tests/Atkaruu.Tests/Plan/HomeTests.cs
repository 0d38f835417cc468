using Atkaruu.Modules.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Plan;

public sealed class HomeTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Theory]
    [InlineData("/", "Азырынча отчет жок", "80 иш-чара, 25 милдет")]
    [InlineData("/ru/", "Отчётов пока нет", "80 мероприятий, 25 задач")]
    [InlineData("/en/", "No reports yet", "80 measures in 25 tasks")]
    public async Task The_heading_is_the_answer(string address, string heading, string plan)
    {
        var page = await reading.Visitor.VisitAsync(address);

        Assert.Equal(heading, page.Texts("h1").Single());
        Assert.True(page.Says(plan));
        Assert.False(page.Texts("main").Single().Contains("0%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_number_leads_to_as_many_measures()
    {
        var page = await reading.Visitor.VisitAsync("/");
        var years = page.Html.QuerySelectorAll(".yearfield li:not(.units li)").Where(li => li.QuerySelector(".base") is not null).ToList();

        Assert.Equal(6, years.Count);
        foreach (var year in years)
        {
            var list = await reading.Visitor.VisitAsync(year.QuerySelector(".base a")!.GetAttribute("href")!);
            Assert.Equal(year.QuerySelectorAll(".units li").Length, list.Html.QuerySelectorAll(".reg tr[id]").Length);
        }
    }

    [Fact]
    public async Task What_is_due_and_not_reported_is_shown_one_mark_each()
    {
        var page = await reading.Visitor.VisitAsync("/");
        var silent = await reading.Visitor.VisitAsync("/register?state=silent");

        var due = silent.Html.QuerySelectorAll(".reg tr[id]").Length;
        Assert.Equal(due, page.Html.QuerySelectorAll(".ak-answer .units li").Length);
        Assert.True(page.Says($"{due} иштин мөөнөтү келди"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_plan_is_counted_by_severity()
    {
        var plan = (await reading.App.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var page = await reading.Visitor.VisitAsync("/");

        Assert.Equal(plan.Findings.GroupBy(f => f.Severity).OrderBy(g => g.Key).Select(g => $"{g.Count()}"), page.Texts("main .facet b"));
    }

    [Fact]
    public async Task All_villages_are_offered_in_dictionary_order_under_their_municipality()
    {
        var page = await reading.Visitor.VisitAsync("/");
        var lists = page.Html.QuerySelectorAll(".vlist").Select(list => list.QuerySelectorAll("a").Select(a => a.TextContent).ToList()).ToList();

        Assert.Equal(21, lists.Sum(list => list.Count));
        Assert.All(lists, list => Assert.Equal(list.Order(StringComparer.Create(new("ky-KG"), false)), list));
    }

    [Fact]
    public async Task Before_a_plan_is_there_the_page_says_so()
    {
        await using var empty = await App.StartEmptyAsync();
        empty.Services.GetRequiredService<PlanShelf>().Forget();
        await empty.InDbAsync(async db => { db.Editions.RemoveRange(db.Editions); db.Wordings.RemoveRange(db.Wordings); await db.SaveChangesAsync(); });

        var home = await empty.Visitor().VisitAsync("/");
        var register = await empty.Visitor().VisitAsync("/register");

        Assert.All([home, register], page => Assert.True(page.Says("План али жүктөлө элек")));
    }
}
