using System.Security.Cryptography;
using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>Something to speak about, with its reason.</summary>
/// <param name="Body">Code of the body that should speak.</param>
public sealed record Suggestion(Measure? Measure, Message Why, string? Body)
{
    /// <summary>A name for the tick box, the same as long as the reason is.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Measure?.Code}|{Body}|{Json.Write(Meetings.Why.Of(Why))}")))[..16];

    public AgendaItem ToItem() => new(Guid.CreateVersion7(), Measure?.Id, Meetings.Why.Of(Why), Body);
}

/// <summary>Suggests what a meeting on a day should speak about, the most pressing first. Whoever knows more about the plan registers a better one.</summary>
public delegate Task<IReadOnlyList<Suggestion>> SuggestAgenda(IServiceProvider services, DateOnly on, CancellationToken stop);

/// <summary>The plainest agenda: orders that will be overdue on the day, and measures that are late or silent by their deadline.</summary>
public static class LateAgenda
{
    private const int Most = 60;

    public static async Task<IReadOnlyList<Suggestion>> SuggestAsync(IServiceProvider services, DateOnly on, CancellationToken stop)
    {
        if (await services.GetRequiredService<PlanShelf>().CurrentAsync() is not { } plan) return [];
        var open = await OrderReading.OpenAsync(services.GetRequiredService<Db>(), plan, services.GetRequiredService<Actor>(), on, stop: stop);
        var orders = open.Where(line => line.IsOverdue).Select(line => new Suggestion(line.Measure, new("meeting.why.order", line.Order.Name, line.Order.Text, line.DaysOver), line.Order.Body));
        var late = plan.Measures.Where(m => Standing.Of(plan, m, on) is "late" or "silent").OrderBy(plan.FirstDue).ThenBy(m => m.Ordinal)
            .Select(m => new Suggestion(m, new("meeting.why." + Standing.Of(plan, m, on), plan.FirstDue(m)), plan.Lead(m)?.Code));
        return [.. orders.Concat(late).Take(Most)];
    }
}
