using System.Text.RegularExpressions;
using Atkaruu.Web;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Writing.Excel;

/// <summary>
/// The texts of a workbook. They are kept apart from the cells and only pointed at, as Excel itself does it: nothing that stands here is ever computed,
/// whatever sign it begins with.
/// </summary>
internal sealed partial class ExcelWords
{
    /// <summary>What a cell of Excel holds.</summary>
    public const int MostInCell = 32_767;

    private readonly Dictionary<string, int> _known = [];
    private readonly List<X.SharedStringItem> _all = [];

    public X.SharedStringTable Table => new(_all) { UniqueCount = (uint)_all.Count };

    /// <summary>The number of a text.</summary>
    public int Add(string text)
    {
        if (!_known.TryGetValue(text, out var at))
        {
            _known[text] = at = _all.Count;
            _all.Add(new X.SharedStringItem(Letters(text)));
        }
        return at;
    }

    /// <summary>The number of paragraphs with their looks; they are one under the other in the cell.</summary>
    public int Add(IReadOnlyList<Prose> paragraphs, double size, bool bold)
    {
        var item = new X.SharedStringItem();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0) item.Append(Piece("\n", new(""), size, bold));
            foreach (var run in paragraphs[i].Runs)
            {
                if (StateSigns.Of(run.State) is { Length: > 0 } sign) item.Append(SignPiece(sign, run, size));
                if (CleanText.Whole(run.Text) is { Length: > 0 } text) item.Append(Piece(text, run, size, bold));
            }
        }
        _all.Add(item);
        return _all.Count - 1;
    }

    /// <summary>The words of a cell on their own; what is too long for Excel ends with a sentence that says so.</summary>
    public static string Plain(Cell cell, string language)
    {
        var text = string.Join('\n', cell.Paragraphs.Select(paragraph => string.Concat(paragraph.Runs.Select(run => Signed(run) + CleanText.Whole(run.Text)))));
        if (text.Length <= MostInCell) return text;
        var why = Texts.All.Say(language, "paper.excel.cut");
        var end = MostInCell - why.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + why;
    }

    /// <summary>Whether all of it has one look.</summary>
    public static bool IsPlain(Cell cell) => cell.Paragraphs.All(paragraph => paragraph.Runs.All(run => run.State is null && (run.Look & ~RunLook.Plain) == 0));

    private static string Signed(Run run) => StateSigns.Of(run.State) is { Length: > 0 } sign ? sign + " " : "";

    private static X.Run Piece(string text, Run run, double size, bool bold)
    {
        var look = new X.RunProperties();
        if (bold || run.Look.HasFlag(RunLook.Bold)) look.Append(new X.Bold());
        if (run.Look.HasFlag(RunLook.Italic)) look.Append(new X.Italic());
        if (run.Look.HasFlag(RunLook.Struck)) look.Append(new X.Strike());
        if (run.Look.HasFlag(RunLook.Inserted)) look.Append(new X.Underline());
        look.Append(new X.FontSize { Val = size });
        if (run.Look.HasFlag(RunLook.Quiet)) look.Append(new X.Color { Rgb = "FF" + Inks.Ink3[1..] });
        look.Append(new X.RunFont { Val = ExcelStyles.Font });
        return new(look, Letters(text));
    }

    private static X.Run SignPiece(string sign, Run run, double size) => new(
        new X.RunProperties(new X.FontSize { Val = size }, new X.Color { Rgb = "FF" + StateSigns.Colour(run.State!) }, new X.RunFont { Val = StateSigns.Font }),
        Letters(sign + " "));

    private static X.Text Letters(string text) => new(Escaped().Replace(text, "_x005F$0")) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Excel reads _x000D_ as a sign that XML cannot hold; where a text says so itself, its first sign is escaped.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
