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
    /// <exception cref="Kernel.RuleException">A file of the folder is missing or wrong; the sentence says which and where.</exception>
    public static Vocabulary Load(string folder)
    {
        var (bodiesPath, placesPath) = (Path.Combine(folder, "bodies.yaml"), Path.Combine(folder, "places.geojson"));
        foreach (var path in new[] { bodiesPath, placesPath })
            if (!File.Exists(path)) throw new Kernel.RuleException(new("intake.vocabulary-missing", path), "File");

        using var yaml = File.OpenText(bodiesPath);
        var places = PlacesFile.Read(File.ReadAllBytes(placesPath), placesPath);
        return new(places.First(p => p.Kind == PlaceKind.District).Code, BodiesFile.Read(yaml, bodiesPath), places);
    }
}
