using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Account;

/// <summary>One's own page: where to be reached, what one may do, where one is signed in, who stands in while one is away.</summary>
[SignedInOnly]
public sealed class AccountModel(Db db, Actor actor, OwnAccount own, TimeProvider clock) : PageModel
{
    private const int MostSessions = 50, MostPeople = 500;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public Person Me { get; private set; } = null!;
    public IReadOnlyList<Grant> Grants => actor.Grants;
    public Guid? Here => actor.Session;
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public IReadOnlyList<(Delegation Delegation, string Name)> StandIns { get; private set; } = [];

    /// <summary>Who may stand in: everybody else who works here.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Others { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (now, today) = (clock.Now(), clock.Today());
        Me = await own.MeAsync();
        Sessions = [.. (await db.Sessions.AsNoTracking().Where(s => s.PersonId == Me.Id && s.EndedAt == null).OrderByDescending(s => s.SeenAt).Take(MostSessions).ToListAsync()).Where(s => s.IsAlive(now))];
        StandIns = [.. (await db.Delegations.Where(d => d.FromId == Me.Id && d.EndedAt == null && d.Until >= today).OrderBy(d => d.From)
            .Join(db.People, d => d.ToId, p => p.Id, (d, p) => new { d, p.Name }).ToListAsync()).Select(d => (d.d, d.Name))];
        Others = [.. (await db.People.AsNoTracking().Where(p => p.State == PersonState.Active && p.Id != Me.Id).OrderBy(p => p.Name).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => (p.Id, p.Name))];
        if (HttpMethods.IsGet(Request.Method)) (Email, Phone, Language) = (Me.Email, Me.Phone, Me.Language);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostDescribeAsync()
    {
        Me.DescribeSelf(Email, Phone, Language ?? "ky");
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStandInAsync()
    {
        if (From is null || Until is null) throw new RuleException(new("people.rule.days"), From is null ? "From" : "Until");
        if (To is not { } to || await db.People.SingleOrDefaultAsync(p => p.Id == to) is not { } other) throw PeopleRules.NotToThem();
        db.Add(Me.StandIn(other, From.Value, Until.Value, clock.Today()));
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndStandInAsync(Guid id)
    {
        if (StandIns.FirstOrDefault(s => s.Delegation.Id == id).Delegation is { } ended) Me.EndStandIn(ended, clock.Now());
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.PersonId == Me.Id) is not { } session) return NotFound();
        session.End(clock.Now());
        Me.SessionsEnded(1);
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    /// <summary>Signs out everywhere, here too.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        Me.SessionsEnded(await db.EndSessionsAsync(Me.Id, clock.Now()));
        await db.SaveChangesAsync();
        await HttpContext.SignOutAsync(SignedIn.Scheme);
        return LocalRedirect(Request.PathBase + AccessControl.SignInPage);
    }
}
