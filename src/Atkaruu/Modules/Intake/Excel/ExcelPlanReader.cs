using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Excel;

/// <summary>
/// Reads an Excel workbook (xlsx): of its sheets the one that has the plan — the heading with most known columns, then
/// the most measures.
/// </summary>
internal static class ExcelPlanReader
{
    private const int MaxSheets = 40;

    /// <exception cref="IntakeException">No sheet has a plan, damaged, or built to harm.</exception>
    public static SourceDocument Read(OfficePackage package, string mainPart, string fileName)
    {
        var relations = package.Relations(mainPart);
        var (sheets, from1904) = ReadWorkbook(package, mainPart);
        var strings = ExcelStrings.Read(package, PartOf(relations, "sharedStrings"));
        var numbers = ExcelNumbers.Read(package, PartOf(relations, "styles"), from1904);

        SourceDocument? best = null;
        IntakeException? refusal = null;
        foreach (var (name, id) in sheets.Take(MaxSheets))
        {
            if (relations.FirstOrDefault(r => r.Id == id && r.Kind == "worksheet")?.Target is not { } part || !package.Has(part)) continue;
            try
            {
                var sheet = ReadSheet(package, part, name, strings, numbers, fileName);
                if (best is null || Weight(sheet).CompareTo(Weight(best)) > 0) best = sheet;
            }
            catch (IntakeException no)
            {
                if (refusal is null || Says(no) > Says(refusal)) refusal = no;
            }
        }
        return best ?? throw refusal ?? new IntakeException(new Message("intake.no-table"));
    }

    private static SourceDocument ReadSheet(
        OfficePackage package, string part, string name, IReadOnlyList<string> strings, ExcelNumbers numbers, string fileName)
    {
        using var xml = package.Xml(part);
        var table = new ExcelSheet(name, strings, numbers).Read(xml);
        return PlanTable.Read(new PrintedDocument(fileName, SourceFormat.Excel, [table]));
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

    private static (int Columns, int Measures) Weight(SourceDocument plan) =>
        (plan.Columns.Count(c => c.Role <= ColumnRole.Responsible), plan.MeasureRows.Count());

    /// <summary>Of several sheets' refusals the one that helps most: a sheet without a plan is the least news.</summary>
    private static int Says(IntakeException no) => no.Sentence.Key switch { "intake.no-table" => 0, "intake.no-heading" => 1, "intake.no-measures" => 2, _ => 3 };
}
