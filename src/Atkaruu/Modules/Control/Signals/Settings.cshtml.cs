using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>From where on something is a signal. All who read may see it; who opens and closes periods may change it.</summary>
[MayEverywhere(Right.Read)]
public sealed class SettingsModel(Db db, PlanShelf shelf, Actor actor) : PageModel
{
    [BindProperty] public Dictionary<SignalKind, int?> Values { get; set; } = [];
    [BindProperty] public int Version { get; set; }

    public bool MayChange => actor.May(Right.Publish, Subjects.Everything);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return NotFound();
        var thresholds = await db.Set<Thresholds>().AsNoTracking().FirstOrDefaultAsync(t => t.ProgrammeId == plan.Programme.Id, stop) ?? Thresholds.Begin(plan.Programme.Id);
        Values = Thresholds.Known.Keys.ToDictionary(kind => kind, kind => (int?)thresholds.Of(kind));
        Version = thresholds.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MayChange || await shelf.CurrentAsync() is not { } plan) return NotFound();
        var thresholds = await db.Set<Thresholds>().FirstOrDefaultAsync(t => t.ProgrammeId == plan.Programme.Id, stop);
        if (thresholds is null) db.Add(thresholds = Thresholds.Begin(plan.Programme.Id));
        else if (thresholds.Version != Version) throw new RuleException(new("control.rule.changed-meanwhile"));
        foreach (var kind in Thresholds.Known.Keys)
            thresholds.Set(kind, Values.GetValueOrDefault(kind) ?? throw new RuleException(new("signal.rule.threshold", Thresholds.Known[kind].Least, Thresholds.Known[kind].Most), $"Values[{kind}]"));
        await db.SaveChangesAsync(stop);
        return LocalRedirect(Url.Content("~/signals"));
    }
}
