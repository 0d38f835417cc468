using System.Net;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>What everybody sees of progress: the numbers, how they came about, and what is said where there is none.</summary>
public sealed class ProgressPagesTests
{
    [Fact]
    public async Task A_published_share_stands_on_the_measure_page_with_its_whole_arithmetic()
    {
        await using var app = await App.StartAsync();
        var measure = await PublishedAsync(app);
        var page = await app.Visitor().VisitAsync("/measures/" + measure.Code);

        Assert.Equal("64 %", page["reported"].Replace('\u00a0', ' '));
        Assert.Equal(8, page.Html.QuerySelectorAll(".under .calc tbody tr").Length);
        Assert.Contains("63,9", page.Texts(".under .calc tfoot").First(), StringComparison.Ordinal);
        Assert.Contains("ички эсеп", page.Texts(".under .how").First(), StringComparison.Ordinal);
        Assert.Equal(["текшериле элек"], page.Texts(".ak-triple .big.none")); // nobody has looked, which is not 0 %
        Assert.Empty(page.Html.QuerySelectorAll(".under [style]"));
    }

    [Fact]
    public async Task Who_entered_and_accepted_is_named_to_those_who_work_here_only()
    {
        await using var app = await App.StartAsync();
        var measure = await PublishedAsync(app);

        Assert.DoesNotContain(Cast.AdministrationReporter.Name, (await app.Visitor().VisitAsync("/measures/" + measure.Code)).Texts(".told").Single(), StringComparison.Ordinal);
        var told = (await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/measures/" + measure.Code)).Texts(".told").Single();
        Assert.All([Cast.AdministrationReporter.Name, Cast.Coordinator.Name], name => Assert.Contains(name, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_register_and_timeline_tell_the_share()
    {
        await using var app = await App.StartAsync();
        var measure = await PublishedAsync(app);
        var browser = app.Visitor();

        Assert.Contains(measure.Code, (await browser.VisitAsync("/")).Html.QuerySelector(".ak-log a")!.GetAttribute("href"), StringComparison.Ordinal);
        var row = (await browser.VisitAsync("/register")).Html.QuerySelector($"#{measure.Code} .share")!;
        Assert.Contains("64", row.TextContent, StringComparison.Ordinal);
        Assert.Single((await browser.VisitAsync("/timeline")).Html.QuerySelectorAll("svg.lane .fill"));
        var lines = Encoding.UTF8.GetString(await (await browser.GetAsync("/register.csv")).Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Contains("Билдирилди, %", lines[0], StringComparison.Ordinal);
        Assert.Contains(",64,,", lines.Single(l => l.StartsWith(measure.Code, StringComparison.Ordinal)), StringComparison.Ordinal); // not verified is an empty cell
    }

    [Fact]
    public async Task A_body_stands_beside_the_middle_of_the_others_with_its_n_of_m()
    {
        await using var app = await App.StartAsync();
        await PublishedAsync(app);
        var page = await app.Visitor().VisitAsync("/bodies/RMA");

        Assert.Contains("ички эсеп", page.Texts(".compared-table").Single(), StringComparison.Ordinal);
        Assert.Contains("иштин 1и", page.Texts(".compared-table").Single(), StringComparison.Ordinal);
        Assert.Contains("1 отчеттун 1и", page["on-time"], StringComparison.Ordinal);
        Assert.Empty((await app.Visitor().VisitAsync("/bodies/TOKOY")).Html.QuerySelectorAll("[data-test=on-time]"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/register")]
    [InlineData("/timeline")]
    [InlineData("/bodies/RMA")]
    [InlineData("/places/41706259816000")]
    [InlineData("/measures/[code]")]
    [InlineData("/measures/[code]/confidence")]
    public async Task A_page_asks_the_database_few_times_however_many_measures(string address)
    {
        await using var app = await App.StartAsync();
        var measure = await PublishedAsync(app);
        var browser = address.EndsWith("confidence", StringComparison.Ordinal) ? await app.SignInAsync(Cast.Coordinator) : app.Visitor();
        address = address.Replace("[code]", measure.Code, StringComparison.Ordinal);
        await browser.VisitAsync("/measures/CA-060"); // plan, progress, works and money are at hand, the page itself has not been kept

        Assert.InRange(await app.Queries.CountAsync(async () => Assert.Equal(HttpStatusCode.OK, (await browser.VisitAsync(address)).Status)), 0, 10);
    }

    [Fact]
    public async Task The_coordinators_word_stands_beside_the_numbers()
    {
        await using var app = await App.StartAsync();
        var measure = await PublishedAsync(app);
        var address = $"/measures/{measure.Code}/confidence";
        var browser = await app.SignInAsync(Cast.Coordinator);

        var empty = await browser.SubmitAsync(await browser.VisitAsync(address), "assess", ("Level", "SupportNeeded"), ("Words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.NotNull(empty.Html.QuerySelector("input[value=SupportNeeded][checked]")); // nothing chosen is lost

        var page = await browser.SubmitAsync(await browser.VisitAsync(address), "assess", ("Level", "SupportNeeded"), ("Words", "Каржы <b>жок</b>"));
        Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Found, page.Status.ToString());
        var said = await app.InDbAsync(db => db.Set<Assessment>().SingleAsync());
        Assert.Equal((Confidence.SupportNeeded, Cast.Coordinator.Name), (said.Level, said.ByName));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("Каржы <b>жок</b>", (await app.Visitor().VisitAsync("/measures/" + measure.Code))["confidence"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_accept_says_it()
    {
        await using var app = await App.StartAsync();
        foreach (var who in new[] { Cast.Reporter, Cast.Verifier, Cast.Observer })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(who)).VisitAsync("/measures/CA-001/confidence")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/measures/CA-999/confidence")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0.2", 0.2)]
    [InlineData("0.3", 0.2, 0.4)]
    [InlineData("0.4", 0.9, 0.1, 0.4)]
    public void The_middle_of_the_others_is_moved_by_no_single_one(string? middle, params double[] values) =>
        Assert.Equal(middle is null ? null : decimal.Parse(middle, System.Globalization.CultureInfo.InvariantCulture), Compared.Median([.. values.Select(v => (decimal)v)]));

    /// <summary>A works measure of the administration, 42 % built, published.</summary>
    private static async Task<Measure> PublishedAsync(App app)
    {
        var period = await app.OpenPeriodAsync("2026-Q3");
        var duty = (await app.DutiesOfAsync(period, "RMA")).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works);
        await app.AcceptAsync(await app.SendAsync(Cast.AdministrationReporter, period, duty, new() { Done = "Дубал", Phase = WorksPhase.Construction, PhysicalPercent = 42 }));
        await app.PublishAsync(period);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        return duty.Measure;
    }
}
