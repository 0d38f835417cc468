using Atkaruu.Modules.Indicators;

namespace Atkaruu.Modules.Reporting;

/// <summary>A return with what it is checked against.</summary>
/// <param name="Previous">The last accepted or published return of the same body about the same measure, of an earlier period.</param>
/// <param name="Indicators">Those of the measure.</param>
/// <param name="Evidence">How many photographs and documents it has.</param>
/// <param name="DuplicatePhotos">Whether one of its photographs stands in another return too.</param>
/// <param name="Before">All readings of earlier periods, for totals; null where nobody has asked.</param>
public sealed record CheckedReturn(
    Duty Duty, Return Return, Return? Previous, IReadOnlyList<Indicator> Indicators, int Evidence, bool DuplicatePhotos,
    IReadOnlyDictionary<Guid, IReadOnlyList<Reading>>? Before = null, Kernel.Span? Period = null);

/// <summary>
/// What a person should look at twice before accepting. A warning stops nobody: numbers do fall, and photographs are missing for
/// good reasons. But what carries one is never accepted in bulk.
/// </summary>
public static class ReturnChecks
{
    /// <summary>So many times the last value is a jump.</summary>
    public const decimal Jump = 3;

    public static IReadOnlyList<Warning> Of(CheckedReturn it)
    {
        List<Warning> found = [];
        if (it.Duty.EntersValues)
        {
            foreach (var indicator in it.Indicators) found.AddRange(OfValue(it, indicator));
            if (it.Evidence == 0 && it.Return.Words is { NoChange: false, NoPart: false }) found.Add(new("no-evidence"));
        }
        if (GoesBack(it.Return.Words, it.Previous?.Words)) found.Add(new("disagrees"));
        else if (it.Previous?.Words is { PhysicalPercent: { } was } && it.Return.Words is { PhysicalPercent: { } now } && it.Previous.Words.Phase == it.Return.Words.Phase && now < was)
            found.Add(new("fell", Was: was, Is: now));
        if (it.DuplicatePhotos) found.Add(new("duplicate-photo"));
        return found;
    }

    private static IEnumerable<Warning> OfValue(CheckedReturn it, Indicator indicator)
    {
        var value = it.Return.Values.Find(v => v.IndicatorId == indicator.Id);
        if (value is null || value.Number is null && value.NoData is null)
        {
            if (it.Return.Words is { NoChange: false, NoPart: false }) yield return new("no-value", indicator.Id);
            yield break;
        }
        if (value.Number is not { } now) yield break;

        if (it.Previous?.Values.Find(v => v.IndicatorId == indicator.Id)?.Number is { } was)
        {
            var worse = indicator.Direction == Direction.Rising ? now < was : now > was;
            if (worse && indicator.Accumulation is Accumulation.RunningTotal or Accumulation.Level) yield return new("fell", indicator.Id, was, now);
            else if (was > 0 && now > was * Jump) yield return new("jumped", indicator.Id, was, now);
            if (it.Return.Words.NoChange && indicator.Accumulation is Accumulation.RunningTotal or Accumulation.Level && now != was) yield return new("disagrees", indicator.Id, was, now);
        }
        if (Over(it, indicator, now) is { } over) yield return over;
        if (!indicator.IsPercent && SumBeside(value, now) is { } sum) yield return new("parts", indicator.Id, sum, now);
    }

    /// <summary>More than was promised: a triumph or a slip of the keyboard.</summary>
    private static Warning? Over(CheckedReturn it, Indicator indicator, decimal now)
    {
        if (indicator.Direction == Direction.Falling) return null;
        var (target, total) = (indicator.Target, now);
        if (it.Period is { } period)
        {
            if (indicator.Accumulation == Accumulation.Yearly) target = indicator.TargetIn(period.Year) ?? target;
            if (it.Before?.GetValueOrDefault(indicator.Id) is { } before && indicator.Accumulation is Accumulation.Increments or Accumulation.Yearly)
                total += Totals.At(indicator.Accumulation, before.Where(r => r.Period.To < period.From && (indicator.Accumulation != Accumulation.Yearly || r.Period.Year == period.Year)), period.To) ?? 0;
        }
        return target is { } most && total > most ? new("over-target", indicator.Id, most, total) : null;
    }

    /// <summary>What the parts of a dimension come to where that is not the number, unless somebody has said why; null where all add up.</summary>
    private static decimal? SumBeside(Observation value, decimal number) => !string.IsNullOrWhiteSpace(value.Explanation) ? null
        : value.Parts.GroupBy(p => p.Dimension).Select(parts => (decimal?)parts.Sum(p => p.Value)).FirstOrDefault(sum => sum != number);

    /// <summary>A phase or a step earlier than the one reported before.</summary>
    private static bool GoesBack(ReturnWords now, ReturnWords? before) =>
        before is not null && (now.Phase < before.Phase || now.Step < before.Step);
}
