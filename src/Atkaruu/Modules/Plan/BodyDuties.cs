using Atkaruu.Modules.Bodies;

namespace Atkaruu.Modules.Plan;

/// <summary>What the plan lays on one body.</summary>
public sealed class BodyDuties
{
    public BodyDuties(PlanInForce plan, Body body)
    {
        Body = body;
        Leads = [.. plan.Measures.Where(m => Part(m, body) == BodyRole.Lead)];
        Takes = [.. plan.Measures.Where(m => Part(m, body) == BodyRole.CoExecutor)];
        Groups = [.. plan.Bodies.Where(group => group.Members.Contains(body.Code))];
        ThroughGroup = [.. plan.Measures.Where(m => Part(m, body) is null && Groups.Any(group => Part(m, group) is not null))];
        Members = [.. body.Members.Select(plan.Body).OfType<Body>()];
        ByYear = [.. plan.Programme.Years.Select(year => (year, (IReadOnlyList<Measure>)[.. All.Where(m => plan.DueYears(m).Contains(year))]))];
    }

    public Body Body { get; }

    /// <summary>Measures in which it is named first.</summary>
    public IReadOnlyList<Measure> Leads { get; }

    /// <summary>Measures in which it is named after another.</summary>
    public IReadOnlyList<Measure> Takes { get; }

    /// <summary>Measures that name it not, but a group that it is a member of.</summary>
    public IReadOnlyList<Measure> ThroughGroup { get; }

    /// <summary>Groups that stand for it among others.</summary>
    public IReadOnlyList<Body> Groups { get; }

    /// <summary>For a group: whom it stands for.</summary>
    public IReadOnlyList<Body> Members { get; }

    public IEnumerable<Measure> All => Leads.Concat(Takes).Concat(ThroughGroup);

    /// <summary>What falls due in each year of the programme.</summary>
    public IReadOnlyList<(int Year, IReadOnlyList<Measure> Measures)> ByYear { get; }

    private static BodyRole? Part(Measure measure, Body body) => measure.Bodies.Find(part => part.Body == body.Code)?.Role;
}
