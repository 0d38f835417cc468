using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Reporting;

/// <summary>A number by sex, age and municipality: asked, kept as told, shown.</summary>
public class PartsTests
{
    private const string Admin = "/write/2026-Q3/CA-027/RMA";

    private static async Task<App> AskedAsync(params string[] dimensions)
    {
        var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var first = plan.Indicators(plan.Measure("CA-027")!).First().Id;
        await app.AsAsync(Cast.Coordinator, async (db, _) =>
        {
            (await db.Indicators.SingleAsync(i => i.Id == first)).Describe(new() { Dimensions = dimensions });
            return await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<PlanShelf>().Forget();
        await A.OpenPeriodAsync(app, "2026-Q3");
        return app;
    }

    [Fact]
    public async Task The_form_asks_only_for_what_the_passport_names()
    {
        await using var app = await AskedAsync(Dimensions.Sex, Dimensions.Municipality);
        var page = await (await app.SignInAsync(Cast.AdministrationReporter)).VisitAsync(Admin);

        Assert.Equal(2, page.Html.QuerySelectorAll("[data-test=parts-0-sex] input").Length);
        Assert.True(page.Html.QuerySelectorAll("[data-test=parts-0-municipality] input").Length >= 3);
        Assert.Contains("Чоң-Алай", page["parts-0-municipality"], StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[data-test=parts-0-age], [data-test=parts-1-sex]"));
        Assert.All(page.Html.QuerySelectorAll("details.parts"), d => Assert.False(d.HasAttribute("open")));
    }

    [Fact]
    public async Task Parts_are_kept_and_shown_everywhere_and_give_the_total_that_was_left_empty()
    {
        await using var app = await AskedAsync(Dimensions.Sex);
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Иш"), ("Values[0].Parts[sex.female]", "12,5"), ("Values[0].Parts[sex.male]", "15"));
        Assert.True(check.Says("аялдар 12,5; эркектер 15"));
        Assert.Null(check.Html.QuerySelector("[data-warning=parts]"));
        await reporter.SubmitAsync(check, "submit");
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        Assert.Equal(27.5m, made.Values.Single().Value);
        Assert.Equal([new(Dimensions.Sex, "female", 12.5m), new ValuePart(Dimensions.Sex, "male", 15)], made.Values.Single().Parts);

        var coordinator = await app.SignInAsync(Cast.Coordinator);
        Assert.Contains("аялдар 12,5; эркектер 15", Page.Clean((await coordinator.VisitAsync("/returns/" + made.Id))["parts"]), StringComparison.Ordinal);
        await app.AcceptAsync(made);
        await app.PublishAsync(await app.InDbAsync(db => db.Periods.SingleAsync()));
        app.Services.GetRequiredService<PlanShelf>().Forget();
        Assert.Contains("аялдар 12,5; эркектер 15", Page.Clean((await app.Visitor().VisitAsync("/measures/CA-027"))["parts"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_how_much_the_parts_miss_the_number_is_said_until_it_is_explained()
    {
        await using var app = await AskedAsync(Dimensions.Sex);
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        (string, string)[] typed = [("Done", "Иш"), ("Values[0].Value", "20"), ("Values[0].Parts[sex.female]", "12"), ("Values[0].Parts[sex.male]", "5")];

        var check = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", typed);
        Assert.Contains("Бөлүктөрүнүн суммасы 17, жалпысы 20.", Page.Clean(check.Html.QuerySelector("[data-warning=parts]")?.TextContent), StringComparison.Ordinal);
        var form = await reporter.VisitAsync(Admin);
        Assert.Contains("айырмасы 3", Page.Clean(form["parts-0-sex"]), StringComparison.Ordinal);
        Assert.True(form.Html.QuerySelector("[data-test=parts-0-sex]")!.HasAttribute("open"));

        check = await reporter.SubmitAsync(form, "check", ("Values[0].Explanation", "Үчөөнүн жынысы жазылган эмес"));
        Assert.Null(check.Html.QuerySelector("[data-warning=parts]"));
    }

    [Fact]
    public async Task Half_of_the_parts_is_no_total_and_words_are_no_part()
    {
        await using var app = await AskedAsync(Dimensions.Sex);
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var half = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "check", ("Done", "Иш"), ("Values[0].Parts[sex.female]", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.Status);
        Assert.True(half.Says("Жалпы санын жазыңыз"));
        Assert.Equal("12", half.Html.QuerySelector("[name='Values[0].Parts[sex.female]']")!.GetAttribute("value"));
        var words = await reporter.SubmitAsync(half, "check", ("Values[0].Value", "12"), ("Values[0].Parts[sex.male]", "көп"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, words.Status);
        Assert.Contains("сан эмес", words["errors"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_that_nobody_asked_for_are_not_kept()
    {
        await using var app = await AskedAsync(Dimensions.Sex);
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "save", ("Done", "Иш"), ("Values[0].Value", "3"), ("Values[0].Parts[age.18-29]", "3"), ("Values[0].Parts[sex.other]", "3"), ("Values[0].Parts[sex.male]", "3"));
        Assert.Equal([new ValuePart(Dimensions.Sex, "male", 3)], (await A.ReturnAsync(app, "CA-027", "RMA"))!.Values.Single().Parts);
    }

    [Fact]
    public async Task Over_the_target_is_judged_by_the_sum_of_all_bodies_and_periods()
    {
        await using var app = await App.StartAsync();
        var plan = await app.PlanAsync();
        var (measure, indicator) = plan.Measures.SelectMany(m => plan.Indicators(m).Select(i => (m, i)))
            .First(x => x.i is { Accumulation: Accumulation.Increments, Target: > 1, Direction: Direction.Rising, Ordinal: 1 } && plan.DutiesOf(x.m).Count(d => d.EntersValues) == 1 && x.m.Schedule.StartIn(2026) < new DateOnly(2026, 6, 1));
        var body = plan.DutiesOf(measure)[0].Body.Code;
        await A.SentReturnAsync(app, "2026-Q2", measure.Code, body, new() { Done = "Башы" }, true, decimal.Floor(indicator.Target!.Value));
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(new("sum", "Кабарчы", body, new Grant(Role.Reporter, new(Body: body))));

        var check = await reporter.SubmitAsync(await reporter.VisitAsync($"/write/2026-Q3/{measure.Code}/{body}"), "check", ("Done", "Уландысы"), ("Values[0].Value", "1"));
        Assert.NotNull(check.Html.QuerySelector("[data-warning=over-target]"));
    }
}
