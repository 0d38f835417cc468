using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using CsCheck;

namespace Atkaruu.Tests.Indicators;

/// <summary>How readings add up. The four cumulative bugs that a well-known system carried for years are here as facts.</summary>
public class TotalsTests
{
    private static readonly DateOnly End = new(2030, 12, 31);

    private static readonly Gen<Span> Periods = Gen.Select(Gen.Int[2025, 2030], Gen.Int[1, 4], (year, number) => new Span(year, SpanKind.Quarter, number));

    /// <summary>Histories with one reading at most of a body in a period, in any order.</summary>
    private static readonly Gen<List<Reading>> Histories =
        Gen.Select(Periods, Gen.Int[0, 2].Select(n => "ABC"[n].ToString()), Gen.Int[0, 100_000], (period, body, hundredths) => new Reading(period, body, hundredths / 100m))
            .List[0, 24].Select(list => list.DistinctBy(r => (r.Period, r.Body)).ToList());

    [Fact]
    public void A_running_total_is_never_summed() // the overview that summed running totals
    {
        Reading[] readings = [Q("2025-Q1", 10), Q("2025-Q2", 25), Q("2025-Q3", 40)];

        Assert.Equal(40, Totals.At(Accumulation.RunningTotal, readings, End));
        Assert.Equal(75, Totals.At(Accumulation.Increments, readings, End));
    }

    [Fact]
    public void A_quarter_without_a_report_leaves_the_total_where_it_was() // the report that decreased over time
    {
        Reading[] readings = [Q("2025-Q1", 10), Q("2025-Q3", 15)];

        Assert.Equal([10, 10, 15, 15], Span.Of(2025, SpanKind.Quarter).Select(q => Totals.At(Accumulation.RunningTotal, readings, q.To)));
        Assert.Equal([10, 10, 25, 25], Span.Of(2025, SpanKind.Quarter).Select(q => Totals.At(Accumulation.Increments, readings, q.To)));
    }

    [Fact]
    public void Nothing_observed_is_not_zero() =>
        Assert.All(Enum.GetValues<Accumulation>(), how => Assert.Null(Totals.At(how, [Q("2026-Q1", 5)], new(2025, 12, 31))));

    [Fact]
    public void Sums_of_additions_never_decrease_from_period_to_period() => Histories.Sample(readings =>
    {
        var totals = Quarters().Select(q => Totals.At(Accumulation.Increments, readings, q.To) ?? 0).ToList();
        return totals.Zip(totals.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    /// <summary>Editing an earlier period corrupted the later ones: a total kept as a number instead of computed from what was entered.</summary>
    [Fact]
    public void An_edit_of_an_early_period_moves_every_later_sum_by_just_the_difference() =>
        Gen.Select(Histories.Where(h => h.Count > 0), Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((readings, which, hundredths) =>
        {
            var at = which % readings.Count;
            var edited = readings.ToList();
            edited[at] = edited[at] with { Value = hundredths / 100m };
            var difference = edited[at].Value - readings[at].Value;
            return Quarters().All(q =>
                (Totals.At(Accumulation.Increments, edited, q.To) ?? 0) - (Totals.At(Accumulation.Increments, readings, q.To) ?? 0) == (q.To >= readings[at].Period.To ? difference : 0));
        });

    /// <summary>Totals that depended on the order in which updates arrived.</summary>
    [Fact]
    public void The_order_of_arrival_does_not_matter() => Gen.Select(Histories, Gen.Int).Sample((readings, seed) =>
    {
        var shuffled = readings.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Enum.GetValues<Accumulation>().All(how => Quarters().All(q => Totals.At(how, readings, q.To) == Totals.At(how, shuffled, q.To)));
    });

    [Fact]
    public void A_year_is_the_sum_of_its_own_periods_and_of_no_others() => Histories.Sample(readings =>
        Enumerable.Range(2025, 6).All(year =>
            (Totals.At(Accumulation.Yearly, readings, new(year, 12, 31)) ?? 0) == readings.Where(r => r.Period.Year == year).Sum(r => r.Value ?? 0)));

    [Fact]
    public void The_level_is_each_bodys_latest_reading() => Histories.Sample(readings =>
        (Totals.At(Accumulation.Level, readings, End) ?? 0) == readings.GroupBy(r => r.Body).Sum(body => body.MaxBy(r => r.Period.To)!.Value!.Value));

    [Fact]
    public void Percentages_of_several_bodies_go_together_by_their_parts()
    {
        Reading[] readings = [new(S("2026-Q1"), "A", null, 90, 100), new(S("2026-Q1"), "B", null, 1, 100)];

        Assert.Equal(45.5m, Totals.At(Accumulation.Level, readings, End));
        Assert.Null(Totals.At(Accumulation.Level, [new(S("2026-Q1"), "A", 90), new(S("2026-Q1"), "B", null, 1, 100)], End)); // nothing honest can be said
    }

    [Fact]
    public void A_denominator_of_nothing_is_no_reading() => Assert.Null(Totals.At(Accumulation.Level, [new(S("2026-Q1"), "A", null, 5, 0)], End));

    private static IEnumerable<Span> Quarters() => Enumerable.Range(2025, 6).SelectMany(year => Span.Of(year, SpanKind.Quarter));
    private static Span S(string code) => Span.Parse(code)!.Value;
    private static Reading Q(string code, decimal value) => new(S(code), "A", value);
}
