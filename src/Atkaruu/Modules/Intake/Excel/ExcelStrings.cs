using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Excel;

/// <summary>The texts that the cells of a workbook share by number, with the words of differently formatted runs put together.</summary>
internal static partial class ExcelStrings
{
    private const int MaxStrings = 300_000;

    public static IReadOnlyList<string> Read(OfficePackage package, string? part)
    {
        if (part is null || !package.Has(part)) return [];
        List<string> strings = [];
        var characters = 0;
        using var xml = package.Xml(part);
        while (xml.Read())
        {
            if (!xml.Is("si")) continue;
            strings.Add(ReadText(xml, "si"));
            characters += strings[^1].Length;
            if (strings.Count > MaxStrings || characters > TableLimits.Characters) throw TableLimits.TooMuchText();
        }
        return strings;
    }

    /// <summary>The text of the element that begins here; the readings that Japanese sheets write over words are left out.</summary>
    public static string ReadText(BoundedXml xml, string element)
    {
        if (xml.IsEmpty) return "";
        var text = new StringBuilder();
        var inText = false;
        while (xml.Read() && !xml.Ends(element))
        {
            if (xml.Is("rPh")) xml.Skip();
            else if (xml.Is("t")) inText = !xml.IsEmpty;
            else if (xml.Ends("t")) inText = false;
            else if (inText && xml.IsText) xml.AddTextTo(text, TableLimits.RawCell);
        }
        return Unescape(text.ToString());
    }

    /// <summary>Signs that XML cannot hold are written _x000D_.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escaped().Replace(text, sign => ((char)ushort.Parse(sign.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
