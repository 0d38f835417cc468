using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>One more contract of a measure.</summary>
[May(Right.Record)]
public sealed class ContractNewModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    [BindProperty] public ContractForm Form { get; set; } = new();
    public IReadOnlyList<WorksObject> Objects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await LoadAsync(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await LoadAsync(code, stop)) return NotFound();
        var words = Form.Read(Objects);
        return await MakeAsync(async () =>
        {
            if (await Db.Contracts.CountAsync(c => c.MeasureId == Measure.Id, stop) >= Contract.MaxPerMeasure) throw WorksRules.TooMany(Contract.MaxPerMeasure);
            return Contract.Sign(Measure.Id, words, Today);
        }, id => Address("/contracts/" + id), stop);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken stop)
    {
        if (!await FindAsync(code) || !MayRecord) return false;
        Objects = [.. (await WorksRecords.ReadAsync(Db, Measure.Id, stop)).Standing];
        return true;
    }
}
