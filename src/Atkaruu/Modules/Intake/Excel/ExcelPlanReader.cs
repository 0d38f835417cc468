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
    /// <exception cref="IntakeException">No sheet has a plan, damaged, or built to harm.</exception>
    public static SourceDocument Read(OfficePackage package, string mainPart, string fileName)
    {
        var book = ExcelBook.Open(package, mainPart);
        SourceDocument? best = null;
        IntakeException? refusal = null;
        foreach (var (name, part) in book.Sheets)
        {
            try
            {
                var sheet = PlanTable.Read(new PrintedDocument(fileName, SourceFormat.Excel, [book.Read(name, part)]));
                if (best is null || Weight(sheet).CompareTo(Weight(best)) > 0) best = sheet;
            }
            catch (IntakeException no)
            {
                if (refusal is null || Says(no) > Says(refusal)) refusal = no;
            }
        }
        return best ?? throw refusal ?? new IntakeException(new Message("intake.no-table"));
    }

    private static (int Columns, int Measures) Weight(SourceDocument plan) =>
        (plan.Columns.Count(c => c.Role <= ColumnRole.Responsible), plan.MeasureRows.Count());

    /// <summary>Of several sheets' refusals the one that helps most: a sheet without a plan is the least news.</summary>
    private static int Says(IntakeException no) => no.Sentence.Key switch { "intake.no-table" => 0, "intake.no-heading" => 1, "intake.no-measures" => 2, _ => 3 };
}
