using Atkaruu.Modules.Indicators;
using Atkaruu.Web.TagHelpers;

namespace Atkaruu.Modules.Progress;

/// <summary>An indicator year by year: what the plan asks, what was reported, how much of that was seen.</summary>
public sealed record ByYear(Indicator Indicator, IReadOnlyList<YearBar> Years)
{
    /// <summary>Nothing in it to draw.</summary>
    public bool IsEmpty => Years.All(y => y.Plan is null && y.Reported is null);

    /// <summary>
    /// A year that has not come, or that nobody has spoken of or after, has no number: the state of an earlier year is not carried
    /// into it. Verified is what had been reported by the period that the year's last visit looked at, times how much of it was so.
    /// </summary>
    public static IReadOnlyList<ByYear> Of(ProgrammeProgress all, Plan.Measure measure)
    {
        var progress = all.Of(measure);
        var (facts, last) = (all.FactsOf(measure), progress.LastTold?.To.Year);
        var told = facts.ToldAt(all.View);
        var looks = facts.Seen.Where(s => all.View.Sees(s.Look.VisitedOn, s.PublishedOn) && s.Look.VisitedOn <= all.View.KnownBy && s.Period.To <= all.View.Until).ToList();
        return [.. progress.Promise.Indicators.Select(OfOne).Where(one => !one.IsEmpty && (one.Indicator.YearTargets.Count > 0 || one.Years.Any(y => y.Reported is not null)))];

        ByYear OfOne(Indicator indicator)
        {
            List<Reading> readings = [.. Attained.ReadingsOf(indicator, told)];
            var reported = Totals.ByYear(indicator.Accumulation, readings, all.Plan.Programme.Years);
            return new(indicator, [.. all.Plan.Programme.Years.Select(year =>
            {
                var known = year <= last ? reported[year] : null;
                var look = looks.Where(s => s.Period.Year == year).OrderBy(s => s.Look.VisitedOn).ThenBy(s => s.Look.DoneAt).LastOrDefault();
                var share = look?.Look.Verdict switch { null => null, Verification.Verdict.Confirmed => 1, Verification.Verdict.NotConfirmed => 0, _ => look.Look.Share / 100 };
                var then = look is null ? null : Totals.At(indicator.Accumulation, readings, look.Period.To);
                return new YearBar(year, indicator.TargetIn(year) ?? (year == progress.Promise.End.Year ? indicator.Target : null), known,
                    known is { } most && then * share is { } seen ? Math.Min(most, seen) : null);
            })]);
        }
    }
}
