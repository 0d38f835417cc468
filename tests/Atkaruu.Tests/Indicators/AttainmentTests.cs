using Atkaruu.Modules.Indicators;
using CsCheck;

namespace Atkaruu.Tests.Indicators;

public class AttainmentTests
{
    private static readonly Gen<decimal> Amounts = Gen.Int[-1_000_000, 1_000_000].Select(n => n / 100m);

    [Theory]
    [InlineData(50, 0, 100, Direction.Rising, 0.5)]
    [InlineData(30, 40, 20, Direction.Falling, 0.5)] // falling from 40 to 20: at 30 half is done
    [InlineData(50, 40, 20, Direction.Falling, 0)] // it got worse
    [InlineData(10, 40, 20, Direction.Falling, 1)] // better than promised
    [InlineData(150, 0, 100, Direction.Rising, 1)]
    [InlineData(98, 98, 98, Direction.Rising, 1)] // hold what there is
    [InlineData(97, 98, 98, Direction.Rising, 0)]
    [InlineData(3, 2, 2, Direction.Falling, 0)]
    public void The_share_of_the_way(double actual, double baseline, double target, Direction direction, double expected) =>
        Assert.Equal((decimal)expected, Attainment.Of((decimal)actual, (decimal)baseline, (decimal)target, direction));

    [Fact]
    public void Without_an_observation_or_a_target_there_is_none()
    {
        Assert.Null(Attainment.Of(null, 0, 10, Direction.Rising));
        Assert.Null(Attainment.Of(5, 0, null, Direction.Rising));
        Assert.Null(Attainment.Of(5, null, 2, Direction.Falling)); // from where did it fall?
    }

    [Fact]
    public void It_is_between_nothing_and_all() =>
        Gen.Select(Amounts, Amounts, Amounts, Gen.Enum<Direction>()).Sample((now, start, goal, way) => Attainment.Of(now, start, goal, way) is >= 0 and <= 1);

    /// <summary>A percentage «capped» with the larger of two numbers where the smaller was meant never caps.</summary>
    [Fact]
    public void Rising_and_falling_are_mirror_images() =>
        Gen.Select(Amounts, Amounts, Amounts).Where((_, start, goal) => start != goal).Sample((now, start, goal) =>
            Attainment.Of(now, start, goal, Direction.Rising) == Attainment.Of(-now, -start, -goal, Direction.Falling));

    [Fact]
    public void Going_towards_the_target_never_takes_away() =>
        Gen.Select(Amounts, Amounts, Amounts, Amounts).Where((_, _, start, goal) => start < goal).Sample((a, b, start, goal) =>
            Attainment.Of(Math.Min(a, b), start, goal, Direction.Rising) <= Attainment.Of(Math.Max(a, b), start, goal, Direction.Rising));
}
