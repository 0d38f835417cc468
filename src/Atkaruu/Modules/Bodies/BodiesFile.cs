using Atkaruu.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Atkaruu.Modules.Bodies;

/// <summary>
/// Reads <c>bodies.yaml</c>: the responsible organisations of a district with every spelling of their names. The nodes are
/// walked by hand, because mapping them by reflection takes longer than reading the whole plan.
/// </summary>
public static class BodiesFile
{
    /// <summary>A district has some dozens of bodies; a country's list is another file.</summary>
    public const int MaxBodies = 1_000;

    /// <exception cref="RuleException">Not such a file; the sentence says which body and what is wrong.</exception>
    public static IReadOnlyList<Body> Read(TextReader yaml, string fileName)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(yaml);
        }
        catch (YamlException broken)
        {
            throw Wrong(fileName, broken.Start.Line, broken.Message);
        }

        if (stream.Documents is not [{ RootNode: YamlSequenceNode { Children.Count: <= MaxBodies } list }])
            throw Wrong(fileName, 1, $"1…{MaxBodies} × code, kind, name, short, aliases");

        List<Body> bodies = [.. list.Select(node => Body(node, fileName))];
        RequireUniqueCodes(bodies, fileName);
        return bodies;
    }

    private static Body Body(YamlNode node, string fileName)
    {
        if (node is not YamlMappingNode body) throw Wrong(fileName, node.Start.Line, "code");
        if (!Enum.TryParse<BodyKind>(Text(body, "kind"), out var kind)) throw Wrong(fileName, node.Start.Line, "kind");

        var shortName = Names(body, "short");
        return new()
        {
            Code = Text(body, "code") is { Length: > 0 and <= 40 } code ? code : throw Wrong(fileName, node.Start.Line, "code"),
            Kind = kind,
            Name = Names(body, "name") ?? throw Wrong(fileName, node.Start.Line, "name"),
            ShortName = shortName ?? throw Wrong(fileName, node.Start.Line, "short"),
            Members = List(body, "members"),
            Aliases = List(body, "aliases"),
            Place = Text(body, "place"),
        };
    }

    private static void RequireUniqueCodes(List<Body> bodies, string fileName)
    {
        var codes = bodies.Select(b => b.Code).ToHashSet();
        if (codes.Count < bodies.Count) throw Wrong(fileName, 1, bodies.GroupBy(b => b.Code).First(g => g.Count() > 1).Key);
        if (bodies.SelectMany(b => b.Members).FirstOrDefault(member => !codes.Contains(member)) is { } stranger) throw Wrong(fileName, 1, stranger);
    }

    private static Words? Names(YamlMappingNode body, string key) =>
        body.Children.TryGetValue(key, out var node) && node is YamlMappingNode names && Text(names, "ky") is { Length: > 0 } ky
            ? new(ky, Text(names, "ru"), Text(names, "en"))
            : null;

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { } text } ? text : null;

    private static IReadOnlyList<string> List(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(n => n.Value ?? "")] : [];

    private static RuleException Wrong(string fileName, long line, string what) => new(new("bodies.file-wrong", fileName, line, what), "File");
}
