using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>Asks once before a period goes out for good: what goes, and what is missing.</summary>
[May(Right.Publish)]
public sealed class PublishModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    public Publication Publication { get; private set; } = null!;
    public Period Period => Publication.Period;

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken stop) => await ReadAsync(period, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string period, CancellationToken stop)
    {
        if (await ReadAsync(period, stop) is not { } plan) return NotFound();
        if (Period.State != PeriodState.Published) await Publication.PublishAsync(db, plan, Period.Id, actor, clock, stop); // pressed twice: done once
        return LocalRedirect("~/periods/" + Period.Code);
    }

    private async Task<PlanInForce?> ReadAsync(string code, CancellationToken stop)
    {
        if (!actor.MayPublish() || await shelf.CurrentAsync() is not { } plan) return null;
        code = code.ToUpperInvariant();
        if (await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == code, stop) is not { } period) return null;
        Publication = await Publication.OfAsync(db, plan, period, clock, stop);
        return plan;
    }
}
