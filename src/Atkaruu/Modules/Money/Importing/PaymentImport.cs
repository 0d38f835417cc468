using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money.Importing;

public enum ImportState
{
    /// <summary>Read and looked at; nothing of it counts yet.</summary>
    Looked,

    /// <summary>Its payments count.</summary>
    Taken,

    /// <summary>Looked at and left.</summary>
    Left,

    /// <summary>Taken back whole, with a reason; its payments stay, struck through.</summary>
    Undone,
}

/// <summary>
/// A file of payments from whoever pays (the treasury). First it is looked at, row by row; then it is taken: all rows, or, when
/// the clerk says so, all but those with errors. What is typed here stays as it is.
/// </summary>
public sealed class PaymentImport : Entity
{
    private PaymentImport() { }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex: the same file is known again.</summary>
    public required string Hash { get; init; }

    /// <summary>Where it comes from, in the clerk's words: «Казыналык, 01.10.2026».</summary>
    public required string Words { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>For rows that name no source.</summary>
    public FundingSource? Source { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The rows word for word.</summary>
    public required IReadOnlyList<RawRow> Raw { get; init; }
    public required int Rows { get; init; }

    public ImportState State { get; private set; }
    public int TakenRows { get; private set; }

    /// <summary>Rows that an earlier import had already brought.</summary>
    public int KnownRows { get; private set; }

    /// <summary>Rows with errors that the clerk left out.</summary>
    public int LeftRows { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public string? UndoneReason { get; private set; }

    public static PaymentImport Look(string fileName, string hash, string? words, DateOnly? asOf, FundingSource? source, IReadOnlyList<RawRow> raw, Actor by, DateTime now)
    {
        var import = new PaymentImport
        {
            FileName = Named(fileName),
            Hash = hash,
            Words = MoneyRules.Needed(words, "import.rule.words", "Words"),
            AsOf = MoneyRules.NotAfter(asOf, DateOnly.FromDateTime(now.InBishkek()), "AsOf"),
            Source = source,
            By = by.PersonId,
            ByName = by.Name,
            At = now,
            Raw = raw,
            Rows = raw.Count,
        };
        import.Happened("money.import-looked", new { import.FileName, hash, import.Words, asOf, import.Rows });
        return import;
    }

    /// <summary>The payments that now count.</summary>
    public IReadOnlyList<Payment> Take(ImportReading reading, bool leaveBadOut, DateTime now)
    {
        if (State != ImportState.Looked) throw new RuleException(new("import.rule.over"));
        var bad = reading.Bad.Count();
        if (bad > 0 && !leaveBadOut) throw new RuleException(new("import.rule.errors", bad), "LeaveOut");
        Payment[] payments = [.. reading.Taken.Select(row => Payment.Take(Id, row.Raw.Row, row.Measure!.Id, row.Source!.Value, row.Date!.Value, row.Cash!.Value, row.Raw.Document, row.Raw.Payee))];
        if (payments.Length == 0) throw new RuleException(new("import.rule.nothing"));

        (State, TakenRows, KnownRows, LeftRows, TakenAt) = (ImportState.Taken, payments.Length, reading.Known.Count(), bad, now);
        Happened("money.import-taken", new
        {
            Words, AsOf, FileName, Hash, taken = TakenRows, known = KnownRows, left = LeftRows, leftRows = reading.Bad.Take(100).Select(row => row.Raw.Row),
            sums = reading.Sums.Select(sum => new { sum.Sum, sum.Currency }),
        });
        return payments;
    }

    /// <summary>Nothing of it was wanted.</summary>
    public void Leave()
    {
        if (State != ImportState.Looked) throw new RuleException(new("import.rule.over"));
        State = ImportState.Left;
        Happened("money.import-left", new { Words, FileName });
    }

    /// <param name="payments">All that came in it.</param>
    public void Undo(IEnumerable<Payment> payments, string? reason, DateOnly today)
    {
        if (State != ImportState.Taken) throw new RuleException(new("import.rule.not-taken"));
        UndoneReason = MoneyRules.Needed(reason, "money.rule.reason", "Reason");
        State = ImportState.Undone;
        foreach (var payment in payments.Where(payment => payment.ImportId == Id)) payment.GoWith(UndoneReason, today);
        Happened("money.import-undone", new { Words, AsOf, FileName, taken = TakenRows, reason = UndoneReason });
    }

    /// <summary>The file's own name without its folders and without signs that are not seen.</summary>
    private static string Named(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !MoneyRules.IsHidden(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "?" : name.Length > 120 ? name[..120] : name;
    }
}
