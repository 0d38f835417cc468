using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>A draw with everything to draw it again: for staff at once, for everybody when the period is published.</summary>
[OpenToAll]
public sealed class DrawPageModel(Db db, Actor actor, PlanShelf shelf) : PageModel
{
    public Period Period { get; private set; } = null!;
    public IReadOnlyList<(string Code, string Hash)> Order { get; private set; } = [];
    public IReadOnlySet<string> Drawn { get; private set; } = new HashSet<string>();
    public IReadOnlyDictionary<string, Measure> Measures { get; private set; } = new Dictionary<string, Measure>();

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return NotFound();
        var it = await db.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == period && p.DrawSeed != null, stop);
        if (it is null || it.State != PeriodState.Published && !actor.Has(Right.Verify) && !actor.Has(Right.Accept) && !actor.Has(Right.Read)) return NotFound();

        Period = it;
        Order = Draw.Order(it.DrawSeed!, it.DrawnFrom);
        Drawn = Draw.Pick(it.DrawSeed!, it.DrawnFrom).ToHashSet();
        Measures = Order.Select(o => plan.Measure(o.Code)).OfType<Measure>().ToDictionary(m => m.Code);
        Response.Headers.CacheControl = "private, no-store"; // what is public changes when the period is published
        return Page();
    }
}
