using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>One visit: what was reported, and what the verifier saw.</summary>
[May(Right.Verify, Right.Accept)]
[TakesFiles]
public sealed class VisitModel(Db db, Actor actor, PlanShelf shelf, EvidenceIntake intake, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public Visit Visit { get; private set; } = null!;
    public VisitLine Line { get; private set; } = null!;
    public Period Period { get; private set; } = null!;

    /// <summary>What was reported; null where nothing was.</summary>
    public Return? Return { get; private set; }
    public IReadOnlyList<EvidenceItem> Reported { get; private set; } = [];
    public IReadOnlyList<EvidenceItem> Seen { get; private set; } = [];

    [BindProperty] public Verdict? Verdict { get; set; }
    [BindProperty] public int? Share { get; set; }
    [BindProperty] public string? Note { get; set; }
    [BindProperty] public SourceKind? Source { get; set; }
    [BindProperty] public DateOnly? VisitedOn { get; set; } = clock.Today();
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public ShotFields Shots { get; set; } = new();

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The one it was given to, or any verifier while nobody has it; never one who reported.</summary>
    public bool MaySay { get; private set; }
    public bool MayAssign => actor.May(Right.Accept, Plan.Subject(Line.Measure));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !actor.May(Right.Verify, Plan.Subject(Line.Measure))) return NotFound();
        var authors = await db.AuthorsAsync(Visit.MeasureId, Visit.PeriodId, stop);
        if (MaySay && !Shots.IsEmpty) await TakeAsync(stop);

        await db.OnceAsync(Key, actor, clock, async () =>
        {
            Visit.Say(actor, Source ?? throw VisitRules.WhoAreYou(), Verdict ?? throw VisitRules.NoVerdict(), Share, Note, VisitedOn ?? throw VisitRules.When(), authors, clock.Now());
            if (Period.State == PeriodState.Published)
            {
                Visit.Publish();
                await db.PublishEvidenceAsync([Visit.Id], clock.Now(), stop);
            }
            return Visit.Id.ToString();
        }, stop);
        return LocalRedirect(Url.Content("~/visits/" + id));
    }

    /// <summary>Only keeps the photographs: on a weak line one at a time, before the verdict.</summary>
    public async Task<IActionResult> OnPostPhotosAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !actor.May(Right.Verify, Plan.Subject(Line.Measure))) return NotFound();
        if (!MaySay) throw Visit.State == VisitState.Assigned ? VisitRules.SomebodyElses() : VisitRules.Over();
        await TakeAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayAssign) return NotFound();
        Visit.Cancel(Reason);
        await db.SaveChangesAsync(stop);
        return LocalRedirect(Url.Content("~/visits/" + id));
    }

    private async Task TakeAsync(CancellationToken stop)
    {
        var owner = new EvidenceOwner(Visit.Id, Visit.MeasureId, Visit.PeriodId, null, Source is { } source && Visit.Sources.Contains(source) ? source : SourceKind.Inspector);
        try
        {
            await Shots.TakeAsync(intake, owner, ending => db.SaveChangesAsync(ending), clock, stop);
        }
        finally
        {
            Seen = await db.EvidenceOfAsync(Visit.Id, stop);
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || await db.Visits.SingleOrDefaultAsync(v => v.Id == id, stop) is not { } visit) return false;
        var period = await db.Periods.AsNoTracking().SingleAsync(p => p.Id == visit.PeriodId, stop);
        if ((await db.LinesAsync(plan, actor, [visit], stop, period)) is not [var line]) return false;
        (Plan, Visit, Line, Period) = (plan, visit, line, period);
        Return = visit.ReturnId is { } made ? await db.Returns.AsNoTracking().Include(r => r.Values).SingleOrDefaultAsync(r => r.Id == made, stop) : await db.ToLookAtAsync(visit.MeasureId, visit.PeriodId, stop);
        Reported = Return is null ? [] : await db.EvidenceOfAsync(Return.Id, stop);
        Seen = await db.EvidenceOfAsync(visit.Id, stop);
        MaySay = visit.State == VisitState.Assigned && (visit.VerifierId ?? actor.PersonId) == actor.PersonId && actor.May(Right.Verify, plan.Subject(line.Measure))
            && !(await db.AuthorsAsync(visit.MeasureId, visit.PeriodId, stop)).Contains(actor.PersonId);
        return true;
    }
}
