using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// The words under a photograph, and its removal: by whoever added it or writes the return it belongs to, while that is open.
/// A removed file stays on the disk and in the history, and is shown to nobody.
/// </summary>
[May(Right.Report, Right.EnterFor, Right.Verify)]
public sealed class ChangeModel(Db db, Actor actor, PlanShelf shelf, IEnumerable<EvidenceOwnerCheck> owners, TimeProvider clock) : PageModel
{
    public EvidenceItem Item { get; private set; } = null!;

    [BindProperty] public string? Caption { get; set; }

    /// <summary>The page the form stood on.</summary>
    [BindProperty] public string? Back { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var item = await db.Evidence.SingleOrDefaultAsync(e => e.Id == id && e.RemovedAt == null, HttpContext.RequestAborted);
        if (item is null || await shelf.CurrentAsync() is not { } plan || !MayChange(plan, item)) context.Result = NotFound();
        else
        {
            Item = item;
            await next();
        }
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken stop)
    {
        await CheckOpenAsync(stop);
        Item.Describe(Caption);
        await db.SaveChangesAsync(stop);
        return Return();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stop)
    {
        await CheckOpenAsync(stop);
        Item.Remove(clock.Now());
        await db.SaveChangesAsync(stop);
        return Return();
    }

    private bool MayChange(PlanInForce plan, EvidenceItem item)
    {
        if (item.AddedBy == actor.PersonId) return true;
        return item.Body is { } body && plan.Measures.FirstOrDefault(m => m.Id == item.MeasureId) is { } measure
            && (actor.May(Right.Report, plan.Subject(measure, body)) || actor.May(Right.EnterFor, plan.Subject(measure, body)));
    }

    private async Task CheckOpenAsync(CancellationToken stop)
    {
        if (Item.PublishedAt is not null) throw EvidenceRules.Published();
        foreach (var check in owners)
            if (await check(db, Item, actor, clock.Now(), stop) is { } open)
            {
                if (!open) throw EvidenceRules.Closed();
                return;
            }
        throw EvidenceRules.Closed(); // nobody knows what it belongs to
    }

    private LocalRedirectResult Return() => Url.IsLocalUrl(Back) ? LocalRedirect(Back) : LocalRedirect(Url.Content("~/"));
}
