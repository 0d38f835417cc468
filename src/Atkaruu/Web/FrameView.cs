using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Web;

/// <summary>What the frame around every page says about the programme. The page that explains a failure has none.</summary>
public sealed class FrameView(PlanShelf shelf, TimeProvider clock, ILogger<FrameView> log)
{
    public DateOnly Today { get; } = clock.Today();

    /// <summary>The plan in force, or null where there is none or the database does not answer: the frame must stand even then.</summary>
    public async Task<PlanInForce?> PlanAsync()
    {
        try
        {
            return await shelf.CurrentAsync();
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The frame is shown without the plan");
            return null;
        }
    }

    /// <summary>The years of the programme as a band: each year's share that has passed, 0…1.</summary>
    public IEnumerable<(int Year, double Passed)> Years(Programme programme) =>
        programme.Years.Select(year => (year, Math.Clamp((Today.DayNumber - new DateOnly(year, 1, 1).DayNumber) / (DateTime.IsLeapYear(year) ? 366d : 365d), 0, 1)));
}
