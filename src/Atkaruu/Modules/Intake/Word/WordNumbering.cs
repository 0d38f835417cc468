using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Office;

namespace Atkaruu.Modules.Intake.Word;

/// <summary>
/// Numbers that Word writes by itself: in many plans the cells of the first column look numbered and are empty. Only
/// lists of numbers are counted; bullets are decoration.
/// </summary>
internal sealed partial class WordNumbering
{
    private sealed record Level(string Text, string Format, int Start);

    private readonly Dictionary<(string Abstract, int Level), Level> _levels = [];
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<(string Abstract, int Level), int> _counts = [];

    public static WordNumbering Read(OfficePackage package, string? part)
    {
        var numbering = new WordNumbering();
        if (part is null || !package.Has(part)) return numbering;

        using var xml = package.Xml(part);
        while (xml.Read())
            if (xml.Is("abstractNum")) numbering.ReadAbstract(xml);
            else if (xml.Is("num")) numbering.ReadNum(xml);
        return numbering;
    }

    /// <summary>The next number of a list, as Word would print it; empty for bullets and unknown lists.</summary>
    public string Next(string list, int level)
    {
        if (!_abstractOf.TryGetValue(list, out var kind) || !_levels.TryGetValue((kind, level), out var here)) return "";
        if (here.Format is not "decimal" and not "decimalZero") return "";

        _counts[(kind, level)] = _counts.TryGetValue((kind, level), out var count) ? count + 1 : here.Start;
        for (var deeper = level + 1; deeper < 9; deeper++) _counts.Remove((kind, deeper));
        return Place().Replace(here.Text, place => Printed(kind, place.Groups[1].Value[0] - '1'));
    }

    private string Printed(string kind, int level)
    {
        var start = _levels.GetValueOrDefault((kind, level))?.Start ?? 1;
        return _counts.GetValueOrDefault((kind, level), start).ToString(CultureInfo.InvariantCulture);
    }

    private void ReadAbstract(BoundedXml xml)
    {
        var id = xml.Attribute("abstractNumId");
        if (xml.IsEmpty) return;
        var (level, text, format, start) = (0, "", "decimal", 1);
        while (xml.Read() && !xml.Ends("abstractNum"))
        {
            if (xml.Is("lvl")) (level, text, format, start) = (Number(xml.Attribute("ilvl"), 0), "", "decimal", 1);
            else if (xml.Is("start")) start = Number(xml.Attribute("val"), 1);
            else if (xml.Is("numFmt")) format = xml.Attribute("val");
            else if (xml.Is("lvlText")) text = xml.Attribute("val");
            else if (xml.Ends("lvl") && _levels.Count < 10_000) _levels[(id, level)] = new(text.Length > 40 ? "" : text, format, start);
        }
    }

    private void ReadNum(BoundedXml xml)
    {
        var id = xml.Attribute("numId");
        if (xml.IsEmpty) return;
        while (xml.Read() && !xml.Ends("num"))
            if (xml.Is("abstractNumId") && _abstractOf.Count < 10_000) _abstractOf[id] = xml.Attribute("val");
    }

    private static int Number(string text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : otherwise;

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}
