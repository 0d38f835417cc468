using System.ComponentModel.DataAnnotations.Schema;

namespace Atkaruu.Kernel;

/// <summary>Something with an identity of its own that remembers what has happened to it since it was loaded.</summary>
public abstract class Entity
{
    private static long s_order;
    private readonly List<Happening> _happenings = [];

    /// <summary>Never changes, never used again. Made here, so that a thing can be named before it is saved.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Counts the saved changes. Two people who change the same thing: the second is told, not overwritten.</summary>
    public int Version { get; private set; }

    /// <summary>What has happened and is not yet written down. <see cref="Data.Db"/> writes it with the change.</summary>
    [NotMapped]
    internal IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>Says what happened, in the past tense and by a stable name: <c>"edition.adopted"</c>.</summary>
    protected void Happened(string what, object? details = null) => _happenings.Add(new(what, Id, details, Interlocked.Increment(ref s_order)));

    internal IReadOnlyList<Happening> TakeHappenings()
    {
        Happening[] taken = [.. _happenings];
        _happenings.Clear();
        return taken;
    }

    internal void NextVersion() => Version++;
}

/// <summary>One thing that happened, before it is written into the log.</summary>
/// <param name="Order">Grows with every happening, so that the log keeps the order across entities.</param>
public sealed record Happening(string What, Guid To, object? Details, long Order);
