using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.People.Door;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Modules.People.Account;

/// <summary>
/// The person who is signed in, about to change how they sign in: an open browser that somebody else sits at is not
/// enough for that, so the password is asked for once more, or, of whoever has none, that they have just signed in.
/// </summary>
public sealed class OwnAccount(Db db, Actor actor, UserManager<Person> users, HashGate gate, SignInLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public async Task<Person> MeAsync() => await users.FindByIdAsync(actor.PersonId.ToString("N")) ?? throw new InvalidOperationException("A session without a person.");

    /// <exception cref="RuleException">It is not shown that this is the person.</exception>
    public async Task ConfirmAsync(Person me, string? password, CancellationToken stop)
    {
        if (me.PasswordHash is null)
        {
            var session = await db.Sessions.FindAsync([actor.Session], stop);
            if (session is null || clock.Now() - session.BeganAt > Fresh) throw PeopleRules.SignInAnew();
            return;
        }
        if (limits.WaitToConfirm(me.Id) is { } wait) throw new WaitException(wait);
        if (password is { Length: > 0 and <= 1000 } && await gate.VerifyAsync(me, password, known: true, stop) != PasswordVerificationResult.Failed) return;
        limits.NotConfirmed(me.Id);
        throw PeopleRules.WrongPassword();
    }

    /// <summary>Saves a change of how the person signs in, and signs out every other browser of theirs.</summary>
    public async Task SaveAsync(Person me, CancellationToken stop)
    {
        me.SessionsEnded(await db.EndSessionsAsync(me.Id, clock.Now(), actor.Session, stop));
        await db.SaveChangesAsync(stop);
    }
}
