using Atkaruu.Kernel;

namespace Atkaruu.Modules.Bodies;

public enum BodyKind
{
    /// <summary>The district administration itself.</summary>
    Administration,

    /// <summary>A village government (айыл өкмөтү).</summary>
    Municipality,

    /// <summary>A district department or a territorial unit of a ministry.</summary>
    Department,

    /// <summary>A republican body.</summary>
    Republican,

    /// <summary>An enterprise or a bank.</summary>
    Enterprise,

    /// <summary>A donor or an international organisation.</summary>
    Partner,

    /// <summary>Named in general, without a name: «инвестор», «жеке ишкер».</summary>
    Unnamed,

    /// <summary>Stands for its members: ЖӨБО, «айыл өкмөттөр».</summary>
    Group,
}

/// <summary>A responsible organisation (орган, уюм) as the plan names it.</summary>
public sealed class Body : Entity
{
    /// <summary>Stable code in data and addresses: RMA, AO-CHON-ALAY.</summary>
    public required string Code { get; init; }
    public required BodyKind Kind { get; init; }
    public required Words Name { get; init; }

    /// <summary>The usual abbreviation or short name: «РМА», «ЖӨБО», «Чоң-Алай айыл өкмөтү».</summary>
    public required Words ShortName { get; init; }

    /// <summary>For a group: codes of the bodies it stands for. Empty for all others.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Every way the name is written in the plan, misprints included.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The place whose government it is, for a municipality: SOATE code.</summary>
    public string? Place { get; init; }

    public bool IsGroup => Members.Count > 0;
}
