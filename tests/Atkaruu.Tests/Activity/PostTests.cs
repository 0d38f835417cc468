using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atkaruu.Tests.Activity;

public class PostTests
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static MailSettings Settings(SmtpCatcher catcher) => new("127.0.0.1", catcher.Port, null, null, "atkaruu@chon-alay.example", "https://plan.example.kg");

    private static Task DoAsync(App app, SmtpCatcher catcher, Func<Post, Task> work) => app.InDbAsync(db =>
        work(new(db, Settings(catcher), new QuietDays(), app.Clock, NullLogger<Post>.Instance)));

    private static Task SendAsync(App app, SmtpCatcher catcher) => DoAsync(app, catcher, post => post.SendAsync(CancellationToken.None));

    /// <summary>A reporter with an address and one return sent back, on a working day.</summary>
    private static async Task<ReportingScene> SceneAsync(App app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1)); // Monday
        foreach (var who in (Cast[])[Cast.Reporter, Cast.Coordinator]) await app.InDbAsync(db => who.InAsync(db));
        await app.InDbAsync(db => db.People.ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, x => x.Login + "@example.kg")));
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SendBackAsync(await scene.SubmitAsync(Cast.Reporter, 120), "Сан туура эмес");
        await app.DrainLogAsync();
        return scene;
    }

    [Fact]
    public async Task What_came_back_is_told_at_once_and_once()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher();
        await SceneAsync(app);

        await SendAsync(app, catcher);
        await SendAsync(app, catcher);

        var letter = Assert.Single(catcher.Letters);
        Assert.Equal("Аткаруу: маалымат кайтарылды", letter.Subject);
        Assert.Equal("chynara@example.kg", letter.To.Mailboxes.Single().Address);
        Assert.Contains("Сан туура эмес", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://plan.example.kg/write/2026-Q3/", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://plan.example.kg/write/2026-Q3/", letter.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_comes_once_a_day_in_the_readers_language_and_not_what_was_read()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher();
        await SceneAsync(app);
        await app.InDbAsync(db => db.People.ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, "ru")));
        await app.InDbAsync(db => db.Notices.Where(n => n.Kind == NoticeKind.Returned).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, app.Clock.Now())));

        for (var i = 0; i < 3; i++)
        {
            await DoAsync(app, catcher, post => post.MakeDigestsAsync(CancellationToken.None));
            await SendAsync(app, catcher);
        }

        Assert.Equal(["bakyt@example.kg", "chynara@example.kg"], catcher.Letters.Select(l => l.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(catcher.Letters, letter => Assert.Equal("Аткаруу: 1 билдирүү", letter.Subject));
        Assert.All(catcher.Letters, letter => Assert.Contains("Здравствуйте", letter.TextBody, StringComparison.Ordinal));
        Assert.All(catcher.Letters, letter => Assert.Contains("https://plan.example.kg/ru/", letter.HtmlBody, StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromDays(1));
        await DoAsync(app, catcher, post => post.MakeDigestsAsync(CancellationToken.None));
        await SendAsync(app, catcher);
        Assert.Equal(2, catcher.Letters.Count); // nothing new, nothing sent
    }

    [Fact]
    public async Task Killed_between_sending_and_remembering_it_is_the_same_letter_again()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher { HangsUpAfterTaking = true };
        await SceneAsync(app);
        await SendAsync(app, catcher);
        catcher.HangsUpAfterTaking = false;

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await SendAsync(app, catcher);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await SendAsync(app, catcher);

        Assert.Equal(2, catcher.Letters.Count);
        Assert.Equal(catcher.Letters[0].MessageId, catcher.Letters[1].MessageId);
        Assert.EndsWith("@chon-alay.example", catcher.Letters[0].MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_asked_later_and_later_and_at_last_no_more()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher { Refuses = true };
        await SceneAsync(app);

        await SendAsync(app, catcher);
        await SendAsync(app, catcher); // too early
        Assert.Equal(1, (await app.InDbAsync(db => db.Letters.SingleAsync())).Tries);
        for (var i = 0; i < 20; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(7));
            await SendAsync(app, catcher);
        }

        var letter = await app.InDbAsync(db => db.Letters.SingleAsync());
        Assert.Equal(Letter.MaxTries, letter.Tries);
        Assert.NotNull(letter.GivenUpAt);
        Assert.Null(letter.SentAt);
    }

    [Fact]
    public async Task Two_nodes_send_a_letter_once()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher();
        await SceneAsync(app);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(app, catcher))));

        Assert.Single(catcher.Letters);
    }

    [Fact]
    public async Task Who_does_without_the_kind_or_has_no_address_gets_no_letter()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher();
        await SceneAsync(app);
        await app.InDbAsync(async db =>
        {
            db.Add(new NoticeMute { PersonId = (await Cast.Reporter.InAsync(db)).Id, Kind = NoticeKind.Returned });
            await db.SaveChangesAsync();
        });

        await SendAsync(app, catcher);

        Assert.Empty(catcher.Letters);
    }

    [Fact]
    public async Task What_people_type_cannot_begin_a_header()
    {
        await using var app = await App.StartAsync();
        await using var catcher = new SmtpCatcher();
        await SceneAsync(app);
        await app.InDbAsync(db => db.People.ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, "Чынара\r\nBcc: all@example.kg")));

        await SendAsync(app, catcher);

        var letter = Assert.Single(catcher.Letters);
        Assert.Empty(letter.Bcc);
        Assert.Equal("chynara@example.kg", letter.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_made_and_nothing_fails()
    {
        await using var app = await App.StartAsync();
        await SceneAsync(app);

        await app.RunTimetableAsync(Post.Digest);
        await app.RunTimetableAsync(Post.Letters);

        Assert.Equal(0, await app.InDbAsync(db => db.Letters.CountAsync()));
    }
}
