using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Progress;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

public class PaperMakingTests
{
    private const string Report = "/papers/execution.pdf?period=2026-Q3&lang=ky";

    [Fact]
    public async Task A_paper_is_made_once_for_one_state_of_the_data_and_anew_for_the_next()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();

        var first = await app.Visitor().TakeAsync(Report);
        var again = await app.VisitorFrom("10.1.1.1").TakeAsync(Report);
        await app.PublishAsync(period);
        var after = await app.Visitor().TakeAsync(Report);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Code, after.Code);
        Assert.Contains("told 0 of 80|published 0", first.Text, StringComparison.Ordinal);
        Assert.Contains("told 1 of 80|published 1", after.Text, StringComparison.Ordinal);
        var papers = await app.PapersAsync();
        Assert.Equal([(first.Code, PaperData.Open), (after.Code, PaperData.Published)], papers.Select(p => (p.Code, p.Data)));
        Assert.Equal(["paper.made"], await app.WhatHappenedToAsync(papers[0]));
    }

    [Fact]
    public async Task On_a_new_letterhead_a_paper_is_made_anew()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var before = await app.Visitor().TakeAsync(Report);

        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(app.DataFolder, "templates")).FullName, "letterhead.docx"), "Бланк");

        Assert.NotEqual(before.Code, (await app.Visitor().TakeAsync(Report)).Code);
    }

    [Fact]
    public async Task Those_who_ask_for_the_same_at_once_get_one_paper()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => app.VisitorFrom($"10.0.0.{n}").TakeAsync(Report)));

        Assert.Single(all.Distinct());
        Assert.Single(await app.PapersAsync());
    }

    [Fact]
    public async Task It_is_an_attachment_with_a_name_a_type_and_no_place_in_a_cache()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();

        var answer = await app.Visitor().GetAsync("/ru/papers/execution.xlsx?period=2026-Q3&lang=ky,ru&about=RMA");

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "chon-alay-2025-2030-execution-2026-Q3-RMA-ky-ru.xlsx"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var paper = await app.OnlyAsync();
        Assert.Contains($"Xlsx|execution ky|{paper.Code}|https://localhost/verify/{paper.Code}|ky,ru|", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_that_is_set_is_printed_whatever_host_was_asked()
    {
        await using var app = await Play.StartAsync(("ATKARUU_URL", "https://chon-alay.example.kg/"));
        await app.AcceptedAsync();

        Assert.Contains("|https://chon-alay.example.kg/verify/", (await app.Visitor().TakeAsync(Report)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/execution.pdf", "/papers/execution")]
    [InlineData("/papers/passport.pdf?lang=ru", "/papers/passport?lang=ru")]
    [InlineData("/papers/execution.pdf?period=2026-Q7&lang=ky", "/papers/execution?period=2026-Q7&lang=ky")]
    [InlineData("/papers/review.pdf?period=2026-Y&lang=ky", "/papers/review?period=2026-Y&lang=ky")]
    public async Task What_still_has_to_be_chosen_leads_to_where_one_chooses(string address, string page)
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var browser = app.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(address)).StatusCode);
        Assert.Equal(page, browser.SentTo);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
        Assert.Empty(await app.PapersAsync());
    }

    [Theory]
    [InlineData("/papers/nonsense.pdf", 404)]
    [InlineData("/papers/execution.odt", 404)]
    [InlineData("/papers/execution.pdf?period=2031-Q1&lang=ky", 422)]
    [InlineData("/papers/passport.pdf?about=CA-999&lang=ky", 422)]
    [InlineData("/papers/execution.pdf?period=2026-Q3&lang=ky&about=NOBODY", 422)]
    [InlineData("/papers/made/0000-0000", 404)]
    public async Task What_is_not_there_is_said_and_nothing_is_made(string address, int status)
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();

        Assert.Equal(status, (int)(await app.Visitor().GetAsync(address)).StatusCode);
        Assert.Empty(await app.PapersAsync());
    }

    [Fact]
    public async Task One_address_may_have_only_so_many_made_and_those_that_are_there_are_still_given()
    {
        await using var app = await Play.StartAsync();
        var browser = app.VisitorFrom("10.7.7.7");
        var measures = (await app.PlanAsync()).Measures.Select(m => m.Code).ToList();
        foreach (var code in measures.Take(30)) await browser.TakeAsync($"/papers/passport.pdf?lang=ky&about={code}");

        Assert.Equal(429, (int)(await browser.GetAsync($"/papers/passport.pdf?lang=ky&about={measures[31]}")).StatusCode);
        Assert.Equal(200, (int)(await browser.GetAsync($"/papers/passport.pdf?lang=ky&about={measures[0]}")).StatusCode);
        Assert.Equal(200, (int)(await app.VisitorFrom("10.7.7.8").GetAsync($"/papers/passport.pdf?lang=ky&about={measures[31]}")).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, (int)(await browser.GetAsync($"/papers/passport.pdf?lang=ky&about={measures[32]}")).StatusCode);
    }

    [Fact]
    public async Task A_long_one_is_made_in_the_background_and_asked_for_twice_it_is_one()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var browser = app.Visitor();
        var page = await browser.VisitAsync("/papers/review?period=2026-Q3&lang=ky");

        var waiting = await browser.SubmitAsync(page, "make-pdf", ("lang", "ky"), ("audience", "public"));
        await browser.SubmitAsync(page, "make-pdf", ("lang", "ky"), ("audience", "public"));
        Assert.Equal((HttpStatusCode.OK, "Документ даярдалып жатат"), (waiting.Status, waiting.Texts("h1").Single()));
        Assert.True((await browser.VisitAsync("/papers"))["under-way"].Length > 0);

        await app.DrainLogAsync();

        var paper = await app.OnlyAsync();
        Assert.Equal((PaperState.Made, 100), (paper.State, paper.Progress));
        var ready = await browser.VisitAsync($"/papers/asked/{paper.Id}");
        Assert.Equal("Документ даяр", ready.Texts("h1").Single());
        Assert.Contains("|published 0", (await browser.TakeAsync($"/papers/made/{paper.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_was_being_made_when_the_program_ended_is_made_after_it_begins_again()
    {
        var reached = new TaskCompletionSource();
        var stopped = new CancellationTokenSource();
        var app = await App.StartWithAsync(Play.With(async stop =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, stopped.Token);
        }));
        await app.AcceptedAsync();
        var id = await app.Services.GetRequiredService<PaperOffice>().AskAsync(new(new("review", ["ky"], Span.Parse("2026-Q3"), null, Audience.Public), PaperFormat.Pdf, PaperSite.Usual, Actor.Visitor), default);
        var making = app.Services.GetRequiredService<PaperOffice>().MakeAskedAsync(id, stopped.Token);
        await reached.Task;
        var under = await app.OnlyAsync();
        Assert.Equal((PaperState.Making, PaperStep.Composing), (under.State, under.Step));
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);

        await using var again = await app.RestartAsync(Play.With());
        await again.DrainLogAsync();
        await again.DrainLogAsync();

        var paper = await again.OnlyAsync();
        Assert.Equal((id, PaperState.Made), (paper.Id, paper.State));
        Assert.Equal(["paper.asked", "paper.made"], await again.WhatHappenedToAsync(paper));
    }

    [Fact]
    public async Task A_paper_that_cannot_be_made_says_why_and_the_next_one_is_made()
    {
        var times = 0;
        await using var app = await App.StartWithAsync(Play.With(_ => ++times == 1 ? throw new InvalidOperationException("Ours") : Task.CompletedTask));
        await app.AcceptedAsync();
        var office = app.Services.GetRequiredService<PaperOffice>();
        var bad = await office.AskAsync(new(new("review", ["ky"], Span.Parse("2026-Q3"), null, Audience.Public), PaperFormat.Pdf, PaperSite.Usual, Actor.Visitor), default);
        var good = await office.AskAsync(new(new("review", ["ru"], Span.Parse("2026-Q3"), null, Audience.Public), PaperFormat.Pdf, PaperSite.Usual, Actor.Visitor), default);

        await app.DrainLogAsync();

        var papers = await app.PapersAsync();
        Assert.Equal([PaperState.Failed, PaperState.Made], [papers.Single(p => p.Id == bad).State, papers.Single(p => p.Id == good).State]);
        Assert.True((await app.Visitor().VisitAsync($"/papers/asked/{bad}")).Says("Биз тараптан ката кетти"));
    }

    [Fact]
    public async Task Bytes_are_forgotten_in_time_and_what_was_said_is_not()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();
        var (code, _) = await app.Visitor().TakeAsync(Report);
        await app.PublishAsync(period);
        await app.DrainLogAsync();
        var frozen = (await app.PapersAsync()).First(p => p.IsFrozen);

        app.Clock.Advance(TimeSpan.FromDays(91));
        await app.RunTimetableAsync(PaperKeeping.Forgets);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.DataFolder, "evidence"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, app.Clock.Now().AddDays(-80));
        await app.RunTimetableAsync("evidence-sweep");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync($"/papers/made/{code}")).StatusCode);
        Assert.True((await app.Visitor().VisitAsync($"/verify/{code}"))["said"].Contains("told 0", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync($"/papers/made/{frozen.Code}")).StatusCode);
        Assert.Null(await app.Services.GetRequiredService<EvidenceFiles>().OpenAsync((await app.PapersAsync()).Single(p => p.Code == code).Hash!, default));
    }

    [Fact]
    public async Task Codes_do_not_follow_each_other()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => PaperCode.New()).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, PaperCode.Read(code)));
        Assert.NotEqual(codes, codes.Order(StringComparer.Ordinal));
        await Task.CompletedTask;
    }
}
