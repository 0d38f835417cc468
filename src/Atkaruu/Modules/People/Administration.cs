using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>What the office does about people that concerns more than one of them.</summary>
public static class Administration
{
    /// <summary>A person with their parts, to be changed; null when there is none.</summary>
    public static Task<Person?> PersonAsync(this Db db, Guid id, CancellationToken stop = default) =>
        db.People.Include(p => p.Grants).Include(p => p.Passkeys).Include(p => p.Logins).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, stop);

    /// <summary>Invites somebody; of two with the same login the second is told.</summary>
    public static async Task<(Person Person, string Token)> InviteAsync(this Db db, Person person, DateTime now, CancellationToken stop = default)
    {
        await using var whole = await db.BeginWriteAsync(stop);
        if (await db.People.AnyAsync(p => p.Login == person.Login, stop)) throw PeopleRules.LoginTaken(person.Login);
        var (invitation, token) = person.MakeLink(now);
        db.Add(person);
        db.Add(invitation);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return (person, token);
    }

    /// <summary>A new link for somebody who is here already; the ones before it open nothing any more.</summary>
    public static async Task<string> NewLinkAsync(this Db db, Person person, DateTime now, CancellationToken stop = default)
    {
        if (person.State == PersonState.Suspended) throw PeopleRules.IsSuspended();
        foreach (var old in await db.Invitations.Where(i => i.PersonId == person.Id && i.UsedAt == null).ToListAsync(stop)) db.Remove(old);
        var (invitation, token) = person.MakeLink(now);
        db.Add(invitation);
        await db.SaveChangesAsync(stop);
        return token;
    }

    /// <summary>Suspends somebody, signs them out everywhere and ends their links. The caller holds the write and saves.</summary>
    public static async Task SuspendAsync(this Db db, Person person, Actor by, DateTime now, DateOnly today, CancellationToken stop = default)
    {
        if (person.Id == by.PersonId) throw PeopleRules.NotOneself();
        await db.KeepAnAdministratorAsync(person, null, today, stop);
        person.Suspend();
        person.SessionsEnded(await db.EndSessionsAsync(person.Id, now, stop: stop));
        foreach (var old in await db.Invitations.Where(i => i.PersonId == person.Id && i.UsedAt == null).ToListAsync(stop)) db.Remove(old);
        foreach (var away in await db.Delegations.Where(d => d.ToId == person.Id && d.EndedAt == null).ToListAsync(stop)) away.End(now);
    }

    /// <summary>Refuses what would leave nobody to let people in.</summary>
    /// <param name="grant">The role that is to go; null when the person is to go.</param>
    public static async Task KeepAnAdministratorAsync(this Db db, Person person, Guid? grant, DateOnly today, CancellationToken stop = default)
    {
        bool IsOne(PersonGrant g) => g.Role == Role.Administrator && g.HoldsOn(today);
        if (!person.Grants.Any(g => IsOne(g) && (grant is null || g.Id == grant)) || grant is not null && person.Grants.Any(g => IsOne(g) && g.Id != grant)) return;
        var others = await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.Id != person.Id && p.State == PersonState.Active && p.Grants.Any(g => g.Role == Role.Administrator)).ToListAsync(stop);
        if (!others.Any(other => other.Grants.Any(g => IsOne(g) && g.Until is null))) throw PeopleRules.LastAdministrator();
    }
}
