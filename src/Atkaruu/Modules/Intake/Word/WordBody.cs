using System.Globalization;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Word;

/// <summary>The body of a Word document, read once from beginning to end.</summary>
internal sealed class WordBody(BoundedXml xml, WordNumbering numbering)
{
    // Deleted and moved-away text; the older of two drawings of the same; codes and notes that are not words of the plan.
    private static readonly HashSet<string> Unread =
        ["del", "moveFrom", "Fallback", "instrText", "delText", "footnoteReference", "sectPr", "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrChange"];

    private readonly List<PrintedPiece> _pieces = [];
    private int _tables, _rows, _cells, _characters;

    public IReadOnlyList<PrintedPiece> Read()
    {
        while (xml.Read())
        {
            if (!xml.IsStart) continue;
            if (Unread.Contains(xml.Name)) xml.Skip();
            else if (xml.Name == "tbl" && !xml.IsEmpty) ReadTable();
            else if (xml.Name == "p" && !xml.IsEmpty) AddLine(ReadParagraph());
        }
        return _pieces;
    }

    private void AddLine(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        Count(text);
        if (_pieces.Count > TableLimits.Lines) throw TableLimits.TooMuchText();
        _pieces.Add(new PrintedLine(text));
    }

    private string ReadParagraph()
    {
        var text = new WordText();
        ReadText(text, "p");
        return text.ToString();
    }

    /// <summary>Reads on to the end of the element that has begun; paragraphs in it (text boxes, tables within a cell) become lines.</summary>
    private void ReadText(WordText text, string until)
    {
        var depth = xml.Depth;
        var (list, level) = ("", 0);
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth && xml.Name == until))
        {
            if (xml.Ends("p")) text.EndParagraph();
            if (!xml.IsStart) continue;
            if (Unread.Contains(xml.Name)) xml.Skip();
            else if (xml.Name == "ilvl") level = Number(xml.Attribute("val"));
            else if (xml.Name == "numId") list = xml.Attribute("val");
            else if (xml.Name == "tabs") xml.Skip();
            else if (xml.Name == "r" && list.Length > 0)
            {
                text.Add(numbering.Next(list, level) is { Length: > 0 } number ? number + " " : "");
                (list, level) = ("", 0);
                text.Take(xml);
            }
            else text.Take(xml);
        }
        if (list.Length > 0) text.Add(numbering.Next(list, level));
    }

    private void ReadTable()
    {
        var table = new WordGrid();
        var (depth, number) = (xml.Depth, ++_tables);
        List<PrintedRow> rows = [];
        while (xml.Read() && !(xml.Ends("tbl") && xml.Depth == depth))
        {
            if (!xml.IsStart) continue;
            if (Unread.Contains(xml.Name)) xml.Skip();
            else if (xml.Name == "gridCol") table.AddColumn(Number(xml.Attribute("w")));
            else if (xml.Name == "tr" && !xml.IsEmpty && ReadRow(table, number, rows.Count + 1) is { } row) rows.Add(row);
        }
        if (rows.Count > 0) _pieces.Add(new PrintedTable(rows));
    }

    private PrintedRow? ReadRow(WordGrid table, int tableNumber, int rowNumber)
    {
        if (++_rows > TableLimits.Rows) throw TableLimits.TooManyRows();
        var where = Where.Row(tableNumber, rowNumber);
        var (depth, deleted) = (xml.Depth, false);
        table.BeginRow();
        while (xml.Read() && !(xml.Ends("tr") && xml.Depth == depth))
        {
            if (!xml.IsStart) continue;
            if (xml.Name == "trPr" && !xml.IsEmpty) deleted = ReadRowProperties(table);
            else if (Unread.Contains(xml.Name)) xml.Skip();
            else if (xml.Name == "tc" && !xml.IsEmpty) ReadCell(table, where);
        }
        return deleted ? null : new PrintedRow(where, table.EndRow());
    }

    private bool ReadRowProperties(WordGrid table)
    {
        var deleted = false;
        while (xml.Read() && !xml.Ends("trPr"))
            if (xml.Is("gridBefore")) table.Skip(Number(xml.Attribute("val")));
            else if (xml.Is("del")) deleted = true;
        return deleted;
    }

    private void ReadCell(WordGrid table, Kernel.Message where)
    {
        var (depth, span, text) = (xml.Depth, 1, new WordText());
        var (down, across) = (false, false);
        while (xml.Read() && !(xml.Ends("tc") && xml.Depth == depth))
        {
            if (xml.Ends("p")) text.EndParagraph();
            if (!xml.IsStart) continue;
            if (xml.Name == "gridSpan") span = Math.Clamp(Number(xml.Attribute("val")), 1, TableLimits.Columns * 4);
            else if (xml.Name == "vMerge") down = xml.Attribute("val") is "" or "continue";
            else if (xml.Name == "hMerge") across = xml.Attribute("val") is "" or "continue";
            else if (Unread.Contains(xml.Name)) xml.Skip();
            else if (xml.Name == "p" && !xml.IsEmpty)
            {
                ReadText(text, "p");
                text.EndParagraph();
            }
        }
        if (++_cells > TableLimits.Cells) throw TableLimits.TooManyRows();
        if (text.IsTooLong) throw TableLimits.CellTooLong(where);
        Count(text.ToString());
        table.AddCell(span, text.ToString(), down, across);
    }

    private void Count(string text)
    {
        _characters += text.Length;
        if (_characters > TableLimits.Characters) throw TableLimits.TooMuchText();
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
