using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>One order: what was told, how it stands, everything that happened to it, and what this person may do now.</summary>
[May(Right.Order, Right.Report, Right.Read)]
[TakesFiles]
public sealed class OrderModel(Db db, Actor actor, PlanShelf shelf, NoticeDesk desk, EvidenceIntake intake, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public OrderLine Line { get; private set; } = null!;
    public Order Order => Line.Order;
    public Meeting? Meeting { get; private set; }
    public IReadOnlyList<EvidenceItem> Evidence { get; private set; } = [];
    public IReadOnlyList<Event> Events { get; private set; } = [];

    /// <summary>Nobody here reports for the body: somebody must tell it by telephone or on paper.</summary>
    public bool NobodyThere { get; private set; }

    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public ShotFields Shots { get; set; } = new();

    /// <summary>The verb that was just refused: its form stays open with what was typed.</summary>
    public string? Tried { get; private set; }
    public DateOnly Today { get; } = clock.Today();
    public bool MayDo => actor.MayDo(Plan, Line);
    public bool MayOrder => actor.MayOrder(Plan, Line.Measure);

    /// <summary>May look at what was said to be done and decide; who said it may not.</summary>
    public bool MayDecide => MayOrder && !Order.SaidDone.Contains(actor.PersonId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop) => DoAsync(id, "accept", byBody: true, order => order.Accept(Today), stop);
    public Task<IActionResult> OnPostObjectAsync(Guid id, CancellationToken stop) => DoAsync(id, "object", byBody: true, order => order.Object(Reason, Today), stop);
    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken stop) => DoAsync(id, "confirm", byBody: false, order => order.Confirm(actor, Today), stop);
    public Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken stop) => DoAsync(id, "back", byBody: false, order => order.SendBack(actor, Reason, Today), stop);
    public Task<IActionResult> OnPostInsistAsync(Guid id, CancellationToken stop) => DoAsync(id, "insist", byBody: false, order => order.Insist(Reason, Today), stop);
    public Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken stop) => DoAsync(id, "extend", byBody: false, order => order.Extend(Due, Reason, Today), stop);
    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken stop) => DoAsync(id, "stop", byBody: false, order => order.Suspend(Reason, Today), stop);
    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken stop) => DoAsync(id, "resume", byBody: false, order => order.Resume(Today), stop);
    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop) => DoAsync(id, "cancel", byBody: false, order => order.Cancel(Reason, Today), stop);

    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayDo) return NotFound();
        Tried = "done";
        if (!Shots.IsEmpty) await TakeAsync(stop);
        return await DoAsync(id, "done", byBody: true, order => order.Finish(actor, Words, Today), stop);
    }

    /// <summary>Only keeps the photographs: on a weak line one at a time, before the words.</summary>
    public async Task<IActionResult> OnPostPhotosAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayDo) return NotFound();
        Tried = "done";
        await TakeAsync(stop);
        return Page();
    }

    /// <summary>The key of a form: its own, so that a page shown before another verb still sends.</summary>
    public Guid KeyOf(string verb) => Tried == verb ? Key : Guid.CreateVersion7();

    private async Task<IActionResult> DoAsync(Guid id, string verb, bool byBody, Action<Order> change, CancellationToken stop)
    {
        if (Line is null && !await LoadAsync(id, stop) || !(byBody ? MayDo : MayOrder)) return NotFound();
        Tried = verb;
        await db.OnceAsync(Key, actor, clock, () =>
        {
            change(Order);
            return Task.FromResult(verb);
        }, stop);
        return LocalRedirect(Url.Content("~/orders/" + id));
    }

    private async Task TakeAsync(CancellationToken stop)
    {
        if (Order is not { IsToBeDone: true, IsStopped: false }) throw OrderRules.NotNow(Order);
        if (Order.MeasureId is not { } measure) throw OrderRules.NoFiles();
        try
        {
            await Shots.TakeAsync(intake, new(Order.Id, measure, Guid.Empty, Order.Body, SourceKind.Executor), ending => db.SaveChangesAsync(ending), clock, stop);
        }
        finally
        {
            Evidence = await db.EvidenceOfAsync(Order.Id, stop);
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || await db.Orders.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } order) return false;
        if (plan.Lines(actor, [order], Today) is not [var line]) return false;
        (Plan, Line) = (plan, line);
        Meeting = order.FromMeeting is { } from && actor.May(Right.Read, Subjects.Everything) ? await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == from, stop) : null;
        Evidence = order.MeasureId is null ? [] : await db.EvidenceOfAsync(id, stop);
        Events = await History.OfAsync(db, plan, [id, .. Evidence.Select(e => e.Id)], actor, stop);
        NobodyThere = order.Move.Side == Side.Body && (await desk.WithAsync(Right.Report, plan.SubjectOf(line.Measure, order.Body), stop)).Count == 0;
        return true;
    }
}
