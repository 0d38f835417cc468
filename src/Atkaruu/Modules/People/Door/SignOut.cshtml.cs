using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Door;

/// <summary>The way out: the session ends on the server, too.</summary>
[OpenToAll]
public sealed class SignOutModel(Db db, Actor actor, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (actor.Session is { } id && await db.Sessions.FindAsync(id) is { } session)
        {
            session.End(clock.Now());
            await db.SaveChangesAsync();
        }
        await HttpContext.SignOutAsync(SignedIn.Scheme);
        return LocalRedirect(Request.PathBase + "/");
    }
}
