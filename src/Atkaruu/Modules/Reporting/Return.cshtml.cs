using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Verification;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>One return beside the one before it: read, asked about, accepted, sent back, corrected.</summary>
[May(Right.Read)]
public sealed class ReturnModel(Db db, PlanShelf shelf, WaitingForMe waiting, Actor actor, PageText text, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Text { get; set; }

    /// <summary>The indicator that a remark is about.</summary>
    [BindProperty] public Guid? About { get; set; }

    /// <summary>Sent back after the deadline: until when it may be sent again.</summary>
    [BindProperty] public DateOnly? Until { get; set; }
    [BindProperty(SupportsGet = true)] public long? Undo { get; set; }

    public ReturnSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<Event> History { get; private set; } = [];

    /// <summary>Who has looked at it, or is to.</summary>
    public VisitList? Visits { get; private set; }
    public Waiting.Item? Next { get; private set; }
    public int Waits { get; private set; }
    public Undoable? CanUndo { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await ReadAsync(id, stop)) return NotFound();
        if (Undo is { } moment) CanUndo = await Undoable.FindAsync(db, actor, moment, stop);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop) => DecideAsync(id, async made =>
    {
        var now = clock.Now();
        made.Accept(actor, now, Sheet.Period.State == PeriodState.Published);
        if (made.State == ReturnState.Published) await db.PublishEvidenceAsync([made.Id], now, stop);
        var undo = made.State == ReturnState.Accepted ? "?undo=" + now.Ticks : "";
        return (Next is { } next ? "/returns/" + next.Id : "/matrix/" + Sheet.Period.Code) + undo;
    }, stop);

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken stop) => DecideAsync(id, async made =>
    {
        if (!made.IsCorrection) await GiveTimeAsync(made, stop);
        made.SendBack(actor, Reason, clock.Now());
        return Next is { } next ? "/returns/" + next.Id : "/returns/" + made.Id;
    }, stop);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken stop) => DecideAsync(id, made =>
    {
        made.Reopen(actor);
        return Task.FromResult("/returns/" + made.Id);
    }, stop);

    public async Task<IActionResult> OnPostCommentAsync(Guid id, CancellationToken stop)
    {
        if (!await ReadAsync(id, stop) || !Sheet.MayAccept && !Sheet.MayWrite) return NotFound();
        return await OnceAsync(id, made =>
        {
            made.Comment(actor, Text, Sheet.Values.Any(v => v.Indicator.Id == About) ? About : null, clock.Now());
            return Task.FromResult("/returns/" + made.Id + "#talk");
        }, stop);
    }

    /// <summary>Begins a correction of what has been published; it is written on the page where returns are written.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken stop)
    {
        if (!await ReadAsync(id, stop) || !Sheet.MayWrite) return NotFound();
        return await OnceAsync(id, async made =>
        {
            if (await db.Returns.AnyAsync(r => r.Corrects == id, stop)) throw new RuleException(new("return.rule.corrected"));
            db.Add(made.Correct(actor, Reason, clock.Now()));
            return $"/write/{Sheet.Period.Code}/{Sheet.Measure.Code}/{made.Body}";
        }, stop);
    }

    private async Task<IActionResult> DecideAsync(Guid id, Func<Return, Task<string>> decide, CancellationToken stop)
    {
        if (!await ReadAsync(id, stop) || !Sheet.MayAccept) return NotFound();
        return await OnceAsync(id, decide, stop);
    }

    private async Task<IActionResult> OnceAsync(Guid id, Func<Return, Task<string>> work, CancellationToken stop)
    {
        var answer = await db.OnceAsync(Key, actor, clock, async () => await work(await db.Returns.Include(r => r.Values).SingleAsync(r => r.Id == id, stop)), stop);
        return LocalRedirect("~" + answer);
    }

    /// <summary>Where the period no longer takes returns, whoever sent it is given time to send it again.</summary>
    private async Task GiveTimeAsync(Return made, CancellationToken stop)
    {
        var period = await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == made.PeriodId, stop);
        if (period.State == PeriodState.Published) throw new RuleException(new("return.rule.published"));
        if (period.State != PeriodState.Closed || made.SubmittedBy is not { } person) return;
        if (Until is not { } until) throw new RuleException(new("return.rule.until"), "Until");
        period.Except(person, Sheet.NameOf(person), until.EndInBishkek(), Reason ?? "", clock.Now());
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || await ReturnSheet.ReadAsync(db, plan, id, actor, stop) is not { } sheet) return false;
        Sheet = sheet;
        var queue = await waiting.ListAsync(stop);
        (Next, Waits) = (queue.After(sheet.Made, plan), queue.Count(w => w.Id != id));
        History = await Activity.History.OfAsync(db, plan, [.. sheet.Editions.Select(r => r.Id)], actor, stop, (sheet.Period, sheet.Editions));
        if (sheet.Made.State != ReturnState.Draft) Visits = await db.VisitsOfAsync(plan, actor, sheet.Measure, sheet.Period, id, text.Names, clock, stop, sheet.Wrote);
        return true;
    }
}
