using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Papers;

/// <summary>Everything a paper is composed from, as of one moment: what the pages show at that moment, it says.</summary>
/// <param name="Progress">From the point of view of the request: the end of its period (or today), its audience.</param>
/// <param name="Today">Day in Bishkek of the moment.</param>
/// <param name="Actor">Who asks; a paper for everybody is asked for by <see cref="Actor.Visitor"/>.</param>
/// <param name="Site">Address of this system for links and QR codes, without a slash at its end: https://…</param>
/// <param name="Services">For what few papers need: signals, map.</param>
public sealed record PaperScene(
    Db Db, PlanInForce Plan, ProgrammeProgress Progress, PaperRequest Request, DateOnly Today, Actor Actor, EvidenceFiles Files, string Site, IServiceProvider Services)
{
    public Span? Period => Request.Period;

    /// <summary>The measure asked for.</summary>
    /// <exception cref="RuleException">No such measure.</exception>
    public Measure Measure => Plan.Measure(Request.Subject ?? "") ?? throw PaperRules.NoSuch(PaperAbout.Measure, Request.Subject);

    public Body Body => Plan.Body(Request.Subject ?? "") ?? throw PaperRules.NoSuch(PaperAbout.Body, Request.Subject);

    /// <summary>The municipality or village asked for.</summary>
    public Place Place => Plan.Place(Request.Subject ?? "") ?? throw PaperRules.NoSuch(PaperAbout.Village, Request.Subject);
}
