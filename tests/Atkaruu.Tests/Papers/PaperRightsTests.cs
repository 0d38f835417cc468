using System.Net;
using Atkaruu.Modules.Papers;
using Atkaruu.Tests.Reporting;

namespace Atkaruu.Tests.Papers;

/// <summary>What one may not see is not there, by whatever way one comes.</summary>
public class PaperRightsTests
{
    public static TheoryData<string> StaffPapers =>
    [
        "/papers/execution.pdf?period=2026-Q3&lang=ky&audience=staff",
        "/papers/brief.pdf?lang=ky&audience=staff",
        "/papers/passport.pdf?lang=ky&about=CA-001&audience=staff",
    ];

    [Theory]
    [MemberData(nameof(StaffPapers))]
    public async Task What_knows_more_than_is_published_is_for_who_may_read_all_of_it(string address)
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();

        var coordinator = await app.SignInAsync(Cast.Coordinator);
        var (code, _) = await coordinator.TakeAsync(address);
        var paper = await app.OnlyAsync();

        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/papers/made/{code}")).StatusCode);
        foreach (var browser in new[] { app.Visitor(), await app.SignInAsync(Cast.OtherReporter), await app.SignInAsync(Cast.Administrator) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/papers/made/{code}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/papers/asked/{paper.Id}")).StatusCode);
            Assert.DoesNotContain(code, await (await browser.GetAsync("/papers")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            var verified = await browser.VisitAsync($"/verify/{code}");
            Assert.Equal(HttpStatusCode.OK, verified.Status);
            Assert.False(verified.Says("told 1"), "what it said is told to those who may not read it");
            Assert.True(verified.Says("Бул кызматтык документ"));
        }
        Assert.True((await coordinator.VisitAsync($"/verify/{code}"))["said"].Contains("told 1", StringComparison.Ordinal));
        Assert.Contains(code, await (await coordinator.GetAsync("/papers")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_everybody_may_have_says_only_what_is_published_whoever_asks()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        const string Address = "/papers/execution.docx?period=2026-Q3&lang=ky";

        var (code, text) = await (await app.SignInAsync(Cast.Coordinator)).TakeAsync(Address);

        Assert.Contains("told 0 of", text, StringComparison.Ordinal);
        Assert.Equal((code, text), await app.Visitor().TakeAsync(Address));
    }

    [Fact]
    public async Task Who_may_have_more_is_offered_it_while_the_period_is_not_published()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        async Task<string?> OfferedAsync() => (await coordinator.VisitAsync("/papers/execution?period=2026-Q3")).Html.QuerySelector("input[name=audience][checked]")?.GetAttribute("value");

        Assert.Equal("staff", await OfferedAsync());
        await app.PublishAsync(period);
        Assert.Equal("public", await OfferedAsync());
    }

    [Fact]
    public async Task Who_reports_for_a_body_may_have_its_report_and_no_other()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var reporter = await app.SignInAsync(Cast.Reporter);

        await reporter.TakeAsync("/papers/execution.docx?period=2026-Q3&lang=ky&audience=staff&about=" + Cast.Reporter.Body);

        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync("/papers/execution.docx?period=2026-Q3&lang=ky&audience=staff&about=" + Cast.OtherReporter.Body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync("/papers/execution.docx?period=2026-Q3&lang=ky&audience=staff")).StatusCode);
    }

    [Fact]
    public async Task Two_who_may_read_it_do_not_share_what_was_made_for_one()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        const string Address = "/papers/brief.docx?lang=ky&audience=staff";
        var coordinator = await app.SignInAsync(Cast.Coordinator);

        Assert.NotEqual((await coordinator.TakeAsync(Address)).Code, (await (await app.SignInAsync(Cast.Head)).TakeAsync(Address)).Code);
        Assert.Equal(2, (await app.PapersAsync()).Count);
    }

    [Fact]
    public async Task A_kind_for_those_who_work_here_is_not_shown_to_others()
    {
        await using var app = await Play.StartAsync();

        Assert.False((await app.Visitor().VisitAsync("/papers")).Says("Аким үчүн эки барак"));
        Assert.True((await (await app.SignInAsync(Cast.Coordinator)).VisitAsync("/papers")).Says("Аким үчүн эки барак"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/papers/brief")).StatusCode);
    }
}
