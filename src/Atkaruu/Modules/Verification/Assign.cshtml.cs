using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Verification;

/// <summary>The coordinator sends somebody to look at what was reported.</summary>
[May(Right.Accept)]
public sealed class AssignModel(Db db, Actor actor, PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Measure { get; set; }
    [BindProperty(SupportsGet = true)] public string? Period { get; set; }
    [BindProperty] public Guid? Return { get; set; }
    [BindProperty] public Guid? Verifier { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public string? Back { get; set; }

    public Measure About { get; private set; } = null!;
    public VisitList Visits { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await LoadAsync(stop) is not { } period) return NotFound();
        if (Return is { } made && !await db.Returns.AnyAsync(r => r.Id == made && r.MeasureId == About.Id && r.PeriodId == period.Id, stop)) return NotFound();
        if (Verifier is not { } whom || Visits.Assign!.Verifiers.All(p => p.Id != whom)) throw VisitRules.Whom();
        if (Due < clock.Today()) throw VisitRules.DueInThePast();

        await db.OnceAsync(Key, actor, clock, () =>
        {
            var visit = Visit.Assign(About.Id, period.Id, Return, VisitOrigin.Assigned, whom, Due);
            db.Add(visit);
            return Task.FromResult(visit.Id.ToString());
        }, stop);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : Url.Content("~/visits"));
    }

    private async Task<Period?> LoadAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Measure(Measure ?? "") is not { } measure || !actor.May(Right.Accept, plan.Subject(measure))) return null;
        if (await db.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == Period, stop) is not { } period) return null;
        (About, Visits) = (measure, await db.VisitsOfAsync(plan, actor, measure, period, Return, text.Names, clock, stop));
        return period;
    }
}
