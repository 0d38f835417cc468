using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>
/// A table written as text: columns told apart by semicolons, commas or tabs, cells in quotes where they hold such a sign (RFC
/// 4180). The sign is the one of the first line that most cells of it are told apart by.
/// </summary>
internal static class CsvText
{
    private static readonly char[] Signs = [';', '\t', ','];

    /// <summary>Rows with the number of the line on which each begins, from 1; empty lines are left out.</summary>
    /// <exception cref="RuleException">Too many rows or columns, a cell too long, a quote that never ends.</exception>
    public static IReadOnlyList<TableRow> Read(string text)
    {
        var (sign, at) = (SignOf(text), 0);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4) (sign, at) = (text[4], Math.Max(0, text.IndexOf('\n') + 1)); // as Excel writes it for itself
        List<TableRow> rows = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        var (line, begun, quoted, wasQuoted) = (at == 0 ? 1 : 2, at == 0 ? 1 : 2, false, false);

        void EndCell()
        {
            if (cells.Count >= ImportLimits.Columns) throw ImportLimits.TooManyColumns();
            cells.Add(cell.ToString().Trim());
            cell.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            EndCell();
            if (cells.Any(c => c.Length > 0))
            {
                if (rows.Count > ImportLimits.Rows + ImportLimits.Above) throw ImportLimits.TooManyRows();
                rows.Add(new(begun, [.. cells]));
            }
            cells.Clear();
            begun = line;
        }

        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n' || c == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')) line++;
            if (quoted)
            {
                if (c != '"') Add(c);
                else if (at + 1 < text.Length && text[at + 1] == '"') Add(text[++at]);
                else (quoted, wasQuoted) = (false, true);
            }
            else if (c == '"' && !wasQuoted && string.IsNullOrWhiteSpace(cell.ToString())) quoted = true;
            else if (c == sign) EndCell();
            else if (c == '\n' || c == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')) EndRow();
            else if (c != '\r') Add(c);
        }
        if (quoted) throw new RuleException(new("import.rule.quote", begun), "File");
        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;

        void Add(char c)
        {
            if (cell.Length >= Limits.Cell) throw ImportLimits.CellTooLong(line);
            cell.Append(c);
        }
    }

    private static char SignOf(string text)
    {
        // Above the headings there may be a title, so the first lines are asked together.
        Dictionary<char, int> counts = Signs.ToDictionary(sign => sign, _ => 0);
        var (lines, quoted) = (0, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && counts.TryGetValue(c, out var count)) counts[c] = count + 1;
            else if (c == '\n' && !quoted && ++lines >= 10) break;
        }
        // A comma also stands in sums and sentences: it tells columns apart only where nothing else does.
        return counts['\t'] > 0 && counts['\t'] >= counts[';'] ? '\t' : counts[';'] > 0 ? ';' : ',';
    }
}
