using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>Who may see and write down the works of a measure.</summary>
public static class WorksAccess
{
    /// <summary>The coordinator, and the body that leads the measure.</summary>
    public static bool MayRecord(this Actor actor, PlanInForce plan, Measure measure) => actor.May(Right.Record, plan.Subject(measure, plan.Lead(measure)?.Code ?? ""));

    public static bool MaySeeWorks(this Actor actor, PlanInForce plan, Measure measure) =>
        measure.Kind == MeasureKind.Works && (actor.May(Right.Read, plan.Subject(measure)) || actor.MayRecord(plan, measure));
}

/// <summary>What the pages about the works of one measure have in common: the measure, and whether this person writes.</summary>
public abstract class WorksPage(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The version of the thing that the form showed.</summary>
    [BindProperty] public int Version { get; set; }

    public PlanInForce Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public bool MayRecord { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    protected Db Db => db;

    /// <summary>False where there is nothing for this person.</summary>
    protected async Task<bool> FindAsync(string code)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Measure(code) is not { } measure || !actor.MaySeeWorks(plan, measure)) return false;
        (Plan, Measure, MayRecord) = (plan, measure, actor.MayRecord(plan, measure));
        return true;
    }

    protected Task<WorksObject?> FindObjectAsync(Guid id, CancellationToken stop) =>
        db.WorksObjects.SingleOrDefaultAsync(o => o.Id == id && o.MeasureId == Measure.Id, stop);

    /// <summary>Does it once, unless somebody has changed the thing since the form was shown; then to the page that shows it.</summary>
    protected async Task<IActionResult> ChangeAsync(Entity thing, Action change, string to, CancellationToken stop)
    {
        await db.OnceAsync(Key, actor, clock, () =>
        {
            if (thing.Version != Version) throw WorksRules.Changed();
            change();
            return Task.FromResult(to);
        }, stop);
        return LocalRedirect(Url.Content(to));
    }

    /// <summary>Makes something new once, as the only writer, so that its place in the order is its own.</summary>
    protected async Task<IActionResult> MakeAsync(Func<Task<Entity>> make, Func<Guid, string> to, CancellationToken stop)
    {
        await using var whole = await db.BeginWriteAsync(stop);
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            var made = await make();
            db.Add(made);
            return to(made.Id);
        }, stop);
        await whole.CommitAsync(stop);
        return LocalRedirect(Url.Content(answer));
    }

    protected string Address(string rest = "") => $"~/works/{Measure.Code}{rest}";
}
