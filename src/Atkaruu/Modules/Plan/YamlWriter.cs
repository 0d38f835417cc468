using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Plan;

/// <summary>
/// Writes block YAML in one way only, so that the same data is always the same bytes. Texts stand plain where that is
/// safe, in single quotes where not, in double quotes where they hold line breaks or worse, and as a folded block where
/// they are long.
/// </summary>
internal sealed partial class YamlWriter
{
    private const int Width = 120;

    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _afterDash;

    public override string ToString() => _text.ToString();

    public void Comment(string lines)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n')) _text.Append(line == "" ? "#" : "# ").Append(line).Append('\n');
    }

    public void Blank() => _text.Append('\n');

    /// <summary>A value that is no text: a number, a day, a flow map.</summary>
    public void Raw(string name, string value) => Begin(name).Append(' ').Append(value).Append('\n');

    public void Optional(string name, string? value)
    {
        if (value is not null) Text(name, value);
    }

    public void Text(string name, string value)
    {
        Begin(name).Append(' ');
        if (_indent + name.Length + 2 + value.Length > Width && IsFoldable(value)) Fold(value);
        else _text.Append(Scalar(value)).Append('\n');
    }

    public void Map(string name, Action fields)
    {
        Begin(name).Append('\n');
        _indent += 2;
        fields();
        _indent -= 2;
    }

    /// <summary>A short list of codes on one line; nothing when it is empty.</summary>
    public void Line(string name, IReadOnlyList<string> codes)
    {
        if (codes.Count > 0) Raw(name, $"[{string.Join(", ", codes.Select(code => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Scalar(code) : Escaped(code)))}]");
    }

    public void Texts(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        Begin(name).Append('\n');
        foreach (var text in texts) _text.Append(' ', _indent + 2).Append("- ").Append(Scalar(text)).Append('\n');
    }

    /// <summary>A list of maps; nothing when it is empty.</summary>
    /// <param name="apart">A blank line between the items.</param>
    public void Items<T>(string name, IReadOnlyList<T> items, Action<T> fields, bool apart = false)
    {
        if (items.Count == 0) return;
        Begin(name).Append('\n');
        _indent += 4;
        for (var i = 0; i < items.Count; i++)
        {
            if (apart && i > 0) Blank();
            _text.Append(' ', _indent - 2).Append("- ");
            _afterDash = true;
            fields(items[i]);
        }
        _indent -= 4;
    }

    private StringBuilder Begin(string name)
    {
        if (!_afterDash) _text.Append(' ', _indent);
        _afterDash = false;
        return _text.Append(name).Append(':');
    }

    private void Fold(string value)
    {
        _text.Append(">-");
        var column = Width;
        foreach (var word in value.Split(' '))
        {
            if (column + 1 + word.Length > Width)
            {
                _text.Append('\n').Append(' ', _indent + 2);
                column = _indent + 2;
            }
            else
            {
                _text.Append(' ');
                column++;
            }
            _text.Append(word);
            column += word.Length;
        }
        _text.Append('\n');
    }

    /// <summary>Only single blanks between words and nothing that a block would read differently.</summary>
    private static bool IsFoldable(string value) =>
        value.Contains(' ') && value[0] != ' ' && value[^1] != ' ' && !value.Contains("  ") && IsPrintable(value);

    private static string Scalar(string value) =>
        !IsPrintable(value) ? Escaped(value) : IsPlain(value) ? value : Quoted(value);

    private static string Quoted(string value) => $"'{value.Replace("'", "''")}'";

    private static bool IsPlain(string value) =>
        value.Length > 0 && value[^1] is not (' ' or ':') && (char.IsLetterOrDigit(value[0]) || "“«№(/".Contains(value[0]))
        && !value.Contains(": ") && !value.Contains(" #") && !LooksLikeData().IsMatch(value);

    /// <summary>Letters, digits and signs of one line. Rarer things are escaped rather than trusted to every reader.</summary>
    private static bool IsPrintable(string value) =>
        value.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff'));

    private static string Escaped(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes())
            text.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                > 0xffff => $"\\U{rune.Value:X8}",
                _ when rune.Value >= 0x20 && IsPrintable(rune.ToString()) => rune.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
            });
        return text.Append('"').ToString();
    }

    /// <summary>Words and figures that some YAML reader takes for a number, a day, a truth value or nothing.</summary>
    [GeneratedRegex(@"\A(?:[-+.]?[0-9][0-9A-Fa-fxob_,.:eE+-]*|null|true|false|yes|no|on|off|y|n)\z", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeData();
}
