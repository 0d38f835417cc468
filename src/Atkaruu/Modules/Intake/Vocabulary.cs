using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Places;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// The names a district's documents use: its bodies and places with every known spelling. Bundled beside the plan
/// (<c>bodies.yaml</c>, <c>places.geojson</c>); reading needs no database.
/// </summary>
public sealed record Vocabulary(string District, IReadOnlyList<Body> Bodies, IReadOnlyList<Place> Places)
{
    /// <param name="folder">A folder of <c>plans/</c>.</param>
    public static Vocabulary Load(string folder) => throw new NotImplementedException(folder);
}
