using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan.Measures;

/// <summary>Everything known about one measure, at an address that never changes.</summary>
[OpenToAll]
public sealed class MeasureModel(PlanShelf shelf, Db db, PageText text, DistrictMap map, Navigation navigation, ProgressShelf progress, SidesShelf sides, Actor actor, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public MeasureHistory History { get; private set; } = null!;
    public ReportedFacts Facts { get; private set; } = null!;
    /// <summary>Everything that happened to it, as far as this reader may know.</summary>
    public IReadOnlyList<Event> Events { get; private set; } = [];

    /// <summary>What others than those who reported have seen.</summary>
    public PublicProof Proof { get; private set; } = PublicProof.Nothing;

    /// <summary>What was ordered about it, for who may read that; null for everybody else.</summary>
    public OrdersOnMeasure? Orders { get; private set; }

    /// <summary>Its objects, phases and contracts; null for a measure that is no works.</summary>
    public WorksOnMeasure? Works { get; private set; }

    public MoneyOnMeasure Money { get; private set; } = null!;

    /// <summary>Where it stands as everybody knows it, and how that was computed.</summary>
    public How How { get; private set; } = null!;
    public MeasureProgress Progress => How.Progress;

    /// <summary>Its numbers year by year.</summary>
    public IReadOnlyList<ByYear> ByYear { get; private set; } = [];

    /// <summary>May say how sure the end is.</summary>
    public bool MayAssess => actor.May(Right.Accept, Plan.Subject(Measure));

    /// <summary>May go and look at it, which leads to the page where that begins.</summary>
    public bool MayVerify => actor.May(Right.Verify, Plan.Subject(Measure));

    /// <summary>What will stand here once it is there.</summary>
    public IReadOnlyList<string> Awaited => Facts.Last is null ? ["returns", "evidence", "voice"] : ["voice"];
    public DateOnly Today { get; } = clock.Today();

    internal const int ShownEvents = 6;

    public string State => Standing.Of(Plan, Measure, Today);
    public Reported? Reported => Plan.Reported(Measure);

    /// <summary>How it stands, in one sentence.</summary>
    public string Verdict => (LastDue, Reported) switch
    {
        (_, { Last: not null } reported) => text.Say(reported.Reason),
        (null, _) => text.Say("measure.verdict.continuous"),
        ({ } due, _) => text.Say("measure.verdict." + State, due),
    };

    public DateOnly? LastDue => Plan.LastDue(Measure);
    public ScheduleStrip Strip => new(Plan, Measure, Today);
    public IReadOnlyList<Indicator> Indicators => [.. Plan.Indicators(Measure)];
    public IReadOnlyList<Finding> Findings => [.. Plan.FindingsOf(Measure).OrderBy(f => f.Severity)];
    /// <summary>Places in the district; empty for a measure of the whole of it.</summary>
    public IReadOnlyList<Place> Places => [.. Measure.Places.Select(part => Plan.Place(part.Place)).OfType<Place>().Where(place => place.Kind is not (PlaceKind.Oblast or PlaceKind.District))];
    public MapPicture Map => new(map, Plan, Places, text.Language);

    public Measure? Previous => At(-1);
    public Measure? Next => At(+1);

    /// <summary>The bodies with a part, the lead first; a group with those it stands for.</summary>
    public IEnumerable<(Body Body, bool Leads)> Bodies =>
        Measure.Bodies.OrderBy(part => part.Role).Select(part => (Body: Plan.Body(part.Body), Leads: part.Role == BodyRole.Lead)).Where(part => part.Body is not null).Select(part => (part.Body!, part.Leads));

    /// <summary>The document's own headings and cells, in its order.</summary>
    public IEnumerable<(string Heading, Field? Field, string Cell)> Cells()
    {
        (Field? Field, string Cell)[] cells =
        [
            (Field.Number, Measure.Number ?? ""), (Field.Task, Plan.Task(Measure).Title.Ky), (Field.Title, Measure.Title.Ky),
            (Field.Schedule, Measure.Schedule.Text), (Field.Result, Measure.ExpectedResult.Ky), (Field.Responsible, Measure.ResponsibleText),
        ];
        var headings = Plan.Programme.Headings;
        return cells.Select((cell, i) => (headings.Count == cells.Length ? headings[i] : text.Say("measure.cell." + cell.Field), cell.Field, cell.Cell));
    }

    /// <summary>Errors and contradictions; the rest is worth knowing, no more.</summary>
    public IEnumerable<Finding> Quarrels => Findings.Where(f => f.Severity < Severity.Note);
    public IEnumerable<Finding> Notes => Findings.Where(f => f.Severity == Severity.Note);

    /// <summary>The parts of a cell that errors and contradictions point at.</summary>
    public IReadOnlyList<(int Start, int Length)> MarksOf(Field? field, string cell)
    {
        List<(int Start, int Length)> marks = [];
        foreach (var mark in Quarrels.SelectMany(f => f.Quotes).Where(q => q.Ordinal == Measure.Ordinal && q.Field == field && q.Text == cell).SelectMany(q => q.Marks).Order())
            if (marks.Count == 0 || mark.Start >= marks[^1].Start + marks[^1].Length) marks.Add(mark);
        return marks;
    }

    /// <summary>Where the findings of a code are listed: their page, when there is one, else the register.</summary>
    public string FindingHref(Finding finding) => Url.Content(navigation.Has("/findings") ? $"~/findings#{finding.Code}" : $"~/register?finding={finding.Code}");

    public string BodyHref(Body body) => Url.Content(navigation.Has("/bodies") ? $"~/bodies/{body.Code}" : $"~/register?body={body.Code}");

    public string PlaceHref(Place place) => Url.Content(navigation.Has("/places") ? $"~/places/{place.Code}" : $"~/register?place={place.Code}");

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Measure(code) is not { } measure) return NotFound();
        if (measure.Code != code) return LocalRedirectPermanent(Url.Content("~/measures/" + measure.Code));

        (Plan, Measure) = (plan, measure);
        var stop = HttpContext.RequestAborted;
        var all = (await progress.PublicAsync(stop))!;
        var beside = await sides.CurrentAsync(db, all, stop);
        History = MeasureHistory.Of(plan, measure);
        Facts = new(plan, measure, plan.Reported(measure)?.Last is null ? [] : await Published.OfAsync(db, measure.Id, newestOnly: false, stop));
        Events = await Activity.History.OfMeasureAsync(db, plan, measure, actor, stop);
        Proof = await PublicProof.ReadAsync(db, measure.Id, Facts.All, plan.Reported(measure)?.Executed, stop);
        Orders = await OrdersOnMeasure.ReadAsync(db, plan, actor, measure, Today, stop);
        Money = MoneyOnMeasure.Of(beside.MoneyOf(measure), plan, measure, actor);
        Works = WorksOnMeasure.Of(beside.WorksOf(measure), plan, measure, map, actor, Facts.Built, Money.Paid, Proof.Evidence.SelectMany(e => e), Today);
        How = How.Of(all, measure, Facts.All, actor, History.SetBy);
        ByYear = Modules.Progress.ByYear.Of(all, measure);
        return Page();
    }

    private Measure? At(int step)
    {
        var all = Plan.Measures;
        for (var i = 0; i < all.Count; i++)
            if (all[i].Code == Measure.Code) return i + step >= 0 && i + step < all.Count ? all[i + step] : null;
        return null;
    }
}
