using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>Something wrong with a row, beside its column.</summary>
/// <param name="Column">Null for the row as a whole.</param>
public sealed record ImportWrong(ImportColumn? Column, Message What);

/// <summary>A row with what was understood of it. Understood is not taken: that is said by <see cref="IsGood"/>.</summary>
/// <param name="Known">An earlier import has this payment already; it will not be taken a second time.</param>
/// <param name="SameAs">The first row of the same file that says the very same: two payments, or one written twice.</param>
public sealed record ImportRow(RawRow Raw, Measure? Measure, DateOnly? Date, Cash? Cash, FundingSource? Source, IReadOnlyList<ImportWrong> Wrong, bool Known, int? SameAs)
{
    public bool IsGood => Wrong.Count == 0;
    public bool IsTaken => IsGood && !Known;
}

/// <summary>What is asked about every row of one file.</summary>
/// <param name="AsOf">The day that the file speaks of; nothing in it was paid later.</param>
/// <param name="Source">For rows that name none.</param>
/// <param name="Already">What earlier imports brought and still counts.</param>
public sealed record ImportQuestion(PlanInForce Plan, DateOnly AsOf, FundingSource? Source, IReadOnlyList<Payment> Already);

/// <summary>A file of payments, row by row.</summary>
public sealed record ImportReading(IReadOnlyList<ImportRow> Rows)
{
    public IEnumerable<ImportRow> Bad => Rows.Where(row => !row.IsGood);
    public IEnumerable<ImportRow> Taken => Rows.Where(row => row.IsTaken);
    public IEnumerable<ImportRow> Known => Rows.Where(row => row.IsGood && row.Known);

    /// <summary>What will be taken, by currency.</summary>
    public IEnumerable<Cash> Sums => Taken.GroupBy(row => row.Cash!.Value.Currency, StringComparer.Ordinal).OrderBy(g => g.Key == Currencies.Som ? "" : g.Key, StringComparer.Ordinal)
        .Select(g => new Cash(g.Sum(row => row.Cash!.Value.Sum), g.Key));
}

/// <summary>Understands the rows of a file of payments. Pure: the same rows and the same question give the same answer.</summary>
public static class ImportCheck
{
    private static readonly string[] Days = ["d.M.yyyy", "yyyy-M-d", "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    public static ImportReading Read(IReadOnlyList<RawRow> rows, ImportQuestion question)
    {
        var byOrdinal = question.Plan.Measures.Where(measure => measure.State != MeasureState.StruckOut).ToLookup(measure => measure.Ordinal);
        var known = question.Already.GroupBy(payment => KeyOf(payment.MeasureId, payment.PaidOn, payment.Cash, payment.Source, payment.Document)).ToDictionary(g => g.Key, g => g.Count());
        Dictionary<string, int> first = [];
        return new([.. rows.Select(Understand)]);

        ImportRow Understand(RawRow raw)
        {
            List<ImportWrong> wrong = [];
            var measure = MeasureOf(raw.Measure, question.Plan, byOrdinal, wrong);
            var date = DateOf(raw.Date, question.AsOf, wrong);
            var cash = CashOf(raw, wrong);
            var source = SourceOf(raw.Source, question.Source, wrong);
            Words(raw, wrong);
            if (wrong.Count > 0) return new(raw, measure, date, cash, source, wrong, false, null);

            var key = KeyOf(measure!.Id, date!.Value, cash!.Value, source!.Value, raw.Document);
            var again = known.TryGetValue(key, out var left) && left > 0;
            if (again) known[key] = left - 1; // a file may rightly hold the same payment twice, as often as not yet known
            int? same = first.TryGetValue(key, out var row) ? row : null;
            first.TryAdd(key, raw.Row);
            return new(raw, measure, date, cash, source, [], again, same);
        }
    }

    private static string KeyOf(Guid measure, DateOnly on, Cash cash, FundingSource source, string document) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure:N}|{on:yyyyMMdd}|{cash.Sum:0.00}|{cash.Currency}|{source}|{string.Join(' ', Folding.Fold(document).Split(' ', StringSplitOptions.RemoveEmptyEntries))}");

    private static Measure? MeasureOf(string text, PlanInForce plan, ILookup<int, Measure> byOrdinal, List<ImportWrong> wrong)
    {
        var words = text.Trim().TrimStart('№', '#').Trim();
        if (words.Length == 0) return Wrong("import.wrong.no-measure");
        // The Cyrillic letters that look like those of a code.
        var code = string.Concat(words.Select(c => c switch { 'С' or 'с' => 'C', 'А' or 'а' => 'A', _ => c }));
        var found = plan.Measure(code) ?? (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? byOrdinal[ordinal].FirstOrDefault() : null);
        if (found is null) return Wrong("import.wrong.measure", SumInput.Cut(text));
        return found.State == MeasureState.StruckOut ? Wrong("import.wrong.measure-out", found.Code) : found;

        Measure? Wrong(string key, params object?[] args)
        {
            wrong.Add(new(ImportColumn.Measure, new(key, args)));
            return null;
        }
    }

    private static DateOnly? DateOf(string text, DateOnly asOf, List<ImportWrong> wrong)
    {
        DateOnly? read = DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day)
            // The number of a day, as a cell without a date's format shows it.
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 30_000 and < 80_000 ? new DateOnly(1899, 12, 30).AddDays(serial) : null;
        Message? no = text.Length == 0 ? new("import.wrong.no-date") : read is not { } on ? new("import.wrong.date", SumInput.Cut(text))
            : on > asOf ? new("import.wrong.after", on, asOf) : on.Year < MoneyRules.FirstYear ? new("import.wrong.early", on) : null;
        if (no is null) return read;
        wrong.Add(new(ImportColumn.Date, no));
        return null;
    }

    private static Cash? CashOf(RawRow raw, List<ImportWrong> wrong)
    {
        var (sum, no) = raw.Sum == ImportFile.NoValue ? (null, new Message("import.wrong.formula")) : SumInput.Read(raw.Sum);
        if (no is not null) wrong.Add(new(ImportColumn.Sum, no));
        var currency = CurrencyOf(raw.Currency);
        if (currency is null) wrong.Add(new(ImportColumn.Currency, new("import.wrong.currency", SumInput.Cut(raw.Currency), string.Join(", ", Currencies.All))));
        return sum is { } read && currency is not null ? new(read, currency) : null;
    }

    private static string? CurrencyOf(string text) => Folding.Fold(text).Trim('.', ' ') switch
    {
        "" or "сом" or "som" or "kgs" or "кгс" => Currencies.Som,
        "usd" or "$" or "доллар" or "доллары" or "доллар сша" or "акш доллары" => Currencies.Dollar,
        "eur" or "€" or "евро" => Currencies.Euro,
        "rub" or "руб" or "рубль" or "рубли" or "₽" => Currencies.Rouble,
        "kzt" or "тенге" or "₸" => Currencies.Tenge,
        _ => null,
    };

    private static FundingSource? SourceOf(string text, FundingSource? otherwise, List<ImportWrong> wrong)
    {
        if (text.Length == 0 && otherwise is not null) return otherwise;
        if (text.Length > 0 && SourceWords.Of(text) is { } known) return known;
        wrong.Add(new(ImportColumn.Source, text.Length == 0 ? new("import.wrong.no-source") : new("import.wrong.source", SumInput.Cut(text))));
        return null;
    }

    private static void Words(RawRow raw, List<ImportWrong> wrong)
    {
        foreach (var (column, text) in ((ImportColumn, string)[])[(ImportColumn.Document, raw.Document), (ImportColumn.Payee, raw.Payee)])
            if (text == ImportFile.NoValue) wrong.Add(new(column, new("import.wrong.formula")));
            else if (text.Length > Limits.Line) wrong.Add(new(column, new("money.rule.long", Limits.Line)));
            else if (text.Any(MoneyRules.IsHidden)) wrong.Add(new(column, new("money.rule.hidden")));
        if (ImportTemplate.IsExample(raw.Document)) wrong.Add(new(ImportColumn.Document, new("import.wrong.example")));
    }
}
