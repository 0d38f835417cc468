using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>
/// The one question of every signed-in request, put into the words of the database once: whose the session is, while it lives, and what the
/// frame wants to know besides.
/// </summary>
internal sealed class SessionQuestion
{
    /// <param name="Seq">The last row of the log.</param>
    /// <param name="Unread">Notices that the person has not read.</param>
    public sealed record Answer(Guid PersonId, DateTime SeenAt, long Seq, int Unread);

    private readonly Func<Db, Guid, DateTime, DateTime, CancellationToken, Task<Answer?>> _ask = EF.CompileAsyncQuery((Db db, Guid id, DateTime oldest, DateTime unseen, CancellationToken stop) =>
        db.Sessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null && s.BeganAt > oldest && s.SeenAt > unseen)
            .Select(s => new Answer(s.PersonId, s.SeenAt, db.Log.Max(row => (long?)row.Seq) ?? 0, db.Notices.Count(n => n.PersonId == s.PersonId && n.ReadAt == null))).SingleOrDefault());

    /// <summary>Null when the session has ended, or nobody has seen it for too long.</summary>
    public Task<Answer?> AskAsync(Db db, Guid id, DateTime now, CancellationToken stop) => _ask(db, id, now - Session.Longest, now - Session.Idle, stop);
}
