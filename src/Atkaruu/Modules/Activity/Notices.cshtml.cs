using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>What a person has been told, unread first, and what they would rather do without.</summary>
[SignedInOnly]
public sealed class NoticesModel(Db db, Actor actor, TimeProvider clock) : PageModel
{
    private const int Shown = 100;

    private static readonly IReadOnlyDictionary<Role, NoticeKind[]> KindsOf = new Dictionary<Role, NoticeKind[]>
    {
        [Role.Reporter] = [NoticeKind.Returned, NoticeKind.Escalated, NoticeKind.Accepted, NoticeKind.Commented, NoticeKind.PeriodOpened, NoticeKind.Exception, NoticeKind.DueSoon, NoticeKind.Overdue, NoticeKind.Asked, NoticeKind.OrderGiven, NoticeKind.OrderReturned, NoticeKind.OrderDue, NoticeKind.OrderEscalated],
        [Role.Coordinator] = [NoticeKind.Submitted, NoticeKind.Withdrawn, NoticeKind.Waiting, NoticeKind.Commented, NoticeKind.OrderAnswered, NoticeKind.OrderWaiting, NoticeKind.OrderDue, NoticeKind.OrderEscalated],
        [Role.Verifier] = [NoticeKind.VisitAssigned],
        [Role.Head] = [NoticeKind.Silent, NoticeKind.OrderAnswered, NoticeKind.OrderWaiting, NoticeKind.OrderDue, NoticeKind.OrderEscalated],
        [Role.Administrator] = [NoticeKind.Failure],
    };

    /// <summary>The kinds that the person ticked: the ones they want.</summary>
    [BindProperty]
    public IReadOnlyList<NoticeKind> Wanted { get; set; } = [];

    public IReadOnlyList<Notice> Notices { get; private set; } = [];
    public int Unread { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Kinds that may come to this person, by their roles.</summary>
    public IReadOnlyList<NoticeKind> Kinds { get; } = [.. actor.Grants.SelectMany(g => KindsOf.GetValueOrDefault(g.Role) ?? []).Distinct().Order()];

    public IReadOnlySet<NoticeKind> Muted { get; private set; } = new HashSet<NoticeKind>();

    /// <summary>For administrators: rows of the log that could not be taken.</summary>
    public IReadOnlyList<JobFailure> Failures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var mine = db.Notices.AsNoTracking().Where(n => n.PersonId == actor.PersonId);
        Unread = await mine.CountAsync(n => n.ReadAt == null, stop);
        Notices = await mine.OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(Shown).ToListAsync(stop);
        Muted = (await db.Set<NoticeMute>().Where(m => m.PersonId == actor.PersonId).Select(m => m.Kind).ToListAsync(stop)).ToHashSet();
        if (actor.Has(Right.Administer)) Failures = await db.Set<JobFailure>().AsNoTracking().OrderByDescending(f => f.FailedAt).Take(20).ToListAsync(stop);
    }

    /// <summary>One notice read, and on to what it is about.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken stop)
    {
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.PersonId == actor.PersonId, stop) is not { } notice) return NotFound();
        notice.Read(clock.Now());
        await db.SaveChangesAsync(stop);
        return LocalRedirect("~" + notice.Link);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid? id, CancellationToken stop)
    {
        var unread = await db.Notices.Where(n => n.PersonId == actor.PersonId && n.ReadAt == null && (id == null || n.Id == id)).ToListAsync(stop);
        foreach (var notice in unread) notice.Read(clock.Now());
        await db.SaveChangesAsync(stop);
        return LocalRedirect("~/notices");
    }

    public async Task<IActionResult> OnPostKindsAsync(CancellationToken stop)
    {
        var mutes = await db.Set<NoticeMute>().Where(m => m.PersonId == actor.PersonId).ToListAsync(stop);
        foreach (var kind in Kinds)
            if (Wanted.Contains(kind)) db.RemoveRange(mutes.Where(m => m.Kind == kind));
            else if (mutes.TrueForAll(m => m.Kind != kind)) db.Add(new NoticeMute { PersonId = actor.PersonId, Kind = kind });
        await db.SaveChangesAsync(stop);
        return LocalRedirect("~/notices?saved=true#kinds");
    }
}
