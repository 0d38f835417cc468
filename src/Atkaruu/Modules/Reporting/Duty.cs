using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Reporting;

/// <summary>One return that one body owes about one measure.</summary>
public sealed record Duty(Measure Measure, Body Body, Part Part)
{
    /// <summary>Whether this body enters values, and not only words.</summary>
    public bool EntersValues => Part != Part.Contribution;
}

/// <summary>Who owes what, told from the plan in force.</summary>
public static class Duties
{
    /// <summary>
    /// Everything owed for a period: of every measure in force that has begun by the period's end and was not finished before
    /// it. That a measure's end has passed does not free anybody: it is late, and owed until it is finished. A group does not
    /// report itself: its members do, each its own share when the group leads, a contribution when it helps.
    /// </summary>
    /// <param name="finished">What had been finished, and when; without it nothing had.</param>
    public static IReadOnlyList<Duty> Owed(this PlanInForce plan, Period period, Finished? finished = null) =>
    [
        .. plan.Measures
            .Where(m => m.State == MeasureState.InForce && m.Schedule.StartIn(plan.Programme.FromYear) <= period.To && finished?.Before(period, m) != true)
            .SelectMany(plan.DutiesOf),
    ];

    /// <summary>All bodies that report about a measure: the lead first, each body once.</summary>
    public static IReadOnlyList<Duty> DutiesOf(this PlanInForce plan, Measure measure)
    {
        List<Duty> duties = [];
        foreach (var part in measure.Bodies.OrderBy(b => b.Role).ThenBy(b => b.Order))
        {
            if (plan.Body(part.Body) is not { } body) continue;
            var (bodies, duty) = (body.IsGroup, part.Role) switch
            {
                (false, BodyRole.Lead) => ((Body[])[body], Part.Lead),
                (true, BodyRole.Lead) => ([.. body.Members.Select(plan.Body).OfType<Body>()], Part.Share),
                (true, _) => ([.. body.Members.Select(plan.Body).OfType<Body>()], Part.Contribution),
                _ => ([body], Part.Contribution),
            };
            duties.AddRange(bodies.Where(b => duties.All(d => d.Body.Code != b.Code)).Select(b => new Duty(measure, b, duty)));
        }
        return duties;
    }

    /// <summary>What this body owes about this measure; null when it has no part in it.</summary>
    public static Duty? DutyOf(this PlanInForce plan, Measure measure, string body) => plan.DutiesOf(measure).FirstOrDefault(d => d.Body.Code == body);
}
