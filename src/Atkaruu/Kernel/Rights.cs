namespace Atkaruu.Kernel;

/// <summary>What a person is here. A person may be several things, each within a scope of its own.</summary>
public enum Role { Administrator, Coordinator, Reporter, Verifier, Head, Observer }

/// <summary>What may be done. Rights are separate on purpose: who reports does not accept, who accepts does not verify.</summary>
public enum Right
{
    /// <summary>See returns before they are published, and evidence with its place and time.</summary>
    Read,

    /// <summary>Write and send the returns of a body.</summary>
    Report,

    /// <summary>Enter a return for a body that told it on paper or by telephone.</summary>
    EnterFor,

    /// <summary>Accept a return or send it back, comment on it, assign a verification.</summary>
    Accept,

    /// <summary>Say, independently, whether what was reported is so.</summary>
    Verify,

    /// <summary>Open, close and publish periods, grant exceptions from a deadline.</summary>
    Publish,

    /// <summary>Write down the objects, contracts and money of a measure: the coordinator, and whoever leads it.</summary>
    Record,

    /// <summary>Give orders and hold meetings.</summary>
    Order,

    /// <summary>People: invite, change roles, suspend, hand over.</summary>
    Administer,
}

/// <summary>The one table of rights. The page /rights shows it; nothing else decides.</summary>
public static class Rights
{
    public static readonly IReadOnlyDictionary<Role, IReadOnlyList<Right>> Table = new Dictionary<Role, IReadOnlyList<Right>>
    {
        [Role.Administrator] = [Right.Administer],
        [Role.Coordinator] = [Right.Read, Right.EnterFor, Right.Accept, Right.Publish, Right.Record, Right.Order],
        [Role.Reporter] = [Right.Read, Right.Report, Right.Record],
        [Role.Verifier] = [Right.Read, Right.Verify],
        [Role.Head] = [Right.Read, Right.Order],
        [Role.Observer] = [Right.Read],
    };
}

/// <summary>
/// What a role reaches. Every part that is named must fit; nothing named is the whole programme.
/// </summary>
/// <param name="Body">Code of a body.</param>
/// <param name="Municipality">SOATE code of an айыл аймагы.</param>
/// <param name="Section">A section of the plan, with what stands under it.</param>
/// <param name="Measure">Code of a measure.</param>
public sealed record Scope(string? Body = null, string? Municipality = null, Guid? Section = null, string? Measure = null)
{
    public static readonly Scope Everything = new();

    public bool Covers(Subject subject) =>
        (Body is null || subject.Bodies.Contains(Body)) && (Municipality is null || subject.Municipalities.Contains(Municipality))
        && (Section is not { } section || subject.Sections.Contains(section)) && (Measure is null || Measure == subject.Measure);
}

/// <summary>What an act is about: a measure, whose words (bodies), where (municipalities), and what it stands under in the plan.</summary>
public sealed record Subject(string Measure, IReadOnlyList<string> Bodies, IReadOnlyList<string> Municipalities, IReadOnlyList<Guid> Sections);

/// <summary>A role within a scope. <paramref name="For"/> names the person on leave whose place this is.</summary>
public sealed record Grant(Role Role, Scope Scope, string? For = null)
{
    public bool Gives(Right right) => Rights.Table[Role].Contains(right);
}
