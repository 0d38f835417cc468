using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>A verifier goes to look of their own accord: from the page of a measure.</summary>
[May(Right.Verify)]
public sealed class NewModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Measure { get; set; }

    /// <summary>2026-Q3; the last period that has begun when it is not given.</summary>
    [BindProperty(SupportsGet = true)] public string? Period { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    public Measure About { get; private set; } = null!;
    public Period When { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if ((await db.AuthorsAsync(About.Id, When.Id, stop)).Contains(actor.PersonId)) throw VisitRules.Own();

        var id = await db.OnceAsync(Key, actor, clock, async () =>
        {
            var visit = Visit.Assign(About.Id, When.Id, (await db.ToLookAtAsync(About.Id, When.Id, stop))?.Id, VisitOrigin.Own, actor.PersonId, null);
            db.Add(visit);
            return visit.Id.ToString();
        }, stop);
        return LocalRedirect(Url.Content("~/visits/" + id));
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Measure(Measure ?? "") is not { } measure || !actor.May(Right.Verify, plan.Subject(measure))) return false;
        var periods = db.Periods.AsNoTracking().Where(p => p.ProgrammeId == plan.Programme.Id && p.State != PeriodState.Planned);
        var period = Period is null ? await periods.OrderByDescending(p => p.To).FirstOrDefaultAsync(stop) : await periods.SingleOrDefaultAsync(p => p.Code == Period, stop);
        if (period is null) return false;
        (About, When) = (measure, period);
        return true;
    }
}
