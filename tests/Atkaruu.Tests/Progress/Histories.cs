using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using CsCheck;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>Random promises with random returns about them.</summary>
internal static class Histories
{
    private static readonly Indicator Road = Indicator(100, Accumulation.Increments), Water = Indicator(98, Accumulation.Level, baseline: 60),
        Loss = Indicator(5, Accumulation.Level, baseline: 20, direction: Direction.Falling), Sites = Indicator(null, Accumulation.Yearly, years: [.. Enumerable.Range(2025, 6).Select(y => (y, 3m))]);

    private static readonly Gen<Promise> Promises = Gen.Select(Gen.Enum<MeasureKind>(), Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool).Select((kind, from, years, group) =>
        Promise(kind, $"{2025 + from}-01-01", $"{Math.Min(2030, 2025 + from + years)}-12-31", kind switch
        {
            MeasureKind.Quantity => [Road, Water, Loss],
            MeasureKind.Recurring => [Sites],
            _ => [],
        }, group ? ["RMA", "AO"] : ["RMA"]));

    private static readonly Gen<Told> Tellings = Gen.Select(
        Gen.Select(Gen.Int[2025, 2030], Gen.Int[1, 4], Gen.Bool), Gen.Select(Gen.Enum<WorksPhase>(), Gen.Int[0, 100], Gen.Enum<ActionStep>()), Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[1, 2]),
        Gen.Select(Gen.Int[0, 120], Gen.Int[0, 120], Gen.Int[0, 30], Gen.Int[0, 4])).Select((when, works, flags, values) => Told(
            $"{when.Item1}-Q{when.Item2}", when.Item3 ? "RMA" : "AO", works.Item1, works.Item2, works.Item3, flags.Item1, flags.Item2, flags.Item3,
            values: [(Road, values.Item1), (Water, values.Item2), (Loss, values.Item3), (Sites, values.Item4)]));

    public static readonly Gen<(Promise Promise, List<Told> Told)> Told = Gen.Select(Promises, Tellings.List[0, 24]);
}
