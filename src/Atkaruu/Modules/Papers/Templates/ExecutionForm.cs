using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>
/// An administration's own form of the execution table, so that the annex of an order can take the place of ours: «{{title}}», «{{percent}}»… in one row
/// are the pattern of every row; fields of the paper («{{period}}») may stand anywhere else. Rows above and below, widths, merged cells and formulas stay.
/// </summary>
public sealed class ExecutionForm
{
    /// <summary>The <see cref="Table.Form"/> of tables that come into it.</summary>
    public const string Form = "execution";

    private readonly byte[] _bytes;
    private readonly FormPattern _pattern;

    private ExecutionForm(byte[] bytes, FormPattern pattern, IReadOnlyList<string> fields) => (_bytes, _pattern, Fields) = (bytes, pattern, fields);

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <exception cref="RuleException">A field that nobody knows, no pattern or two: with sheet and cell and what to do.</exception>
    public static ExecutionForm Of(TemplateFile file)
    {
        if (file.IsWord) throw TemplateFile.Refused(file.Name, new("paper.template.not-excel"));
        try
        {
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var excel = SpreadsheetDocument.Open(stream, false);
            List<FormCell> cells = [.. FormSheets.Of(excel).SelectMany(sheet => sheet.Cells())];
            var pattern = FormPattern.Find(file.Name, cells);
            foreach (var cell in cells) Check(file.Name, cell, pattern);
            foreach (var sheet in FormSheets.Of(excel).Where(sheet => sheet.Name == pattern.Sheet)) sheet.RefuseMergedDown(file.Name, pattern);
            return new(file.Bytes, pattern, [.. cells.SelectMany(cell => cell.Fields).Distinct()]);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or FormatException or InvalidOperationException or OverflowException)
        {
            throw TemplateFile.Refused(file.Name, new("intake.damaged"));
        }
    }

    private static void Check(string name, FormCell cell, FormPattern pattern)
    {
        var known = !pattern.Has(cell) ? TemplateFields.OfPaper : cell.Row == pattern.Plain ? TemplateFields.OfRow : [TemplateFields.Section, TemplateFields.Group];
        foreach (var field in cell.Fields.Where(field => !known.Contains(field)))
            throw TemplateFile.Refused(name, new("paper.template.unknown-field", cell.Place, TemplateFields.Written(field), string.Join(", ", known.Select(TemplateFields.Written))));
    }

    /// <summary>The first table of the paper that is meant for it; null where there is none.</summary>
    public static Table? TableOf(PaperDocument paper) => paper.Parts.SelectMany(part => RowCells.Tables(part.Blocks)).FirstOrDefault(table => table.Form == Form);

    /// <summary>The form with the rows of a table, one pattern row each.</summary>
    public void Write(PaperDocument paper, Table table, Stream to)
    {
        using var file = new MemoryStream();
        file.Write(_bytes);
        file.Position = 0;
        using (var excel = SpreadsheetDocument.Open(file, true))
        {
            var values = TemplateFields.ValuesOf(paper);
            foreach (var sheet in FormSheets.Of(excel))
            {
                if (sheet.Name == _pattern.Sheet) new FormRows(sheet, _pattern).Repeat(table);
                sheet.Fill(values, paper.Mark.Invented ? Web.Texts.All.Say(paper.Parts[0].Language, "paper.foot.watermark") : null, AsksCode ? null : values);
            }
            ComputeAgain(excel.WorkbookPart!);
            Writing.Word.WordParts.Describe(excel, paper);
        }
        file.Position = 0;
        file.CopyTo(to);
    }

    private bool AsksCode => Fields.Contains("code");

    /// <summary>Formulas of the form are computed when it is opened: what they held before was about no rows.</summary>
    private static void ComputeAgain(WorkbookPart book)
    {
        if (book.CalculationChainPart is { } chain) book.DeletePart(chain);
        var workbook = book.Workbook!;
        var calculation = workbook.GetFirstChild<X.CalculationProperties>();
        if (calculation is null) workbook.AddChild(calculation = new X.CalculationProperties());
        calculation.FullCalculationOnLoad = true;
    }
}

/// <summary>The rows of a form that are repeated: of a measure, and where it has them of a section and a task.</summary>
/// <param name="Plain">Number of the row of a measure.</param>
internal sealed record FormPattern(string Sheet, uint Plain, uint? Section, uint? Group)
{
    public uint First => new[] { Plain, Section ?? Plain, Group ?? Plain }.Min();

    public uint Last => new[] { Plain, Section ?? Plain, Group ?? Plain }.Max();

    public bool Has(FormCell cell) => cell.Sheet == Sheet && (cell.Row == Plain || cell.Row == Section || cell.Row == Group);

    /// <exception cref="RuleException">None, several, or rows between them.</exception>
    public static FormPattern Find(string name, IReadOnlyList<FormCell> cells)
    {
        List<FormCell> rows = [.. cells.Where(cell => cell.Fields.Any(TemplateFields.OnlyOfRow.Contains))];
        if (rows.Count == 0) throw TemplateFile.Refused(name, new("paper.template.no-pattern", TemplateFields.Written("schedule")));
        var plain = rows[0];
        if (rows.Find(cell => (cell.Sheet, cell.Row) != (plain.Sheet, plain.Row)) is { } second) throw TemplateFile.Refused(name, new("paper.template.two-patterns", second.Place));
        var found = new FormPattern(plain.Sheet, plain.Row, RowOf(TemplateFields.Section), RowOf(TemplateFields.Group));
        var count = new[] { found.Plain, found.Section, found.Group }.Where(row => row is not null).Distinct().Count();
        return found.Last - found.First + 1 == count ? found : throw TemplateFile.Refused(name, new("paper.template.patterns-apart", plain.Place));

        uint? RowOf(string field) => cells.FirstOrDefault(cell => cell.Sheet == plain.Sheet && cell.Row != plain.Row && cell.Fields.Contains(field))?.Row;
    }
}

/// <summary>A cell of a form that asks for something.</summary>
internal sealed record FormCell(string Sheet, uint Row, string Reference, IReadOnlyList<string> Fields)
{
    public Message Place => new("paper.template.at.cell", Sheet, Reference);
}
