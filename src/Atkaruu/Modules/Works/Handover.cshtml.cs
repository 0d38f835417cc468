using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;

namespace Atkaruu.Modules.Works;

/// <summary>The commissioning act of an object, its warranty and owner, and the two looks at it afterwards.</summary>
[May(Right.Record)]
public sealed class HandoverModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    public WorksObject Object { get; private set; } = null!;
    public IReadOnlyList<CheckDue> Checks => Object.Commissioned is { } day ? CheckDue.Of(day, Plan.Season, Object.Checks) : [];

    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? Act { get; set; }
    [BindProperty] public string? WarrantyUntil { get; set; }
    [BindProperty] public string? Owner { get; set; }
    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? DoneOn { get; set; }
    [BindProperty] public string? Ok { get; set; }
    [BindProperty] public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop)) return NotFound();
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop)) return NotFound();
        return await ChangeAsync(Object, () => Object.Commission(new(DayInput.Parse(On, nameof(On)), Act, DayInput.Parse(WarrantyUntil, nameof(WarrantyUntil)), Owner, Reason), Today),
            Address("/objects/" + id), stop);
    }

    public async Task<IActionResult> OnPostCheckAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop) || !Enum.TryParse<CheckKind>(Kind, out var kind) || !Enum.IsDefined(kind)) return NotFound();
        Show();
        return await ChangeAsync(Object, () => Object.Check(kind, DayInput.Parse(DoneOn, nameof(DoneOn)), Ok switch { "yes" => true, "no" => false, _ => null }, Words, Today),
            Address("/objects/" + id), stop);
    }

    private void Show() => (On, Act, WarrantyUntil, Owner) = (DayInput.Write(Object.Commissioned), Object.Act, DayInput.Write(Object.WarrantyUntil), Object.Owner);

    private async Task<bool> LoadAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(code) || !MayRecord || await FindObjectAsync(id, stop) is not { } found) return false;
        Object = found;
        return true;
    }
}
