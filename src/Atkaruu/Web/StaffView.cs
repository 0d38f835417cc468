using Atkaruu.Kernel;

namespace Atkaruu.Web;

/// <summary>What the frame says to the person who has signed in: their ways, and what waits behind them.</summary>
public sealed class StaffView(Navigation navigation, Actor actor, IEnumerable<IRailCount> counts, IHttpContextAccessor http, ILogger<StaffView> log)
{
    public Actor Actor => actor;

    public Task<IReadOnlyList<NavigationGroup>> RailAsync() => navigation.RailAsync(actor);

    public Task<NavigationItem?> DayAsync() => navigation.DayAsync(actor);

    public Task<bool> LetsAsync(string path) => navigation.LetsAsync(actor, path);

    /// <summary>By address; what cannot be counted is not shown, and never stops the page.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(params string[] only)
    {
        Dictionary<string, int> found = [];
        if (!actor.IsPerson) return found;
        foreach (var count in counts.Where(c => only.Length == 0 || only.Contains(c.Path)))
            try
            {
                found[count.Path] = await count.CountAsync(actor, http.HttpContext?.RequestAborted ?? default);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "The rail is shown without the figure of {Path}", count.Path);
            }
        return found;
    }
}
