using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>How many notices the person of this request has not read, for the frame around every page: asked with the session, else one look into an index.</summary>
public sealed class NoticeCount(Db db, CurrentActor current) : IRailCount
{
    public string Path => "/notices";

    public async Task<int> CountAsync(Actor actor, CancellationToken stop) => await UnreadAsync(stop);

    public async ValueTask<int> UnreadAsync(CancellationToken stop = default) =>
        current.Unread ??= current.Actor is { IsPerson: true, PersonId: var person } ? await db.Notices.CountAsync(n => n.PersonId == person && n.ReadAt == null, stop) : 0;
}
