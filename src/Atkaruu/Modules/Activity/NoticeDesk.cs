using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>Knows who is to be told what, and puts the notices down; whoever asked it saves them.</summary>
public sealed class NoticeDesk(Db db, PlanShelf shelf, TimeProvider clock)
{
    private IReadOnlyList<Person>? _people;
    private HashSet<(Guid, NoticeKind)>? _mutes;

    public ValueTask<PlanInForce?> PlanAsync() => shelf.CurrentAsync();

    /// <summary>Everybody who can sign in, with their roles.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken stop) =>
        _people ??= await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.State == PersonState.Active).ToListAsync(stop);

    /// <summary>Who has this right over this.</summary>
    public async Task<IReadOnlyList<Guid>> WithAsync(Right right, Subject subject, CancellationToken stop) =>
        [.. (await PeopleAsync(stop)).Where(p => May(p, right, subject)).Select(p => p.Id)];

    public async Task<IReadOnlyList<Person>> InRoleAsync(Role role, CancellationToken stop) =>
        [.. (await PeopleAsync(stop)).Where(p => p.GrantsOn(clock.Today()).Any(g => g.Role == role))];

    /// <summary>By the roles that hold today.</summary>
    public bool May(Person person, Right right, Subject subject) => person.GrantsOn(clock.Today()).Any(g => g.Gives(right) && g.Scope.Covers(subject));

    /// <summary>Puts the same notice down for each of these people, once, except for those who do without its kind.</summary>
    public async Task TellAsync(IEnumerable<Guid> people, NoticeKind kind, string key, Message message, string link, CancellationToken stop)
    {
        List<Guid> all = [.. people.Distinct()];
        if (all.Count == 0) return;
        _mutes ??= (await db.Set<NoticeMute>().AsNoTracking().ToListAsync(stop)).Select(m => (m.PersonId, m.Kind)).ToHashSet();
        var told = await db.Notices.Where(n => n.Kind == kind && n.Key == key && all.Contains(n.PersonId)).Select(n => n.PersonId).ToListAsync(stop);
        foreach (var person in all.Except(told).Where(p => Notice.IsUrgent(kind) || !_mutes.Contains((p, kind))))
            if (!db.Notices.Local.Any(n => n.PersonId == person && n.Kind == kind && n.Key == key))
                db.Notices.Add(Notice.To(person, kind, key, message, link, clock.Now()));
    }
}
