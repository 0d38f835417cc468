using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>What was written down wrongly about a contract is put right; a change of the contract itself is another thing.</summary>
[May(Right.Record)]
public sealed class ContractCorrectModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    [BindProperty] public ContractForm Form { get; set; } = new();
    [BindProperty] public string? Reason { get; set; }
    public Contract Contract { get; private set; } = null!;
    public IReadOnlyList<WorksObject> Objects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop)) return NotFound();
        Form = ContractForm.Of(Contract);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, stop)) return NotFound();
        return await ChangeAsync(Contract, () => Contract.Correct(Form.Read(Objects), Reason, Today), Address("/contracts/" + id), stop);
    }

    private async Task<bool> LoadAsync(string code, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(code) || !MayRecord || await Db.Contracts.SingleOrDefaultAsync(c => c.Id == id && c.MeasureId == Measure.Id, stop) is not { } found) return false;
        Contract = found;
        Objects = await Db.WorksObjects.AsNoTracking().Where(o => o.MeasureId == Measure.Id).OrderBy(o => o.Ordinal).ToListAsync(stop);
        return true;
    }
}
