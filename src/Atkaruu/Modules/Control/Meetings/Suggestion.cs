using System.Security.Cryptography;
using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Control.Signals;
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

/// <summary>Suggests what a meeting on a day should speak about, the most pressing first.</summary>
public delegate Task<IReadOnlyList<Suggestion>> SuggestAgenda(IServiceProvider services, DateOnly on, CancellationToken stop);

/// <summary>The agenda as the signals have it: orders that will be overdue on the day, then measures by their most urgent signal.</summary>
public static class SignalAgenda
{
    private const int Most = 60;

    /// <summary>What a meeting can decide about; the rest is the coordinator's daily work.</summary>
    private static readonly HashSet<SignalKind> s_pressing =
    [
        SignalKind.Late, SignalKind.Silent, SignalKind.MissesSeason, SignalKind.WillBeLate, SignalKind.NoMovement,
        SignalKind.VerifiedBelow, SignalKind.MoneyWithoutWorks, SignalKind.WorksWithoutMoney, SignalKind.PaidAfterEnd, SignalKind.Overrun,
    ];

    public static async Task<IReadOnlyList<Suggestion>> SuggestAsync(IServiceProvider services, DateOnly on, CancellationToken stop)
    {
        if (await services.GetRequiredService<SignalBoard>().NowAsync(stop) is not { } now) return [];
        var plan = now.Progress.Plan;
        var open = await OrderReading.OpenAsync(services.GetRequiredService<KeptReadings>(), services.GetRequiredService<Db>(), plan, services.GetRequiredService<Actor>(), on, stop);
        var orders = open.Where(line => line.IsOverdue).Select(line => new Suggestion(line.Measure, new("meeting.why.order", line.Order.Name, line.Order.Text, line.DaysOver), line.Order.Body));
        var pressing = now.Raised.Where(s => s_pressing.Contains(s.Kind)).GroupBy(s => s.Measure.Id).Select(of => of.MinBy(s => s.Kind)!)
            .OrderBy(s => s.Kind).ThenBy(s => s.Since ?? DateOnly.MaxValue).ThenBy(s => s.Measure.Ordinal).Select(s => new Suggestion(s.Measure, s.Reason, plan.Lead(s.Measure)?.Code));
        return [.. orders.Concat(pressing).Take(Most)];
    }
}
