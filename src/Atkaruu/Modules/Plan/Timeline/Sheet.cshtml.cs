using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan.Timeline;

/// <summary>The timeline as one sheet of A3 in a file of its own, narrowed as the page was.</summary>
[OpenToAll]
public sealed class SheetModel(PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan) return NotFound();

        var today = clock.Today();
        var view = TimelineView.Of(plan, HttpContext, text, today);
        Response.Headers.ContentDisposition = $"inline; filename=\"timeline-{plan.Programme.Code}-{today:yyyy-MM-dd}.svg\"";
        return Content(new TimelineSheet(view, text).Draw().ToString(), "image/svg+xml; charset=utf-8");
    }
}
