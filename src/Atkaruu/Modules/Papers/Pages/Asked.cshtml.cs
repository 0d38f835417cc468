using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Pages;

/// <summary>How far a paper is that was asked for, and the paper itself once it is there.</summary>
[OpenToAll]
public sealed class AskedModel(Db db, Actor actor, PlanShelf shelf, PaperKinds kinds) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Paper Paper { get; private set; } = null!;

    /// <summary>How many were asked for before it and are not made yet.</summary>
    public int Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        if (await shelf.CurrentAsync() is not { } plan || await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } paper) return NotFound();
        if (kinds.Find(paper.Kind) is not { } kind || !actor.MayHave(plan, kind, paper.Request)) return NotFound();
        (Plan, Paper) = (plan, paper);
        if (paper.IsUnderWay) Before = await db.Papers.CountAsync(p => (p.State == PaperState.Asked || p.State == PaperState.Making) && p.AskedAt < paper.AskedAt, stop);
        return Page();
    }
}
