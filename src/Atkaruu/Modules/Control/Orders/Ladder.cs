using Atkaruu.Data;
using Atkaruu.Modules.Activity;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>What is said about an order by itself, each once for a deadline.</summary>
public enum Rung
{
    /// <summary>To the body: the last day is near.</summary>
    Soon,

    /// <summary>To the body and the giver: the last day is over.</summary>
    Over,

    /// <summary>To the head and the coordinators too.</summary>
    Escalated,

    /// <summary>To the giver: a done order, or an objection, has waited for an answer.</summary>
    Unconfirmed,
}

/// <summary>Days from the deadline at which something is said, and days after which the giver is reminded. Kept in the settings.</summary>
public sealed record OrderPolicy(int Before = 3, int After = 1, int Escalate = 7, int Answer = 3)
{
    /// <summary>Name of the setting; its value is JSON: {"before":3,"after":1,"escalate":7,"answer":3}.</summary>
    public const string Name = "orders.policy";

    public static readonly OrderPolicy Usual = new();

    public static async Task<OrderPolicy> ReadAsync(Db db, CancellationToken stop) =>
        await db.Settings.AsNoTracking().Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(stop) is { } value ? Of(value) : Usual;

    /// <summary>What cannot be, or cannot be read, is the usual.</summary>
    internal static OrderPolicy Of(string value)
    {
        try
        {
            var read = Json.Read<OrderPolicy>(value);
            return read is { Before: >= 0 and <= 60, After: >= 1 and <= 60, Answer: >= 1 and <= 60 } && read.Escalate > read.After && read.Escalate <= 120 ? read : Usual;
        }
        catch (System.Text.Json.JsonException)
        {
            return Usual;
        }
    }
}

/// <summary>Which rung is due: a pure rule of the order, the day and the holidays.</summary>
public static class Ladder
{
    /// <summary>
    /// What is to be said today and has not been: the highest rung that has come, and the reminder of the giver. Nothing on a
    /// quiet day or while the clock stands. A rung that falls on a quiet day waits for the next working one, except the one before
    /// the deadline, which comes earlier. What was missed (the machine was off) is made up by the highest; the lower are then no news.
    /// </summary>
    public static IEnumerable<Rung> RungsOf(Order order, DateOnly today, OrderPolicy policy, QuietDays quiet)
    {
        if (quiet.IsQuiet(today) || !order.IsOpen || order.IsStopped) yield break;
        if (order.Move.Side == Side.Giver && order.NudgedOn is null && today >= quiet.OrNextWorking(order.Move.Since.AddDays(policy.Answer))) yield return Rung.Unconfirmed;
        if (order.IsToBeDone && Come(order, today, policy, quiet) is { } rung && !(order.Said >= rung)) yield return rung;
    }

    private static Rung? Come(Order order, DateOnly today, OrderPolicy policy, QuietDays quiet)
    {
        if (today >= quiet.OrNextWorking(order.Due.AddDays(policy.Escalate))) return Rung.Escalated;
        if (today >= quiet.OrNextWorking(order.Due.AddDays(policy.After))) return Rung.Over;
        var soon = LastWorking(order.Due.AddDays(-policy.Before), quiet);
        return soon > order.GivenOn && soon <= today && today <= order.Due ? Rung.Soon : null;
    }

    private static DateOnly LastWorking(DateOnly day, QuietDays quiet)
    {
        for (var n = 0; n < 30 && quiet.IsQuiet(day); n++) day = day.AddDays(-1);
        return day;
    }
}
