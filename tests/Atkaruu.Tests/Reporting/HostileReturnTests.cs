using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Reporting;

public class HostileReturnTests
{
    private const string Admin = "/write/2026-Q3/CA-027/RMA";
    private static readonly string[] Fields = ["Done", "Problems", "Needs", "NeedsFrom", "NextStep", "Explanation", "HeardFrom", "PhysicalPercent", "Phase", "Values[0].Value", "Values[0].Explanation", "Values[0].NoData"];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><script>alert(1)</script>")]
    [InlineData("{{7*7}} ${7*7} '; drop table returns; --")]
    public async Task Hostile_strings_come_back_as_text(string hostile)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Admin);
        var scripts = form.Html.QuerySelectorAll("script, img").Length;

        var refused = await reporter.SubmitAsync(form, "check", [.. Fields.Select(f => (f, hostile))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(scripts, refused.Html.QuerySelectorAll("script, img").Length);
        Assert.Equal(hostile, refused.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.Equal(hostile, refused.Html.QuerySelector("#Values-0-Value")!.GetAttribute("value"));

        var check = await reporter.SubmitAsync(form, "check", ("Done", hostile), ("Problems", hostile), ("NextStep", hostile), ("HeardFrom", hostile));
        var sent = await reporter.SubmitAsync(check, "submit");
        foreach (var page in new[] { check, sent, await reporter.VisitAsync("/work") })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(page.Html.QuerySelectorAll("script"), s => s.TextContent.Length > 0);
            Assert.Empty(page.Html.QuerySelectorAll("img"));
        }
        Assert.Equal(hostile, (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
    }

    [Fact]
    public async Task Bytes_that_no_keyboard_gives_are_left_out()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var kept = await reporter.PostAsync(await reporter.VisitAsync(Admin), "save", ("Done", "бир\u0001\u007f\r\nэки\u202e"), ("NeedsFrom", "\u0002"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reporter.PostAsync(await reporter.VisitAsync(Admin), "save", ("Done", "\0"))).StatusCode);
        Assert.Equal("бир\nэки\u202e", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
    }

    [Theory]
    [InlineData("Done", 4_000)]
    [InlineData("NeedsFrom", 200)]
    [InlineData("Values[0].Explanation", 4_000)]
    public async Task Every_text_has_a_limit_and_is_given_back_whole(string field, int most)
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Admin);

        var page = await reporter.SubmitAsync(form, "check", ("Values[0].Value", "1"), (field, new string('ө', most + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Texts(".ak-wrong"), text => text.StartsWith("Өтө узун", StringComparison.Ordinal));
        var element = page.Html.QuerySelector($"[name='{field}']")!;
        Assert.Equal(most + 1, (element.GetAttribute("value") ?? element.TextContent.Trim()).Length);
        Assert.Equal(HttpStatusCode.OK, (await reporter.SubmitAsync(form, "check", ("Values[0].Value", "1"), (field, new string('ө', most)))).Status);
    }

    [Fact]
    public async Task A_form_without_its_key_or_with_nonsense_in_it_breaks_nothing()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var page = await reporter.SubmitAsync(await reporter.VisitAsync(Admin), "save", ("Key", "x"), ("Version", "x"), ("Done", "иш"), ("Values[7].Value", "3"), ("Values[0].Indicator", "x"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("иш", (await A.ReturnAsync(app, "CA-027", "RMA"))!.Words.Done);
    }

    [Fact]
    public async Task Files_are_kept_with_the_return_whether_they_come_with_the_form_or_before_it()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);
        var form = await reporter.VisitAsync(Admin);

        var early = reporter.Filled(form, "check", [("Latitude", "39.5"), ("Longitude", "72.9"), ("Accuracy", "8")], ("Photos", "roof.jpg", Picture()));
        early.RequestUri = new("https://localhost" + Admin + "?handler=Attach");
        early.Headers.Add("X-Fetch", "1");
        var answer = await reporter.SendAsync(early);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("X-Version"));

        await reporter.SendAsync(reporter.Filled(form, "check", [("Done", "Чатыр")], ("Files", "wall.jpg", Picture(7))));
        var check = await reporter.VisitAsync(Admin + "?check=true");
        Assert.Equal("Сүрөт жана документ: 2", check["files-count"]);
        Assert.Null(check.Html.QuerySelector("[data-warning=no-evidence]"));
        var made = (await A.ReturnAsync(app, "CA-027", "RMA"))!;
        var items = await app.InDbAsync(db => db.Evidence.Where(e => e.OwnerId == made.Id).OrderBy(e => e.AddedAt).ToListAsync());
        Assert.Equal([39.5, null], items.Select(e => e.Latitude).OrderBy(l => l is null));

        var page = await reporter.VisitAsync(Admin);
        await reporter.SubmitAsync(page, Page.Clean(page.Html.QuerySelector("[data-remove]")!.TextContent), ("item", items[0].Id.ToString()));
        Assert.Equal(1, await app.InDbAsync(db => db.Evidence.CountAsync(e => e.OwnerId == made.Id && e.RemovedAt == null)));
    }

    [Fact]
    public async Task A_refused_file_leaves_what_was_typed()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var page = await Page.ReadAsync(await reporter.SendAsync(reporter.Filled(await reporter.VisitAsync(Admin), "check", [("Done", "Узун сөз")], ("Files", "virus.exe", "MZ"u8.ToArray()))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Узун сөз", page.Html.QuerySelector("#Done")!.TextContent.Trim());
        Assert.Equal(0, await app.InDbAsync(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task This_page_takes_more_than_others_and_not_everything()
    {
        await using var app = await App.StartAsync();
        await A.OpenPeriodAsync(app, "2026-Q3");
        var reporter = await app.SignInAsync(Cast.AdministrationReporter);

        var large = reporter.Filled(await reporter.VisitAsync(Admin), "check", [("Done", "Чатыр")], ("Files", "wall.exe", new byte[3_000_000]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reporter.SendAsync(large)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await reporter.SendAsync(new(HttpMethod.Post, Admin) { Content = new ByteArrayContent(new byte[65 * 1024 * 1024]) })).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await reporter.SendAsync(new(HttpMethod.Post, "/register") { Content = new ByteArrayContent(new byte[2_000_000]) })).StatusCode);
    }

    /// <summary>A real small JPEG; another colour is another picture.</summary>
    private static byte[] Picture(byte shade = 200)
    {
        using var bitmap = new SkiaSharp.SKBitmap(64, 48);
        bitmap.Erase(new(shade, 120, 40));
        using var image = SkiaSharp.SKImage.FromBitmap(bitmap);
        return image.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 80).ToArray();
    }
}
