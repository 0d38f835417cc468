namespace Atkaruu.Modules.Indicators;

/// <summary>How much of the way from baseline to target has been gone: one formula for rising and falling indicators.</summary>
public static class Attainment
{
    /// <summary>
    /// (actual − baseline) ÷ (target − baseline), held between 0 and 1. When target and baseline are the same: 1 if the
    /// condition holds, else 0. Null without an observation or a target, and for a falling indicator whose beginning nobody
    /// knows; a rising one then counts from zero.
    /// </summary>
    public static decimal? Of(decimal? actual, decimal? baseline, decimal? target, Direction direction)
    {
        if (actual is not { } now || target is not { } goal) return null;
        if (baseline is null && direction == Direction.Falling) return null;

        var start = baseline ?? 0;
        if (goal == start) return (direction == Direction.Rising ? now >= goal : now <= goal) ? 1 : 0;
        return Math.Clamp((now - start) / (goal - start), 0, 1);
    }
}
