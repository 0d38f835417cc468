namespace Atkaruu.Modules.People;

/// <summary>
/// A browser that somebody signed in with. It is asked about on every request, so that ending it, suspending the person or
/// changing their roles holds from the next request on.
/// </summary>
public sealed class Session
{
    /// <summary>128 random bits: never a number that could be guessed or counted.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();
    public required Guid PersonId { get; init; }
    public required DateTime BeganAt { get; init; }
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>What the browser calls itself, for the person to recognise it by.</summary>
    public required string Device { get; init; }
    public required string Address { get; init; }

    public void Seen(DateTime now) => SeenAt = now;

    public void End(DateTime now) => EndedAt ??= now;
}
