using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>What a column of a file of payments holds.</summary>
public enum ImportColumn { Measure, Date, Sum, Currency, Source, Document, Payee }

/// <summary>Finds the columns by their headings in Kyrgyz, Russian or English.</summary>
internal static class ImportColumns
{
    /// <summary>Folded, without what follows a comma or a bracket.</summary>
    private static readonly Dictionary<ImportColumn, string[]> Names = new()
    {
        [ImportColumn.Measure] = ["иш чара", "иш чаранын коду", "иш чаранын номери", "код", "коду", "сап", "сап номери", "№", "мероприятие", "код мероприятия", "номер мероприятия", "строка", "номер строки", "measure", "measure code", "code", "row", "row number"],
        [ImportColumn.Date] = ["куну", "датасы", "толонгон куну", "толом куну", "дата", "дата платежа", "дата оплаты", "date", "paid on", "payment date"],
        [ImportColumn.Sum] = ["сумма", "суммасы", "толонгон сумма", "сумма платежа", "sum", "amount", "paid"],
        [ImportColumn.Currency] = ["валюта", "валютасы", "currency"],
        [ImportColumn.Source] = ["булагы", "булак", "каржылоо булагы", "источник", "источник финансирования", "source", "funding source"],
        [ImportColumn.Document] = ["документ", "документи", "толом тапшырмасы", "толом документи", "документтин номери", "платежное поручение", "номер документа", "document", "document number", "payment order"],
        [ImportColumn.Payee] = ["алуучу", "алуучусу", "получатель", "подрядчик", "payee", "recipient", "supplier"],
    };

    private static readonly ImportColumn[] Needed = [ImportColumn.Measure, ImportColumn.Date, ImportColumn.Sum];

    /// <summary>The rows under the headings; null where there is no row of headings.</summary>
    /// <exception cref="RuleException">Headings that are half there, or twice, or count in thousands.</exception>
    public static IReadOnlyList<RawRow>? Find(IReadOnlyList<TableRow> table)
    {
        var (best, columns) = (-1, new Dictionary<ImportColumn, int>());
        for (var at = 0; at < Math.Min(table.Count, ImportLimits.Above); at++)
            if (ColumnsOf(table[at]) is var found && found.Count > columns.Count) (best, columns) = (at, found);
        if (columns.Count < 2) return null;

        var missing = Needed.Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0) throw new RuleException(new("import.rule.missing", Name(missing[0]), table[best].Number), "File");
        if (InThousands(table[best].Cells[columns[ImportColumn.Sum]])) throw new RuleException(new("import.rule.thousands", table[best].Cells[columns[ImportColumn.Sum]]), "File");

        List<RawRow> rows = [];
        foreach (var row in table.Skip(best + 1).Where(row => !IsNumbering(row)))
        {
            if (rows.Count >= ImportLimits.Rows) throw ImportLimits.TooManyRows();
            var raw = new RawRow(row.Number, Cell(ImportColumn.Measure), Cell(ImportColumn.Date), Cell(ImportColumn.Sum), Cell(ImportColumn.Currency), Cell(ImportColumn.Source), Cell(ImportColumn.Document), Cell(ImportColumn.Payee));
            if (raw is not { Measure: "", Date: "", Sum: "" } && !IsTotal(raw)) rows.Add(raw);

            string Cell(ImportColumn column) => columns.TryGetValue(column, out var at) && at < row.Cells.Count ? Clean(row.Cells[at]) : "";
        }
        return rows.Count > 0 ? rows : throw new RuleException(new("import.rule.no-rows"), "File");
    }

    public static Message Name(ImportColumn column) => new("import.column." + column.ToString().ToLowerInvariant());

    private static Dictionary<ImportColumn, int> ColumnsOf(TableRow row)
    {
        Dictionary<ImportColumn, int> columns = [];
        foreach (var (at, cell) in row.Cells.Index())
        {
            if (Names.FirstOrDefault(named => named.Value.Contains(Head(cell))) is not { Value: not null } named) continue;
            if (!columns.TryAdd(named.Key, at)) throw new RuleException(new("import.rule.twice", Name(named.Key), row.Number), "File");
        }
        return columns;
    }

    private static string Head(string cell)
    {
        var words = cell.Split(',', '(', '\n', ':')[0];
        return string.Join(' ', Folding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool InThousands(string heading) => Folding.Fold(heading) is var head && ((string[])["млн", "миң", "тыс", "млрд", "million", "thousand"]).Any(word => head.Contains(Folding.Fold(word), StringComparison.Ordinal));

    /// <summary>Under the headings of official tables the columns are numbered: 1, 2, 3 …</summary>
    private static bool IsNumbering(TableRow row) => row.Cells.Where(cell => cell.Length > 0).ToList() is { Count: > 2 } cells && cells.Index().All(cell => cell.Item == (cell.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>«Итого», «Бардыгы»: a sum of the rows above it is no payment.</summary>
    private static bool IsTotal(RawRow row) => (row.Date.Length == 0 || row.Measure.Length == 0) && ((string[])[row.Measure, row.Date, row.Document]).Any(cell =>
        ((string[])["итого", "всего", "бардыгы", "жалпы", "жыйынтыгы", "total"]).Any(word => Folding.Fold(cell).StartsWith(Folding.Fold(word), StringComparison.Ordinal)));

    /// <summary>Line breaks inside a cell are blanks; everything else is left for the check to see.</summary>
    private static string Clean(string cell) => cell.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ').Trim();
}
