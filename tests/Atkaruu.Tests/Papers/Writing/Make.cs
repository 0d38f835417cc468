using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Tests.Papers.Writing;

/// <summary>Templates as an administration makes them, and as nobody should.</summary>
internal static class Make
{
    /// <summary>A paragraph a line; «|» is where Word has cut a run.</summary>
    public static byte[] Letterhead(params string[] lines) => Word(body => body.Append(lines.Select(line => new Paragraph(line.Split('|').Select(piece => new Run(new Text(piece) { Space = SpaceProcessingModeValues.Preserve }))))));

    public static byte[] Word(Action<Body> write, params Style[] styles)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var part = word.AddMainDocumentPart();
            part.Document = new(new Body());
            if (styles.Length > 0) part.AddNewPart<StyleDefinitionsPart>().Styles = new(styles);
            part.AddNewPart<DocumentSettingsPart>().Settings = new();
            write(part.Document.Body!);
            part.Document.Body!.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Left = 1134, Right = 850, Top = 1134, Bottom = 1134, Header = 500, Footer = 500, Gutter = 0 }));
        }
        return file.ToArray();
    }

    /// <summary>Title, head, a row for a section, a row for a measure, a sum.</summary>
    public static byte[] Form(params (string Cell, string Text)[] changes)
    {
        using var file = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = excel.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            Dictionary<string, string> texts = new() { ["A1"] = "{{title}}", ["A2"] = "№", ["B2"] = "Иш-чара", ["A3"] = "{{section}}", ["A4"] = "{{number}}", ["B4"] = "{{title}}", ["C4"] = "{{percent}}", ["D4"] = "{{status}}", ["A5"] = "Бардыгы" };
            foreach (var (cell, text) in changes) texts[cell] = text;
            var rows = texts.Where(t => t.Value.Length > 0).GroupBy(t => t.Key[1..]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(row => new X.Row(row.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Cell(c.Key, c.Value))) { RowIndex = uint.Parse(row.Key, System.Globalization.CultureInfo.InvariantCulture) }).ToList();
            if (!texts.ContainsKey("C5")) rows[4].Append(new X.Cell { CellReference = "C5", CellFormula = new("SUM(C4:C4)"), CellValue = new("0") });
            part.Worksheet = new(new X.SheetData(rows), new X.MergeCells(new X.MergeCell { Reference = "A1:D1" }, new X.MergeCell { Reference = "A3:D3" }));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                new X.Fonts(new X.Font()), new X.Fills(new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None })), new X.Borders(new X.Border()), new X.CellStyleFormats(new X.CellFormat()),
                new X.CellFormats(new X.CellFormat(), new X.CellFormat { NumberFormatId = 9, ApplyNumberFormat = true }));
            book.Workbook = new(new X.Sheets(new X.Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Форма" }), new X.DefinedNames(new X.DefinedName("Форма!$A$1:$D$5") { Name = "_xlnm.Print_Area", LocalSheetId = 0 }));
        }
        return file.ToArray();
    }

    private static X.Cell Cell(string reference, string text) => new(new X.InlineString(new X.Text(text)))
    {
        CellReference = reference, DataType = X.CellValues.InlineString, StyleIndex = text == "{{percent}}" ? 1u : 0,
    };

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts) Write(zip, name, text);
        return file.ToArray();
    }

    /// <summary>The same file with one part more, or another in its place.</summary>
    public static byte[] Added(byte[] bytes, string name, string text)
    {
        using var file = new MemoryStream();
        file.Write(bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            Write(zip, name, text);
        }
        return file.ToArray();
    }

    /// <summary>The same file with a relation to something outside.</summary>
    public static byte[] Relation(byte[] bytes, string kind, string target, string rels = "word/_rels/media.xml.rels") => Added(bytes, rels,
        $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>""");

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write(text);
    }
}
