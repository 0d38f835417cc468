using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// The fields of one map, taken one by one. Each taking says what it expects and refuses anything else with line and
/// field; <see cref="End"/> refuses what nobody asked for, so a misspelled field is never lost in silence.
/// </summary>
internal sealed class YamlFields
{
    private readonly string _file, _path;
    private readonly Dictionary<string, (YamlNode Value, long Line)> _left;

    public YamlFields(string file, string path, YamlMap map)
    {
        (_file, _path, Line) = (file, path, map.Line);
        _left = map.Entries.ToDictionary(e => e.Key, e => (e.Value, e.Line));
    }

    /// <summary>Where the map begins.</summary>
    public long Line { get; }

    /// <summary>A text that must be there and must say something.</summary>
    public string Text(string name, int longest) => OptionalText(name, longest) is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>A text that must be there but may be empty, as the printed cell is.</summary>
    public string TextOrEmpty(string name, int longest) => OptionalText(name, longest) ?? throw Missing(name);

    public string? OptionalText(string name, int longest) => Take(name) is { } node ? TextOf(node, name, longest) : null;

    /// <summary>A code of a known form; the sentence shows an example.</summary>
    public string? OptionalCode(string name, Regex form, string example) =>
        Take(name) is { } node ? CodeOf(node, name, form, example) : null;

    public string Code(string name, Regex form, string example) => OptionalCode(name, form, example) ?? throw Missing(name);

    public IReadOnlyList<string> Codes(string name, int most, Regex form, string example) =>
        List(name, most, node => CodeOf(node, name, form, example));

    public IReadOnlyList<string> Texts(string name, int most, int longest) => List(name, most, node => TextOf(node, name, longest));

    /// <summary>One of a few words.</summary>
    public string Word(string name, IEnumerable<string> allowed) => OptionalWord(name, allowed) ?? throw Missing(name);

    public string? OptionalWord(string name, IEnumerable<string> allowed)
    {
        if (Take(name) is not { } node) return null;
        var word = TextOf(node, name, Limits.Line);
        return allowed.Contains(word) ? word : throw Refuse("plan-file.wrong-word", node.Line, name, word, string.Join(", ", allowed));
    }

    public int Whole(string name, int least, int greatest) => OptionalWhole(name, least, greatest) ?? throw Missing(name);

    public int? OptionalWhole(string name, int least, int greatest)
    {
        if (Take(name) is not { } node) return null;
        var text = TextOf(node, name, Limits.Line);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest
            ? number
            : throw Refuse("plan-file.wrong-whole", node.Line, name, text, least, greatest);
    }

    public decimal Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    public decimal? OptionalNumber(string name)
    {
        if (Take(name) is not { } node) return null;
        var text = TextOf(node, name, Limits.Line);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refuse("plan-file.wrong-number", node.Line, name, text);
    }

    public DateOnly? OptionalDay(string name)
    {
        if (Take(name) is not { } node) return null;
        var text = TextOf(node, name, Limits.Line);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refuse("plan-file.wrong-day", node.Line, name, text);
    }

    public YamlFields Fields(string name) => OptionalFields(name) ?? throw Missing(name);

    public YamlFields? OptionalFields(string name) => Take(name) is { } node ? FieldsOf(node, name) : null;

    /// <summary>Items that are maps; an absent list is an empty one.</summary>
    public IReadOnlyList<T> Each<T>(string name, int most, Func<YamlFields, T> read) => List(name, most, node => read(FieldsOf(node, name)));

    /// <summary>The names of the fields not yet taken: for maps whose keys are data.</summary>
    public IReadOnlyList<string> Names => [.. _left.Keys];

    /// <summary>Nothing may be left over.</summary>
    public void End()
    {
        foreach (var (name, (_, line)) in _left) throw Refuse("plan-file.unknown-field", line, name);
    }

    public RuleException Refuse(string key, long line, string name, params object?[] more) =>
        YamlTree.Refusal(key, _file, line, [PathOf(name), .. more]);

    private string PathOf(string name) => _path == "" ? name : $"{_path}.{name}";

    private RuleException Missing(string name) => Refuse("plan-file.missing-field", Line, name);

    private YamlNode? Take(string name) => _left.Remove(name, out var found) && found.Value is not YamlText { IsNothing: true } ? found.Value : null;

    private YamlFields FieldsOf(YamlNode node, string name) =>
        node is YamlMap map ? new YamlFields(_file, PathOf(name), map) : throw Refuse("plan-file.fields-expected", node.Line, name);

    private IReadOnlyList<T> List<T>(string name, int most, Func<YamlNode, T> read)
    {
        if (Take(name) is not { } node) return [];
        if (node is not YamlList list) throw Refuse("plan-file.list-expected", node.Line, name);
        if (list.Items.Count > most) throw Refuse("plan-file.list-too-long", node.Line, name, most);
        return [.. list.Items.Select(read)];
    }

    private string CodeOf(YamlNode node, string name, Regex form, string example)
    {
        var text = TextOf(node, name, Limits.Line);
        return form.IsMatch(text) ? text : throw Refuse("plan-file.wrong-code", node.Line, name, text, example);
    }

    private string TextOf(YamlNode node, string name, int longest)
    {
        if (node is not YamlText { IsNothing: false, Value: var text }) throw Refuse("plan-file.text-expected", node.Line, name);
        if (text.Length > longest) throw Refuse("plan-file.text-too-long", node.Line, name, longest);
        // Word and Excel files, where these texts go, cannot hold control characters or half letters.
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) || !IsWellFormed(text)) throw Refuse("plan-file.control-character", node.Line, name);
        return text;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return false;
        }
        return true;
    }
}
