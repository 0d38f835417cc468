using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>One meeting: its agenda, and when it is held, what was decided about each thing.</summary>
[MayEverywhere(Right.Order, Right.Read)]
public sealed class MeetingModel(Db db, Actor actor, PlanShelf shelf, QuietDays quiet, PageText text, TimeProvider clock) : PageModel
{
    public MeetingView View { get; private set; } = null!;
    public IReadOnlyList<Event> Events { get; private set; } = [];
    public IReadOnlyList<Body> Bodies { get; private set; } = [];

    [BindProperty] public Guid? Item { get; set; }
    [BindProperty] public string? Measure { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public string? Minutes { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    public DateOnly Today { get; } = clock.Today();
    public DateOnly UsualDue => quiet.OrNextWorking(Today.AddDays(14));
    public bool MayWrite => actor.May(Right.Order, Subjects.Everything);
    public Meeting Meeting => View.Meeting;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop) => DoAsync(id, meeting => meeting.RemoveItem(Item ?? Guid.Empty), stop);
    public Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken stop) => DoAsync(id, meeting => meeting.Hold(Today), stop);
    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken stop) => DoAsync(id, meeting => meeting.Close(Minutes, Today), stop);

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken stop) => DoAsync(id, meeting =>
    {
        var about = string.IsNullOrEmpty(Measure) ? null : View.Plan.Measure(Measure) ?? throw MeetingRules.NoItem();
        var speaker = string.IsNullOrEmpty(Body) ? (about is null ? null : View.Plan.Lead(about)?.Code) : View.Plan.Body(Body)?.Code ?? throw OrderRules.Whom();
        meeting.AddItem(new(Guid.CreateVersion7(), about?.Id, Why.Of(MeetingRules.Line(Words, nameof(Words), "meeting.rule.why")), speaker));
    }, stop);

    /// <summary>A decision; with a body it is an order, in the same moment.</summary>
    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayWrite) return NotFound();
        if (!string.IsNullOrEmpty(Body) && View.Plan.Body(Body) is not { IsGroup: false }) throw OrderRules.Whom();
        await using var whole = await db.BeginWriteAsync(stop); // numbers are given one after another
        await db.OnceAsync(Key, actor, clock, async () =>
        {
            if (Meeting.Decide(actor, Item ?? Guid.Empty, Text, Body, Due, await db.NextOrderNumberAsync(Today.Year, stop), Today) is { } order) db.Add(order);
            return id.ToString("D");
        }, stop);
        await whole.CommitAsync(stop);
        return LocalRedirect(Url.Content($"~/meetings/{id}#item-{Item}"));
    }

    private async Task<IActionResult> DoAsync(Guid id, Action<Meeting> change, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayWrite) return NotFound();
        await db.OnceAsync(Key, actor, clock, () =>
        {
            change(Meeting);
            return Task.FromResult(id.ToString("D"));
        }, stop);
        return LocalRedirect(Url.Content("~/meetings/" + id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || await db.Meetings.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return false;
        View = await MeetingView.ReadAsync(db, plan, meeting, actor, Today, stop);
        Events = await History.OfAsync(db, plan, [id], actor, stop);
        Bodies = [.. plan.Bodies.Where(b => !b.IsGroup).OrderBy(b => b.ShortName.In(text.Language), text.Names)];
        return true;
    }
}
