using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>One contract: as signed, and every change since.</summary>
[May(Right.Record, Right.Read)]
public sealed class ContractPageModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    public Contract Contract { get; private set; } = null!;

    /// <summary>The one object it is about.</summary>
    public WorksObject? Object { get; private set; }

    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? NewEnd { get; set; }
    [BindProperty] public string? NewValue { get; set; }
    [BindProperty] public string? Scope { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public bool MayWrite => MayRecord && !Contract.IsBrokenOff;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken stop) => await LoadAsync(code, id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop) || !MayRecord) return NotFound();
        return await ChangeAsync(Contract, () => Contract.Change(
            DayInput.Parse(On, nameof(On)), DayInput.Parse(NewEnd, nameof(NewEnd)), string.IsNullOrWhiteSpace(NewValue) ? null : NumberInput.Parse(NewValue, 2, nameof(NewValue)), Scope, Reason, Today),
            Address("/contracts/" + id), stop);
    }

    public async Task<IActionResult> OnPostBreakOffAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop) || !MayRecord) return NotFound();
        return await ChangeAsync(Contract, () => Contract.BreakOff(DayInput.Parse(On, nameof(On)), Reason, Today), Address("/contracts/" + id), stop);
    }

    private async Task<bool> LoadAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(code) || await Db.Contracts.SingleOrDefaultAsync(c => c.Id == id && c.MeasureId == Measure.Id, stop) is not { } found) return false;
        Contract = found;
        Object = found.ObjectId is { } about ? await FindObjectAsync(about, stop) : null;
        return true;
    }
}
