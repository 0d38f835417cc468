using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Activity;

/// <summary>How many notices the person of this request has not read, for the frame around every page: one look into an index.</summary>
public sealed class NoticeCount(Db db, Actor actor) : IRailCount
{
    public string Path => "/notices";

    public async Task<int> CountAsync(Actor actor, CancellationToken stop) => await UnreadAsync(stop);

    private int? _unread;

    public async ValueTask<int> UnreadAsync(CancellationToken stop = default) =>
        _unread ??= actor.IsPerson ? await db.Notices.CountAsync(n => n.PersonId == actor.PersonId && n.ReadAt == null, stop) : 0;
}
