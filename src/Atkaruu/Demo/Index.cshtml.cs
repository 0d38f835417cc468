using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>Who one may be in the invented history, and the way in without a password. On a real database there is no such page.</summary>
[OpenToAll]
public sealed class IndexModel(Db db, DemoMark demo, PlanShelf shelf, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Person> People { get; private set; } = [];
    public PlanInForce? Plan { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (demo.IsOn) await next();
        else context.Result = NotFound();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Plan = await shelf.CurrentAsync();
        People = await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.State == PersonState.Active).OrderBy(p => p.Id).Take(100).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken stop)
    {
        if (!await db.People.AnyAsync(p => p.Id == person && p.State == PersonState.Active, stop)) return NotFound();
        var session = new Session { PersonId = person, BeganAt = clock.Now(), Device = "demo", Address = "" };
        db.Add(session);
        await db.SaveChangesAsync(stop);
        await HttpContext.SignInAsync(SignedIn.Scheme, SignedIn.Ticket(session));
        return LocalRedirect(Url.Content("~/"));
    }
}
