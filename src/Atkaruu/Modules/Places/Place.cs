using Atkaruu.Kernel;

namespace Atkaruu.Modules.Places;

public enum PlaceKind { Oblast, District, Municipality, Village, Site }

/// <summary>How well a place's position is known.</summary>
public enum PointQuality { Unknown, Approximate, Known }

/// <summary>A place: district → municipality (айыл аймагы) → village → site.</summary>
public sealed class Place : Entity
{
    /// <summary>14-digit SOATE code; a site, which has none, is named by its own short code (<c>kum-talaa</c>).</summary>
    public required string Code { get; init; }
    public required PlaceKind Kind { get; init; }
    public required string? Parent { get; init; }
    public required Words Name { get; init; }

    /// <summary>Other spellings met in documents, for reading and searching.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>WGS 84 degrees; null where nobody knows.</summary>
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public required PointQuality Quality { get; init; }

    /// <summary>Where the position comes from, for the credits.</summary>
    public string? Source { get; init; }

    /// <summary>The centre of its municipality or district.</summary>
    public bool IsCentre { get; init; }
}
