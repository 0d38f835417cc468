using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Excel;

/// <summary>An Excel workbook (xlsx): its sheets, and what they share.</summary>
internal sealed class ExcelBook
{
    private const int MaxSheets = 40;

    private readonly OfficePackage _package;
    private readonly IReadOnlyList<string> _strings;
    private readonly ExcelNumbers _numbers;

    private ExcelBook(OfficePackage package, IReadOnlyList<(string, string)> sheets, IReadOnlyList<string> strings, ExcelNumbers numbers) =>
        (_package, Sheets, _strings, _numbers) = (package, sheets, strings, numbers);

    /// <summary>The first sheets, by their names and parts.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; }

    /// <exception cref="IntakeException">Damaged, or built to harm.</exception>
    public static ExcelBook Open(OfficePackage package, string mainPart)
    {
        var relations = package.Relations(mainPart);
        var (sheets, from1904) = ReadWorkbook(package, mainPart);
        return new(
            package,
            [
                .. from sheet in sheets.Take(MaxSheets)
                   let part = relations.FirstOrDefault(r => r.Id == sheet.Id && r.Kind == "worksheet")?.Target
                   where part is not null && package.Has(part)
                   select (sheet.Name, part),
            ],
            ExcelStrings.Read(package, PartOf(relations, "sharedStrings")),
            ExcelNumbers.Read(package, PartOf(relations, "styles"), from1904));
    }

    /// <exception cref="IntakeException">Damaged, too large, or built to harm.</exception>
    public PrintedTable Read(string name, string part)
    {
        using var xml = _package.Xml(part);
        return new ExcelSheet(name, _strings, _numbers).Read(xml);
    }

    private static (IReadOnlyList<(string Name, string Id)> Sheets, bool From1904) ReadWorkbook(OfficePackage package, string part)
    {
        List<(string, string)> sheets = [];
        var from1904 = false;
        using var xml = package.Xml(part);
        while (xml.Read())
            if (xml.Is("sheet")) sheets.Add((xml.Attribute("name"), xml.Attribute("id")));
            else if (xml.Is("workbookPr")) from1904 = xml.Attribute("date1904") is "1" or "true";
        return (sheets, from1904);
    }

    private static string? PartOf(IReadOnlyList<Relation> relations, string kind) => relations.FirstOrDefault(r => r.Kind == kind)?.Target;
}
