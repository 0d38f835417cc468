using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money;

/// <summary>Where an imported payment came from: «Казыналык, 01.10.2026».</summary>
public sealed record ImportNote(Guid Id, string Words, DateOnly AsOf);

/// <summary>All that is recorded about the money of one measure; what was struck out is among it and is not counted.</summary>
public sealed record MeasureMoney(Guid MeasureId, IReadOnlyList<FundingLine> Lines, IReadOnlyList<Commitment> Commitments, IReadOnlyList<Payment> Payments)
{
    private IReadOnlyList<MoneyEntry>? _entries;

    public Rates Rates { get; init; } = Rates.None;

    /// <summary>The imports that its payments came in.</summary>
    public IReadOnlyDictionary<Guid, ImportNote> Imports { get; init; } = new Dictionary<Guid, ImportNote>();

    public static MeasureMoney Nothing(Guid measure) => new(measure, [], [], []);

    /// <summary>Nothing is recorded that counts.</summary>
    public bool IsNothing => Entries.Count == 0;

    /// <summary>Every sum that counts, once.</summary>
    public IReadOnlyList<MoneyEntry> Entries => _entries ??=
    [
        .. Lines.Where(line => line.Counts).Select(line => new MoneyEntry(MeasureId, line.Source, line.Year, new(Rates.Total(line.Cash, line.BasisOn), Total.Nothing, Total.Nothing))),
        .. Commitments.Where(made => made.Counts).Select(made => new MoneyEntry(MeasureId, made.Source, made.FirstOn.Year, new(Total.Nothing, Rates.Total(made.Cash, made.On), Total.Nothing))),
        .. PaidRule.Counting(Payments).Select(payment => new MoneyEntry(MeasureId, payment.Source, payment.Year, new(Total.Nothing, Total.Nothing, Rates.Total(payment.Cash, payment.PaidOn)))),
    ];

    public Figures Whole => Figures.Of(Entries.Select(entry => entry.Figures));
    public Total Planned => Whole.Planned;
    public Total Committed => Whole.Committed;
    public Total Paid => Whole.Paid;

    public IReadOnlyDictionary<FundingSource, Figures> BySource => MoneyTotals.By(Entries, entry => entry.Source);
    public IReadOnlyDictionary<int, Figures> ByYear => MoneyTotals.By(Entries, entry => entry.Year);

    /// <summary>Typed and imported, year by year.</summary>
    public IReadOnlyList<PaidYear> PaidByYear => PaidRule.ByYear(Payments, Rates);

    public PaidCurve Curve => PaidCurve.Of(PaidRule.Counting(Payments), Rates, Committed, Planned);
}

public static class MoneyReading
{
    /// <summary>What is recorded, by the measure's id; a measure about which nothing is recorded is not there. Four questions to the database.</summary>
    /// <param name="measures">Null for all.</param>
    public static async Task<IReadOnlyDictionary<Guid, MeasureMoney>> ReadAsync(Db db, IReadOnlyCollection<Guid>? measures, CancellationToken stop)
    {
        var lines = (await db.FundingLines.AsNoTracking().Where(l => measures == null || measures.Contains(l.MeasureId)).ToListAsync(stop)).ToLookup(l => l.MeasureId);
        var commitments = (await db.Commitments.AsNoTracking().Where(c => measures == null || measures.Contains(c.MeasureId)).ToListAsync(stop)).ToLookup(c => c.MeasureId);
        var paid = await (
            from payment in db.Payments.AsNoTracking()
            where measures == null || measures.Contains(payment.MeasureId)
            join import in db.PaymentImports on payment.ImportId equals import.Id into came
            from import in came.DefaultIfEmpty()
            select new { Payment = payment, import.Words, AsOf = (DateOnly?)import.AsOf }).ToListAsync(stop);
        var payments = paid.ToLookup(p => p.Payment.MeasureId);
        if (lines.Count == 0 && commitments.Count == 0 && payments.Count == 0) return new Dictionary<Guid, MeasureMoney>();

        var rates = new Rates(await db.ExchangeRates.AsNoTracking().ToListAsync(stop));
        return lines.Select(l => l.Key).Concat(commitments.Select(c => c.Key)).Concat(payments.Select(p => p.Key)).Distinct().ToDictionary(id => id, id => new MeasureMoney(
            id,
            [.. lines[id].OrderBy(l => l.Source).ThenBy(l => l.Year).ThenBy(l => l.BasisOn).ThenBy(l => l.Id)],
            [.. commitments[id].OrderBy(c => c.FirstOn).ThenBy(c => c.Id)],
            [.. payments[id].Select(p => p.Payment).OrderBy(p => p.PaidOn).ThenBy(p => p.Id)])
        {
            Rates = rates,
            Imports = payments[id].Where(p => p.Payment.ImportId is not null && p.AsOf is not null).DistinctBy(p => p.Payment.ImportId)
                .ToDictionary(p => p.Payment.ImportId!.Value, p => new ImportNote(p.Payment.ImportId!.Value, p.Words, p.AsOf!.Value)),
        });
    }
}
