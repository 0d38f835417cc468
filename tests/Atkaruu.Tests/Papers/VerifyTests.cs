using System.Net;
using System.Text;
using Atkaruu.Modules.Papers;
using Atkaruu.Tests.Reporting;

namespace Atkaruu.Tests.Papers;

public class VerifyTests
{
    [Theory]
    [InlineData("7K2M-9QXA", "7K2M-9QXA")]
    [InlineData(" 7k2m 9qxa ", "7K2M-9QXA")]
    [InlineData("7k2m9qxa", "7K2M-9QXA")]
    [InlineData("7K2M–9QXA", "7K2M-9QXA")]
    [InlineData("oil0-1234", "0110-1234")]
    [InlineData("АВЕК-МНРС", "ABEK-MHPC")]
    [InlineData("7K2M-9QX", null)]
    [InlineData("7K2M-9QXAA", null)]
    [InlineData("7K2M-9QX*", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_a_hand_types_it(string? typed, string? code) => Assert.Equal(code, PaperCode.Read(typed));

    [Fact]
    public async Task A_code_typed_by_hand_finds_what_the_paper_said()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var (code, _) = await app.Visitor().TakeAsync("/papers/execution.pdf?period=2026-Q3&lang=ky");
        var browser = app.Visitor();

        var answer = await browser.GetAsync("/verify?code=" + code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        Assert.Equal("/verify/" + code, browser.SentTo);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.VisitAsync("/verify/" + code);

        Assert.Equal("Мындай документ бар", page["answer"]);
        Assert.Contains("told 0", page["said"], StringComparison.Ordinal);
        Assert.Contains("22.11.2026 09:00", page["paper"], StringComparison.Ordinal);
        Assert.Equal("", page["news"]);
    }

    [Fact]
    public async Task Newer_data_are_said()
    {
        await using var app = await Play.StartAsync();
        var (period, _) = await app.AcceptedAsync();
        var (code, _) = await app.Visitor().TakeAsync("/papers/execution.pdf?period=2026-Q3&lang=ky");

        await app.PublishAsync(period);

        Assert.NotEqual("", (await app.Visitor().VisitAsync("/verify/" + code))["news"]);
    }

    [Fact]
    public async Task A_file_is_unaltered_to_its_last_byte_or_altered()
    {
        await using var app = await Play.StartAsync();
        await app.AcceptedAsync();
        var (code, text) = await app.Visitor().TakeAsync("/papers/execution.pdf?period=2026-Q3&lang=ky");
        var bytes = Encoding.UTF8.GetBytes(text);
        var changed = Encoding.UTF8.GetBytes(text.Replace("told 0", "told 9", StringComparison.Ordinal));
        var browser = app.Visitor();

        Assert.Equal("Файл өзгөртүлгөн эмес", await CheckAsync("/verify", bytes));
        Assert.Equal("Файл өзгөртүлгөн эмес", await CheckAsync("/verify/" + code, bytes));
        Assert.Equal("Файл өзгөртүлгөн", await CheckAsync("/verify/" + code, changed));
        Assert.Equal("Мындай файл бул жерде даярдалган эмес", await CheckAsync("/verify", changed));

        async Task<string> CheckAsync(string address, byte[] file) =>
            (await Page.ReadAsync(await browser.SendAsync(browser.Filled(await browser.VisitAsync(address), "check", [], ("File", "a.pdf", file)))))["answer"];
    }

    [Fact]
    public async Task A_code_that_was_never_given_is_not_found_and_a_form_without_a_file_says_so()
    {
        await using var app = await Play.StartAsync();
        var browser = app.Visitor();

        var unknown = await browser.VisitAsync("/verify/0000-0000");
        var empty = await browser.SubmitAsync(await browser.VisitAsync("/verify"), "check");

        Assert.Equal((HttpStatusCode.NotFound, "«0000-0000» коддуу документ жок"), (unknown.Status, unknown["answer"]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (empty.Status, empty.Says("Текшериле турган файлды тандаңыз.")));
    }
}
