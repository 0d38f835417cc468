using Atkaruu.Tests.Reporting;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Papers.Writing;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers;

/// <summary>Minutes of a meeting, and the list of orders.</summary>
public sealed class MeetingPaperTests
{
    [Fact]
    public async Task Minutes_say_what_was_decided_who_does_it_and_by_when()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var meeting = await HeldAsync(app, close: true);

        var paper = await Composed.OfAsync(app, "minutes", Cast.Head, meeting.ToString());
        Assert.Contains("ПРОТОКОЛ № 7", paper.Text, StringComparison.Ordinal);
        Assert.Contains("2026-жылдын 22-ноябры", paper.Text, StringComparison.Ordinal);
        Assert.Equal(["1.1", "Чатырын жабуу", "Чоң-Алай айыл өкмөтү", "10.12.2026", "№ 1/2026"], paper.Tables.Single().Rows.Single().Cells.Select(Composed.Said));
        Assert.Equal(2, paper.Blocks.OfType<AnswerLine>().Count()); // nobody wrote down who was there
        Assert.Equal(["Райондун акими", Cast.Head.Name], paper.Blocks.OfType<Signatures>().Single().Signers.Select(s => s.Name));
        Assert.Contains("Маалымдама үчүн кабыл алынды.", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_without_a_number_have_room_for_it_and_are_a_draft()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var paper = await Composed.OfAsync(app, "minutes", Cast.Head, (await HeldAsync(app, close: false)).ToString());

        Assert.Contains("ПРОТОКОЛ № ___", paper.Text, StringComparison.Ordinal);
        Assert.Contains("долбоор", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_there_only_for_those_who_may_read_everything()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var meeting = (await HeldAsync(app, close: true)).ToString();

        Assert.Equal("paper.rule.no-such.meeting", (await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "minutes", Cast.Reporter, meeting))).Sentence.Key);
        Assert.Equal("paper.rule.no-such.meeting", (await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "minutes", Cast.Head, Guid.NewGuid().ToString()))).Sentence.Key);
    }

    [Fact]
    public async Task Orders_stand_with_the_overdue_first_and_each_sees_its_own()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        await GiveAsync(app, 1, "AO-KASHKA-SUU", "Кийинки иш", new(2026, 12, 20));
        await GiveAsync(app, 2, "AO-CHON-ALAY", "Кечиккен иш", new(2026, 11, 22));
        app.Clock.Advance(TimeSpan.FromDays(3));

        var paper = await Composed.OfAsync(app, "orders", Cast.Head);
        Assert.Equal(["Мөөнөтү өткөндөр: 1", "2/2026", "Аткарылып жаткандар: 1", "1/2026"], paper.Tables.Single().Rows.Select(r => Composed.Said(r.Cells[0])));
        Assert.Contains("3 күн өттү", Composed.Said(paper.Tables.Single().Rows[1].Cells[5]), StringComparison.Ordinal);
        Assert.Equal("late", paper.Tables.Single().Rows[1].Cells[6].Paragraphs[0].Runs[0].State);
        Assert.DoesNotContain("Кийинки иш", (await Composed.OfAsync(app, "orders", Cast.Head, "AO-CHON-ALAY")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Кийинки иш", (await Composed.OfAsync(app, "orders", Cast.Reporter)).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/papers/orders.pdf")).StatusCode);
    }

    private static Task<int> GiveAsync(App app, int number, string body, string text, DateOnly due) => app.AsAsync(Cast.Head, async (db, head) =>
    {
        db.Add(Order.Give(head, number, null, body, text, due, app.Clock.Today()));
        return await db.SaveChangesAsync();
    });

    /// <summary>Two items; the first becomes an order, the second is taken note of.</summary>
    private static Task<Guid> HeldAsync(App app, bool close) => app.AsAsync(Cast.Head, async (db, head) =>
    {
        var today = app.Clock.Today();
        var measure = await db.Measures.AsNoTracking().OrderBy(m => m.Ordinal).FirstAsync();
        var meeting = Meeting.Prepare(head, today, "Программанын аткарылышы", "", "Райондун акими",
            [new(Guid.CreateVersion7(), measure.Id, Why.Of("Кышка чейин жабылсын"), "AO-CHON-ALAY"), new(Guid.CreateVersion7(), null, Why.Of("Ар кандай"), null)], today);
        db.Add(meeting);
        meeting.Hold(today);
        db.Add(meeting.Decide(head, meeting.Items[0].Id, "Чатырын жабуу", "AO-CHON-ALAY", new(2026, 12, 10), 1, today)!);
        if (close) meeting.Close("7", today);
        await db.SaveChangesAsync();
        return meeting.Id;
    });
}
