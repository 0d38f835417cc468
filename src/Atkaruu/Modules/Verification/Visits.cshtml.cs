using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>What waits for a verifier, what was drawn and waits for somebody, what has been seen.</summary>
[May(Right.Verify, Right.Accept)]
public sealed class VisitsModel(Db db, Actor actor, PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    private const int Shown = 200;

    public PlanInForce Plan { get; private set; } = null!;
    public IReadOnlyList<VisitLine> Mine { get; private set; } = [];
    public IReadOnlyList<VisitLine> Nobodys { get; private set; } = [];
    public IReadOnlyList<VisitLine> Others { get; private set; } = [];
    public IReadOnlyList<VisitLine> Done { get; private set; } = [];
    public IReadOnlyList<Period> Draws { get; private set; } = [];
    public IReadOnlyDictionary<Guid, IReadOnlyList<Person>> Verifiers { get; private set; } = new Dictionary<Guid, IReadOnlyList<Person>>();
    public DateOnly Today { get; } = clock.Today();

    [BindProperty] public Guid? Verifier { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }

    public bool MayAssign(Measure measure) => actor.May(Right.Accept, Plan.Subject(measure));
    public bool MayGo(Measure measure) => actor.May(Right.Verify, Plan.Subject(measure));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    /// <summary>The coordinator gives a visit to somebody, or a verifier takes one that nobody has.</summary>
    public async Task<IActionResult> OnPostGiveAsync(Guid visit, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        var it = await db.Visits.SingleOrDefaultAsync(v => v.Id == visit, stop);
        if (it is null || Plan.Measures.FirstOrDefault(m => m.Id == it.MeasureId) is not { } measure) return NotFound();

        var assigns = MayAssign(measure);
        if (!assigns && !(MayGo(measure) && it.VerifierId is null)) return NotFound();
        var whom = assigns ? Verifier ?? throw VisitRules.Whom() : actor.PersonId;
        if (assigns && Due < Today) throw VisitRules.DueInThePast();
        if (assigns && (await db.VerifiersAsync(Plan, measure, it.PeriodId, text.Names, Today, stop)).All(p => p.Id != whom)) throw VisitRules.Whom();
        it.GiveTo(whom, Due ?? it.Due, await db.AuthorsAsync(it.MeasureId, it.PeriodId, stop));
        await db.SaveChangesAsync(stop);
        return LocalRedirect(Url.Content(assigns ? "~/visits" : "~/visits/" + it.Id));
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        var open = await db.Visits.AsNoTracking().Where(v => v.State == VisitState.Assigned).OrderBy(v => v.Due ?? DateOnly.MaxValue).ThenBy(v => v.Id).Take(5 * Shown).ToListAsync(stop);
        var over = await db.Visits.AsNoTracking().Where(v => v.State == VisitState.Done).OrderByDescending(v => v.DoneAt).Take(Shown).ToListAsync(stop);
        var lines = await db.LinesAsync(plan, actor, [.. open, .. over], stop);

        Mine = [.. lines.Where(l => l.Visit.State == VisitState.Assigned && l.Visit.VerifierId == actor.PersonId).Take(Shown)];
        Nobodys = [.. lines.Where(l => l.Visit is { State: VisitState.Assigned, VerifierId: null }).Take(Shown)];
        Others = [.. lines.Where(l => l.Visit is { State: VisitState.Assigned, VerifierId: { } who } && who != actor.PersonId && MayAssign(l.Measure)).Take(Shown)];
        Done = [.. lines.Where(l => l.Visit.State == VisitState.Done)];
        Draws = await db.Periods.AsNoTracking().Where(p => p.DrawSeed != null).OrderByDescending(p => p.To).Take(12).ToListAsync(stop);

        var given = Nobodys.Where(l => MayAssign(l.Measure)).Take(50).ToList();
        var verifiers = await db.VerifiersAsync(plan, [.. given.Select(l => (l.Measure, l.Visit.PeriodId))], text.Names, Today, stop);
        Verifiers = given.ToDictionary(l => l.Visit.Id, l => verifiers[(l.Measure.Id, l.Visit.PeriodId)]);
        return true;
    }
}
