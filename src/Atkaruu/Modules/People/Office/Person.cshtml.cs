using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Office;

/// <summary>One person as the administrator has them: who they are, whether they may come in, where they are signed in.</summary>
[May(Right.Administer)]
public sealed class PersonModel(Db db, Actor actor, PlanShelf shelf, Steps steps, TimeProvider clock) : PageModel
{
    private const int MostHistory = 30;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public Person Person { get; private set; } = null!;
    public PlanInForce? Plan { get; private set; }
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public IReadOnlyList<LogEntry> History { get; private set; } = [];

    /// <summary>Until when the link that they have been given opens; null when there is none.</summary>
    public DateTime? LinkUntil { get; private set; }
    public bool IsMe => Person.Id == actor.PersonId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse((string?)RouteData.Values["id"], out var id) || await db.PersonAsync(id) is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        var now = clock.Now();
        (Person, Plan) = (person, await shelf.CurrentAsync());
        Sessions = [.. (await db.Sessions.AsNoTracking().Where(s => s.PersonId == id && s.EndedAt == null).OrderByDescending(s => s.SeenAt).Take(50).ToListAsync()).Where(s => s.IsAlive(now))];
        LinkUntil = await db.Invitations.Where(i => i.PersonId == id && i.UsedAt == null && i.ExpiresAt > now).Select(i => (DateTime?)i.ExpiresAt).FirstOrDefaultAsync();
        History = await db.Log.AsNoTracking().Where(row => row.To == id).OrderByDescending(row => row.Seq).Take(MostHistory).ToListAsync();
        if (context.HandlerMethod?.Name != "Describe")
            (Name, Post, Body, Email, Phone, Language) = (person.Name, person.Post, person.Body, person.Email, person.Phone, person.Language);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostDescribeAsync()
    {
        Person.Describe(Name ?? "", Post, Fields.Body(Plan, Body, nameof(Body)), Email, Phone, Language ?? "ky");
        return await DoneAsync();
    }

    public async Task<IActionResult> OnPostSuspendAsync()
    {
        await using var whole = await db.BeginWriteAsync();
        await db.SuspendAsync(Person, actor, clock.Now(), clock.Today());
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReactivateAsync()
    {
        Person.Reactivate();
        return await DoneAsync();
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        Person.SessionsEnded(await db.EndSessionsAsync(Person.Id, clock.Now(), save: actor.Session));
        return await DoneAsync();
    }

    /// <summary>A new link, for somebody who has lost the first or forgotten the password. The code, where it is on, is still asked for.</summary>
    public async Task<IActionResult> OnPostLinkAsync() =>
        Redirect(LinkModel.Address(Request, steps, actor, Person.Id, await db.NewLinkAsync(Person, clock.Now(), HttpContext.RequestAborted)));

    /// <summary>Takes the codes away from somebody who has lost the telephone and the kept codes; and signs them out.</summary>
    public async Task<IActionResult> OnPostResetSecondAsync()
    {
        if (IsMe) throw PeopleRules.NotOneself();
        Person.ResetSecondFactor();
        Person.SessionsEnded(await db.EndSessionsAsync(Person.Id, clock.Now()));
        return await DoneAsync();
    }

    private async Task<IActionResult> DoneAsync()
    {
        await db.SaveChangesAsync();
        return RedirectToPage();
    }
}
