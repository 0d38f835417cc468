using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Reporting;
using CsCheck;

namespace Atkaruu.Tests.Reporting;

/// <summary>What is looked at twice.</summary>
public class ReturnChecksTests
{
    private static readonly Indicator Road = Made(Accumulation.Increments, target: 10);
    private static readonly Indicator Water = Made(Accumulation.Level, target: 98, unit: Units.Percent);
    private static readonly Actor Somebody = new(Guid.NewGuid(), "Чынара");
    private static readonly DateTime Now = new(2026, 10, 10, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_plain_return_with_a_photograph_raises_nothing() =>
        Assert.Empty(Check(Filled(Observation.Of(Road.Id, 2)), evidence: 1));

    [Fact]
    public void No_photograph_is_said() => Assert.Equal(["no-evidence"], Check(Filled(Observation.Of(Road.Id, 2)), evidence: 0));

    [Fact]
    public void No_change_needs_no_photograph_and_no_value() =>
        Assert.Empty(Check(Filled([], new() { NoChange = true, NoChangeReason = "кыш" }), evidence: 0));

    [Fact]
    public void A_contribution_owes_no_value() => Assert.Empty(Check(Filled([]), evidence: 0, part: Part.Contribution));

    [Fact]
    public void A_missing_value_is_said_and_a_reason_for_no_data_is_enough()
    {
        Assert.Equal(["no-value"], Check(Filled([]), evidence: 1));
        Assert.Empty(Check(Filled(Observation.None(Road.Id, NoData.NotCollected)), evidence: 1));
    }

    [Fact]
    public void A_level_that_falls_is_said_and_a_smaller_addition_is_not()
    {
        Assert.Equal(["fell"], Check(Filled(Observation.Of(Water.Id, 90)), evidence: 1, previous: Filled(Observation.Of(Water.Id, 95)), indicator: Water));
        Assert.Empty(Check(Filled(Observation.Of(Road.Id, 1)), evidence: 1, previous: Filled(Observation.Of(Road.Id, 2))));
    }

    [Fact]
    public void A_jump_is_said() =>
        Assert.Equal(["jumped"], Check(Filled(Observation.Of(Road.Id, 7)), evidence: 1, previous: Filled(Observation.Of(Road.Id, 2))));

    [Fact]
    public void More_than_promised_is_said_of_the_sum()
    {
        Assert.Equal(["over-target"], Check(Filled(Observation.Of(Road.Id, 11)), evidence: 1));
        Assert.Equal(["over-target"], Check(Filled(Observation.Of(Road.Id, 4)), evidence: 1, before: [new(new(2026, SpanKind.Quarter, 1), "RMA", 7)]));
        Assert.Empty(Check(Filled(Observation.Of(Road.Id, 3)), evidence: 1, before: [new(new(2026, SpanKind.Quarter, 1), "RMA", 7)]));
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_said_unless_explained()
    {
        ValuePart[] parts = [new(Dimensions.Sex, "female", 1), new(Dimensions.Sex, "male", 2)];

        Assert.Empty(Check(Filled(Observation.Of(Road.Id, 3, parts: parts)), evidence: 1));
        Assert.Equal(["parts"], Check(Filled(Observation.Of(Road.Id, 4, parts: parts)), evidence: 1));
        Assert.Empty(Check(Filled(Observation.Of(Road.Id, 4, "бирөөнүн жынысы жазылган эмес", parts)), evidence: 1));
    }

    [Fact]
    public void Parts_that_add_up_are_never_said() => Gen.Select(Gen.Int[0, 1_000_000].Array[1, 8], Gen.Int[0, 4], Gen.Int[1, 7]).Sample((raw, decimals, cut) =>
    {
        var by = (decimal)Math.Pow(10, decimals);
        List<ValuePart> parts = [.. raw.Select((n, at) => new ValuePart(Dimensions.Municipality, "m" + at, n / by))];
        var sum = parts.Sum(p => p.Value);
        if (sum > 0) parts.AddRange([new(Dimensions.Sex, "female", sum / cut), new(Dimensions.Sex, "male", sum - sum / cut)]);

        Assert.DoesNotContain("parts", Check(Filled(Observation.Of(Road.Id, sum, parts: parts)), evidence: 1));
        Assert.Contains("parts", Check(Filled(Observation.Of(Road.Id, sum + 1, parts: parts)), evidence: 1));
    });

    [Fact]
    public void How_far_the_parts_are_from_the_whole_is_said_and_percentages_add_up_to_nothing()
    {
        ValuePart[] parts = [new(Dimensions.Sex, "female", 95), new(Dimensions.Sex, "male", 90)];

        Assert.Equal((5m, 4m), ReturnChecks.Of(new(new(null!, null!, Part.Lead), Filled(Observation.Of(Road.Id, 4, parts: [new(Dimensions.Sex, "female", 5)])), null, [Road], 1, false)).Select(w => (w.Was!.Value, w.Is!.Value)).Single());
        Assert.Empty(Check(Filled(Observation.Of(Water.Id, 92, parts: parts)), evidence: 1, indicator: Water));
    }

    [Fact]
    public void A_phase_that_goes_back_disagrees_and_a_percentage_that_falls_fell()
    {
        var construction = Filled(Observation.Of(Road.Id, 1), new() { Done = "иштеп жатабыз", Phase = WorksPhase.Construction, PhysicalPercent = 60 });

        Assert.Equal(["disagrees"], Check(Filled(Observation.Of(Road.Id, 1), new() { Done = "а", Phase = WorksPhase.Tender }), evidence: 1, previous: construction));
        Assert.Equal(["fell"], Check(Filled(Observation.Of(Road.Id, 1), construction.Words with { PhysicalPercent = 40 }), evidence: 1, previous: construction));
    }

    [Fact]
    public void A_photograph_used_elsewhere_is_said() => Assert.Equal(["duplicate-photo"], Check(Filled(Observation.Of(Road.Id, 2)), evidence: 1, duplicate: true));

    private static IEnumerable<string> Check(Return made, int evidence, Return? previous = null, Part part = Part.Lead, Indicator? indicator = null, bool duplicate = false, List<Reading>? before = null) =>
        ReturnChecks.Of(new(new(null!, null!, part), made, previous, [indicator ?? Road], evidence, duplicate,
            before is null ? null : new Dictionary<Guid, IReadOnlyList<Reading>> { [Road.Id] = before }, new Span(2026, SpanKind.Quarter, 3))).Select(w => w.Code);

    private static Return Filled(Observation value, ReturnWords? words = null) => Filled([value], words);

    private static Return Filled(IEnumerable<Observation> values, ReturnWords? words = null)
    {
        var period = Period.Plan(Guid.NewGuid(), new(2026, SpanKind.Quarter, 3), new(2026, 9, 20), new(2026, 10, 15), new(2026, 10, 25));
        var made = Return.Begin(period, Guid.NewGuid(), "RMA", Part.Lead, Now);
        made.Write(Somebody, words ?? new() { Done = "Аткарылды" }, values, Now);
        return made;
    }

    private static Indicator Made(Accumulation how, decimal target, string unit = Units.Kilometre)
    {
        var indicator = new Indicator { MeasureId = Guid.NewGuid(), Name = new("Жол"), Unit = unit, Accumulation = how, Direction = Direction.Rising, Decimals = 1 };
        indicator.Stand(1, target, "", []);
        return indicator;
    }
}
