namespace Atkaruu.Kernel;

/// <summary>A share of 0…1 as people say it.</summary>
public static class Shares
{
    /// <summary>
    /// Whole per cent: 100 only for what is whole, 0 only for what is nothing, so that neither is said too early or too late.
    /// </summary>
    public static int Percent(decimal share) => share switch
    {
        <= 0 => 0,
        >= 1 => 100,
        _ => Math.Clamp((int)Math.Round(share * 100, MidpointRounding.AwayFromZero), 1, 99),
    };
}
