using Atkaruu.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Atkaruu.Modules.Plan;

/// <summary>A part of a YAML document and the line it begins on, from 1.</summary>
internal abstract record YamlNode(long Line);

/// <param name="Quoted">Written in quotes or as a block. A plain empty scalar means "nothing", a quoted one an empty text.</param>
internal sealed record YamlText(string Value, bool Quoted, long Line) : YamlNode(Line)
{
    public bool IsNothing => !Quoted && Value is "" or "~" or "null";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, long Line) : YamlNode(Line);

internal sealed record YamlMap(IReadOnlyList<(string Key, YamlNode Value, long Line)> Entries, long Line) : YamlNode(Line);

/// <summary>
/// The plain half of YAML: texts, lists and maps with text keys. Anchors, aliases, tags, merge keys and second documents
/// are refused, so nothing in a file can stand for more than is written there.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 16, MaxNodes = 400_000;

    private readonly string _file;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string yaml, string file) => (_file, _parser) = (file, new Parser(new StringReader(yaml)));

    /// <exception cref="RuleException">Not YAML, or more than the plain half of it; the sentence says the line.</exception>
    public static YamlMap Read(string yaml, string file)
    {
        var tree = new YamlTree(yaml, file);
        try
        {
            return tree.Document();
        }
        catch (YamlException broken)
        {
            throw Refusal("plan-file.not-yaml", file, Math.Max(1, broken.Start.Line));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // Found by fuzzing: on some broken texts («{{{») the scanner fails without saying where.
            throw Refusal("plan-file.not-yaml", file, tree._parser.Current?.End.Line ?? 1);
        }
    }

    public static RuleException Refusal(string key, string file, long line, params object?[] more) => new(new Message(key, [file, line, .. more]), "File");

    private YamlMap Document()
    {
        while (_parser.MoveNext() && _parser.Current is StreamStart or DocumentStart) { }
        if (_parser.Current is null or StreamEnd || Node(0) is not YamlMap map) throw Refusal("plan-file.not-a-plan", _file, 1);

        while (_parser.MoveNext())
            if (_parser.Current is DocumentStart second) throw Refusal("plan-file.second-document", _file, second.Start.Line);
        return map;
    }

    /// <summary>The node that begins with the current event; afterwards the current event is its last.</summary>
    private YamlNode Node(int depth)
    {
        var line = _parser.Current!.Start.Line;
        if (depth > MaxDepth) throw Refusal("plan-file.too-deep", _file, line, MaxDepth);
        if (++_nodes > MaxNodes) throw Refusal("plan-file.too-many", _file, line, MaxNodes);
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias) throw Refusal("plan-file.anchor", _file, line);

        return _parser.Current switch
        {
            Scalar scalar => new YamlText(scalar.Value, scalar.Style != ScalarStyle.Plain, line),
            SequenceStart => List(line, depth),
            MappingStart => Map(line, depth),
            _ => throw Refusal("plan-file.not-yaml", _file, line),
        };
    }

    private YamlList List(long line, int depth)
    {
        List<YamlNode> items = [];
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd) items.Add(Node(depth + 1));
        return new(items, line);
    }

    private YamlMap Map(long line, int depth)
    {
        List<(string, YamlNode, long)> entries = [];
        HashSet<string> seen = [];
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (Node(depth + 1) is not YamlText key) throw Refusal("plan-file.not-yaml", _file, _parser.Current!.Start.Line);
            if (!seen.Add(key.Value)) throw Refusal("plan-file.twice", _file, key.Line, key.Value);
            if (!_parser.MoveNext()) throw Refusal("plan-file.not-yaml", _file, key.Line);
            entries.Add((key.Value, Node(depth + 1), key.Line));
        }
        return new(entries, line);
    }
}
