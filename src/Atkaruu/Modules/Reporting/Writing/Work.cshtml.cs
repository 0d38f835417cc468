using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>My work: what is due, what came back and why, how long it takes.</summary>
[May(Right.Report)]
public sealed class WorkModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    public MyWork? Work { get; private set; }
    public string Name => actor.Name;
    public DateTime Now { get; } = clock.Now();

    /// <summary>Whole days until a moment, today not counted: 0 on the last day.</summary>
    public int DaysTo(DateTime until) => DateOnly.FromDateTime(until.AddTicks(-1).InBishkek()).DayNumber - clock.Today().DayNumber;

    /// <summary>What was sent in one go a moment ago, and may be taken back.</summary>
    public SentTogether? Undo { get; private set; }

    public Task OnGetAsync(long? sent, CancellationToken stop) => ReadAsync(sent, stop);

    public async Task<IActionResult> OnPostUndoAsync(long sent, CancellationToken stop)
    {
        await ReadAsync(sent, stop); // for the page, should somebody have decided meanwhile
        if (Work is not { } work) return NotFound();
        await SentTogether.WithdrawAsync(db, actor, sent, [.. work.Periods.Select(p => p.Period.Id)], stop);
        return LocalRedirect(Url.Content("~/work"));
    }

    private async Task ReadAsync(long? sent, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is { } plan) Work = await MyWork.OfAsync(db, plan, actor, Now, stop);
        if (sent is { } moment) Undo = await SentTogether.FindAsync(db, actor, moment, stop);
    }
}
