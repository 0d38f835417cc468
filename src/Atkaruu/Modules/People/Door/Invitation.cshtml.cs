using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Door;

/// <summary>Where the link of an invitation leads: somebody sets a way to sign in, once, and is in.</summary>
[OpenToAll]
public sealed class InvitationModel(Db db, PasswordRules rules, HashGate gate, Door door, Steps steps, OtherDoor other, IServiceScopeFactory scopes, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string Token { get; set; } = "";

    /// <summary>For the link that makes the first administrator: who they are.</summary>
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? PasskeyName { get; set; }

    public Person? Person { get; private set; }

    /// <summary>Used, too old, or never there: which of them is not told.</summary>
    public bool IsOver { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>A passkey or another provider would go round the code that this person has switched on.</summary>
    public bool OnlyPassword => IsFirst || Person?.TotpOn == true;

    public string? OtherAddress => other.IsSet && !OnlyPassword && Person is not null ? Request.PathBase + OtherDoor.BindAddress(steps, Person.Id, Token) : null;
    public string OtherName => other.Name;

    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return Page();
        if (Password != Again) throw PeopleRules.Unlike();
        var person = Person ?? Person.Invite(Login ?? "", Name ?? "", null, [new(Role.Administrator, Scope.Everything)]);
        await rules.CheckAsync(person, Password);
        var hash = await gate.HashAsync(person, Password!, HttpContext.RequestAborted);

        return await UseAsync(person, invited =>
        {
            invited.SetPassword(hash);
            return Task.CompletedTask;
        });
    }

    public async Task<IActionResult> OnPostPasskeyQuestionAsync()
    {
        if (!await FindAsync()) return Page();
        if (OnlyPassword) throw PeopleRules.OnlyPassword();
        await using var own = scopes.CreateAsyncScope();
        return Content(await own.ServiceProvider.GetRequiredService<Passkeys>().AskForNewAsync(HttpContext, Person!), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (!await FindAsync()) return Page();
        if (OnlyPassword) throw PeopleRules.OnlyPassword();
        return await UseAsync(Person!, null);
    }

    private async Task<bool> FindAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var hash = Invitation.HashOf(Token);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash);
        if (invitation?.PersonId is { } id) Person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);
        IsFirst = invitation is not null && Person is null;
        IsOver = invitation is null || !invitation.IsOpen(clock.Now()) || Person?.State == PersonState.Suspended || IsFirst && await db.People.AnyAsync();
        if (IsOver) Response.StatusCode = StatusCodes.Status404NotFound;
        return !IsOver;
    }

    /// <summary>Uses the link up, together with what it was for; of two at the same moment, one does.</summary>
    /// <param name="set">What changes about the person; null for the passkey that the browser has sent.</param>
    private async Task<IActionResult> UseAsync(Person who, Func<Person, Task>? set)
    {
        await using var own = scopes.CreateAsyncScope();
        var users = own.ServiceProvider.AsPerson(who);
        var (mine, hash, now) = (own.ServiceProvider.GetRequiredService<Db>(), Invitation.HashOf(Token), clock.Now());
        await using (var whole = await mine.BeginWriteAsync())
        {
            var invitation = await mine.Invitations.SingleAsync(i => i.TokenHash == hash);
            if (!invitation.IsOpen(now) || IsFirst && await mine.People.AnyAsync()) return RedirectToPage();
            invitation.Use(now);
            if (IsFirst) mine.Add(who);
            else who = (await users.FindByIdAsync(who.Id.ToString("N")))!;

            if (set is not null) await set(who);
            else await own.ServiceProvider.GetRequiredService<Passkeys>().AddAsync(HttpContext, who, Credential, PasskeyName);
            who.Activate();
            who.SessionsEnded(await mine.EndSessionsAsync(who.Id, now));
            await mine.SaveChangesAsync();
            await whole.CommitAsync();
        }
        return LocalRedirect(await door.PassAsync(HttpContext, who, Proof.One, null));
    }
}
