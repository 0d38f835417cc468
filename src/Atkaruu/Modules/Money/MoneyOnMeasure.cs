using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Money;

/// <summary>What the page of a measure shows of its money.</summary>
/// <param name="MayRecord">Whether the reader may write it down, which leads to the page where that is done.</param>
public sealed record MoneyOnMeasure(Measure Measure, MeasureMoney Money, bool MayRecord)
{
    /// <summary>Years in which something was imported, with what was typed beside it.</summary>
    public IEnumerable<PaidYear> Beside => Money.PaidByYear.Where(year => year.IsImported);

    public IEnumerable<ImportNote> Notes => Money.Payments.Where(payment => payment.Counts && payment.ImportId is not null).Select(payment => payment.ImportId!.Value).Distinct()
        .Select(Money.Imports.GetValueOrDefault).OfType<ImportNote>().OrderBy(note => note.AsOf);

    /// <summary>Per cent paid by each day with a payment: the financial half of the curve of works.</summary>
    public IReadOnlyList<(DateOnly, decimal)> Paid => [.. Money.Curve.Points.Where(point => point.Share is not null).Select(point => (point.On, 100 * point.Share!.Value))];

    public static MoneyOnMeasure Of(MeasureMoney money, PlanInForce plan, Measure measure, Actor reader) => new(measure, money, reader.MayRecordMoney(plan, measure));
}
