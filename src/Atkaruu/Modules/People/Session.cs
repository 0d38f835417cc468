using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>
/// A browser that somebody signed in with. It is asked about on every request, so that ending it, suspending the person or
/// changing their roles holds from the next request on. It ends by itself after <see cref="Idle"/> without a visit and
/// after <see cref="Longest"/> in any case.
/// </summary>
public sealed class Session
{
    /// <summary>A reporter comes a few times a week from the same telephone and should not sign in each time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7), Longest = TimeSpan.FromDays(30);

    /// <summary>122 random bits: never a number that could be guessed or counted.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();
    public required Guid PersonId { get; init; }
    public required DateTime BeganAt { get; init => SeenAt = field = value; }

    /// <summary>The last visit, within ten minutes.</summary>
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>What the browser calls itself, for the person to recognise it by.</summary>
    public required string Device { get; init; }
    public required string Address { get; init; }

    public void Seen(DateTime now) => SeenAt = now;

    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Whether it still opens the door.</summary>
    public bool IsAlive(DateTime now) => EndedAt is null && now - BeganAt < Longest && now - SeenAt < Idle;
}

internal static class SessionsOf
{
    /// <summary>Marks the open sessions of a person as ended, save one; the caller saves. Says how many there were.</summary>
    public static async Task<int> EndSessionsAsync(this Db db, Guid person, DateTime now, Guid? save = null, CancellationToken stop = default)
    {
        var open = await db.Sessions.Where(s => s.PersonId == person && s.EndedAt == null && s.Id != save).ToListAsync(stop);
        foreach (var session in open) session.End(now);
        return open.Count;
    }
}
