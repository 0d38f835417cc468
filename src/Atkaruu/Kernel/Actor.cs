namespace Atkaruu.Kernel;

/// <summary>Who is acting: a person who has signed in, a visitor, who reads what is public, or the program itself.</summary>
public sealed record Actor(Guid PersonId, string Name)
{
    /// <summary>The program acting by itself: first run, timetable, command line. May do everything.</summary>
    public static readonly Actor System = new(Guid.Empty, "system");

    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Actor Visitor = new(new Guid("00000000-0000-0000-0000-000000000001"), "visitor");

    /// <summary>Roles of this person today, those taken over from somebody on leave included.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>The session by which the person is signed in; null for the program and for visitors.</summary>
    public Guid? Session { get; init; }

    /// <summary>The body a person belongs to.</summary>
    public string? Body { get; init; }

    public bool IsPerson => this != System && PersonId != Visitor.PersonId;

    /// <summary>Whether the right is there at all, within whatever scope: for the ways in. The thing itself asks <see cref="May"/>.</summary>
    public bool Has(Right right) => this == System || Grants.Any(grant => grant.Gives(right));

    public bool May(Right right, Subject subject) => this == System || Grants.Any(grant => grant.Gives(right) && grant.Scope.Covers(subject));

    public bool Equals(Actor? other) => other is not null && PersonId == other.PersonId && Name == other.Name && Session == other.Session;

    public override int GetHashCode() => PersonId.GetHashCode();
}
