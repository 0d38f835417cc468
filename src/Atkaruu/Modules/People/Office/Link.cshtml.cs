using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Office;

/// <summary>
/// The sheet with a new link: to copy, or to print and hand over. Only the hash of the link is kept, so the token travels
/// here sealed, for a quarter of an hour, and opens only in the session that made it.
/// </summary>
[May(Right.Administer)]
public sealed class LinkModel(Db db, Actor actor, Steps steps) : PageModel
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private sealed record Made(Guid Person, Guid? Session, string Token);

    [BindProperty(SupportsGet = true, Name = "t")]
    public string? Sealed { get; set; }

    public Person Person { get; private set; } = null!;
    public string Link { get; private set; } = "";
    public DateTime Until { get; private set; }

    internal static string Address(HttpRequest request, Steps steps, Actor actor, Guid person, string token) =>
        $"{request.PathBase}/people/{person}/link{QueryString.Create("t", steps.Seal("link", new Made(person, actor.Session, token), Lasts))}";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (steps.Open<Made>("link", Sealed) is not { } made || made.Person != id || made.Session != actor.Session) return Redirect($"{Request.PathBase}/people/{id}");
        var hash = Invitation.HashOf(made.Token);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } person) return NotFound();
        if (await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null) is not { } invitation) return Redirect($"{Request.PathBase}/people/{id}");
        (Person, Until) = (person, invitation.ExpiresAt);
        var language = person.Language == "ky" ? "" : "/" + person.Language;
        Link = $"{Request.Scheme}://{Request.Host}{language}/invitation/{made.Token}";
        return Page();
    }
}
