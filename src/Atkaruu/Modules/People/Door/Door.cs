using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Door;

/// <summary>By what somebody has shown who they are.</summary>
public enum Proof
{
    /// <summary>A password, a link, another provider: one factor, so a code is asked for where the person has switched it on.</summary>
    One,

    /// <summary>A passkey, or a code after something else.</summary>
    Whole,
}

/// <summary>Wait before the next try; the page says so with status 429.</summary>
public sealed class WaitException(TimeSpan wait) : RuleException(new("people.rule.wait", (int)Math.Ceiling(wait.TotalMinutes)))
{
    public TimeSpan Wait => wait;
    public override int Status => 429;
}

/// <summary>The one way in: whatever somebody signs in by, the session begins here.</summary>
public sealed class Door(Db db, HashGate gate, SignInLimits limits, Steps steps, Doorstep doorstep, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string CodeStep = "code", DeviceStep = "device";
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10), DeviceLasts = TimeSpan.FromDays(365), PlaceLasts = TimeSpan.FromDays(90);

    /// <param name="Stamp">As it was when the password was right: a password changed since ends this.</param>
    private sealed record Half(Guid Person, string Stamp, string? Back);

    private sealed record Device(Guid Id, IReadOnlyList<Guid> People);

    /// <summary>
    /// Checks a login and a password and says where to go next; null when they are not right. What is done, and how long it
    /// takes, does not depend on whether there is such a login.
    /// </summary>
    /// <exception cref="WaitException">Too many mistakes.</exception>
    /// <exception cref="BusyException">Too many want in at once.</exception>
    public async Task<string?> TryAsync(HttpContext context, string login, string password, string? back)
    {
        var (address, plain, lately) = (context.Connection.RemoteIpAddress?.ToString() ?? "", login.Trim().ToLowerInvariant(), clock.Now() - PlaceLasts);
        var person = await db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Login == plain, context.RequestAborted);
        var id = person?.Id ?? Guid.Empty;
        var place = await db.Sessions.AnyAsync(s => s.PersonId == id && s.Address == address && s.BeganAt > lately, context.RequestAborted);
        var device = steps.Recall<Device>(context, DeviceStep) is { } known && known.People.Contains(id) ? known.Id : (Guid?)null;
        var knock = new Knock(plain, context.Connection.RemoteIpAddress, device, place);
        if (limits.Wait(knock) is { } wait) throw new WaitException(wait);

        var result = await gate.VerifyAsync(person, password, device is not null || place, context.RequestAborted);
        if (person is not { State: PersonState.Active } || result == PasswordVerificationResult.Failed)
        {
            limits.Wrong(knock);
            return null;
        }
        limits.Right(knock);
        if (result == PasswordVerificationResult.SuccessRehashNeeded) person.KeepPasswordBetter(await gate.HashAsync(person, password, context.RequestAborted));
        return await PassAsync(context, person, Proof.One, back);
    }

    /// <summary>Lets somebody in who has shown who they are, or asks for the code first. Says where to go next.</summary>
    public async Task<string> PassAsync(HttpContext context, Person person, Proof proof, string? back)
    {
        back = Doorstep.Local(back);
        if (person.TotpOn && proof == Proof.One)
        {
            steps.Keep(context, CodeStep, new Half(person.Id, person.SecurityStamp, back), CodeLasts);
            return context.Request.PathBase + "/sign-in/code";
        }
        await BeginAsync(context, person);
        return back ?? context.Request.PathBase + doorstep.Of(person.GrantsOn(clock.Today()));
    }

    /// <summary>Whether somebody stands between the password and the code.</summary>
    public bool IsHalfIn(HttpContext context) => steps.Recall<Half>(context, CodeStep) is not null;

    /// <summary>Takes the code of the telephone or one of the kept ones, and says where to go next; null when it is not right.</summary>
    /// <exception cref="WaitException">Too many mistakes.</exception>
    public async Task<string?> TakeCodeAsync(HttpContext context, string code)
    {
        if (steps.Recall<Half>(context, CodeStep) is not { } half) return context.Request.PathBase + AccessControl.SignInPage;
        if (limits.WaitForCode(half.Person) is { } wait) throw new WaitException(wait);

        await using var own = scopes.CreateAsyncScope();
        var users = await own.ServiceProvider.AsPersonAsync(half.Person);
        var person = await users.FindByIdAsync(half.Person.ToString("N"));
        if (person is not { State: PersonState.Active } || person.SecurityStamp != half.Stamp) return context.Request.PathBase + AccessControl.SignInPage;
        if (!await IsRightAsync(users, person, code))
        {
            limits.WrongCode(half.Person);
            return null;
        }
        limits.RightCode(half.Person);
        steps.Forget(context, CodeStep);
        return await PassAsync(context, person, Proof.Whole, half.Back);
    }

    private static async Task<bool> IsRightAsync(UserManager<Person> users, Person person, string code)
    {
        var typed = new string([.. code.Where(char.IsAsciiLetterOrDigit)]);
        try
        {
            var right = typed.Length == 6
                ? await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed) && (await users.UpdateAsync(person)).Succeeded
                : (await users.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded;
            return right;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // the same code at the same moment: the other was first
        }
    }

    /// <summary>Begins a session with a name of its own, whatever the browser brought.</summary>
    private async Task BeginAsync(HttpContext context, Person person)
    {
        if (await SignedIn.SessionAsync(context) is { } old && await db.Sessions.FindAsync(old) is { } before) before.End(clock.Now());
        var session = new Session
        {
            PersonId = person.Id, BeganAt = clock.Now(),
            Device = Short(context.Request.Headers.UserAgent.ToString(), Limits.Line), Address = Short(context.Connection.RemoteIpAddress?.ToString() ?? "", 60),
        };
        db.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        await context.SignInAsync(SignedIn.Scheme, SignedIn.Ticket(session), new() { IsPersistent = true });

        var known = steps.Recall<Device>(context, DeviceStep) ?? new(Guid.NewGuid(), []);
        steps.Keep(context, DeviceStep, known with { People = [.. known.People.Where(p => p != person.Id).Prepend(person.Id).Take(8)] }, DeviceLasts);
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}

internal static class InOwnName
{
    /// <summary>Makes a scope act as this person, so that what they do about themselves before they are signed in is logged in their name.</summary>
    public static UserManager<Person> AsPerson(this IServiceProvider scope, Person person)
    {
        scope.GetRequiredService<CurrentActor>().Actor = new(person.Id, person.Name);
        return scope.GetRequiredService<UserManager<Person>>();
    }

    /// <summary>As <see cref="AsPerson"/>, for whoever has this id.</summary>
    public static async Task<UserManager<Person>> AsPersonAsync(this IServiceProvider scope, Guid id)
    {
        var current = scope.GetRequiredService<CurrentActor>();
        await using var look = scope.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var name = await look.ServiceProvider.GetRequiredService<Db>().People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync();
        current.Actor = name is null ? Actor.Visitor : new(id, name);
        return scope.GetRequiredService<UserManager<Person>>();
    }
}
