using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;

namespace Atkaruu.Modules.Works;

/// <summary>One object: its phases, where it stands, what came after commissioning.</summary>
[May(Right.Record, Right.Read)]
public sealed class ObjectPageModel(Db db, Actor actor, PlanShelf shelf, DistrictMap map, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    public WorksObject Object { get; private set; } = null!;
    public IReadOnlyList<CheckDue> Checks => Object.Commissioned is { } day ? CheckDue.Of(day, Plan.Season, Object.Checks) : [];

    [BindProperty] public ObjectForm Form { get; set; } = new();
    [BindProperty] public string? Reason { get; set; }

    public bool MayWrite => MayRecord && !Object.IsStruckOut;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop)) return NotFound();
        Form = ObjectForm.Of(Object);
        return Page();
    }

    public async Task<IActionResult> OnPostDescribeAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop) || !MayRecord) return NotFound();
        return await ChangeAsync(Object, () => Object.Describe(Form.Read(Plan, SiteBox.Around(map.Bounds))), Address("/objects/" + id), stop);
    }

    public async Task<IActionResult> OnPostStrikeAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop) || !MayRecord) return NotFound();
        Form = ObjectForm.Of(Object);
        return await ChangeAsync(Object, () => Object.StrikeOut(Reason), Address("/objects/" + id), stop);
    }

    private async Task<bool> LoadAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(code) || await FindObjectAsync(id, stop) is not { } found) return false;
        Object = found;
        return true;
    }
}
