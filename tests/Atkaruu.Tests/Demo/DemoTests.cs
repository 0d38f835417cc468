using System.Net;
using Atkaruu.Data;
using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Invented;

/// <summary>The last two quarters of the invented history: the same verbs, the same seed, the same story, and the mark on every page.</summary>
public class DemoTests
{
    private const int AllButTwo = 5;

    [Fact]
    public async Task The_same_seed_tells_the_same_story_and_another_seed_another()
    {
        var (first, again, other) = (await TellAsync(7), await TellAsync(7), await TellAsync(8));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task It_has_good_bodies_and_bad_ones_and_every_page_says_that_it_is_invented()
    {
        await using var app = await App.StartOnDemoClockAsync();
        await StoryOf(app, 2026).TellAsync(skip: AllButTwo);

        await app.InDbAsync(async db =>
        {
            var states = await db.Returns.Select(r => r.State).Distinct().ToListAsync();
            Assert.Equal(Enum.GetValues<ReturnState>(), states.Order().Except([ReturnState.Draft, ReturnState.Returned]).Union([ReturnState.Draft, ReturnState.Returned]).Order());
            Assert.True(await db.Returns.AnyAsync(r => r.Late) && await db.Returns.AnyAsync(r => r.HasWarnings) && await db.Returns.AnyAsync(r => r.Heard != null));
            Assert.True(await db.Visits.AnyAsync(v => v.Verdict != null) && await db.Evidence.AnyAsync(e => e.PublishedAt != null));
            Assert.Equal([PeriodState.Published, PeriodState.Open], await db.Periods.OrderBy(p => p.From).Select(p => p.State).ToListAsync());
            Assert.Null((await Audit.VerifyAsync(db)).Broken);
        });
        foreach (var path in (string[])["/", "/ru/register", "/en/measures/CA-001", "/demo", "/no-such-page"])
            Assert.Contains((await app.Visitor().VisitAsync(path)).Texts(".demo-words, .demo-bar"), text => text.Contains("ойдон чыгарылган", StringComparison.Ordinal) || text.Contains("вымышленные", StringComparison.Ordinal) || text.Contains("invented", StringComparison.Ordinal));

        var visitor = app.Visitor();
        var inside = await visitor.SubmitAsync(await visitor.VisitAsync("/demo"), "be-koordinator");
        Assert.Equal(HttpStatusCode.OK, inside.Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/matrix")).Status);
    }

    [Fact]
    public async Task It_is_never_told_into_a_database_with_people()
    {
        await using var app = await App.StartOnDemoClockAsync();
        await app.SignInAsync(Cast.Coordinator);

        var refused = await Assert.ThrowsAsync<RuleException>(() => StoryOf(app, 1).TellAsync(skip: AllButTwo));

        Assert.Equal("demo.not-empty", refused.Sentence.Key);
        Assert.False(app.Services.GetRequiredService<DemoMark>().IsOn);
    }

    [Fact]
    public async Task A_real_database_has_no_door_without_a_password()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().VisitAsync("/demo")).Status);
        Assert.Empty((await app.Visitor().VisitAsync("/")).Html.QuerySelectorAll(".demo-bar"));
    }

    private static DemoStory StoryOf(App app, int seed) => new(app.Services, (DemoClock)app.Services.GetRequiredService<TimeProvider>(), seed);

    private static async Task<string> TellAsync(int seed)
    {
        await using var app = await App.StartOnDemoClockAsync();
        await StoryOf(app, seed).TellAsync(skip: AllButTwo + 1);
        return await app.InDbAsync(async db => string.Join('\n', await db.Log.OrderBy(l => l.Seq).Where(l => l.What.StartsWith("return.") || l.What.StartsWith("evidence.added")).Select(l => l.What + " " + l.ByName + " " + l.At).ToListAsync()));
    }
}
