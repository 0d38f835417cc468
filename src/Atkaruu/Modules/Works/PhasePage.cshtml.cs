using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;

namespace Atkaruu.Modules.Works;

/// <summary>What is known of one phase of an object: its days, the document that closes it, what stops it.</summary>
[May(Right.Record)]
public sealed class PhasePageModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    public WorksObject Object { get; private set; } = null!;
    public PhaseDates Row { get; private set; } = null!;

    [BindProperty] public PhaseForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, Guid id, string phase, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, phase, stop)) return NotFound();
        Form = PhaseForm.Of(Row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id, string phase, CancellationToken stop)
    {
        if (!await LoadAsync(code, id, phase, stop)) return NotFound();
        if (Row.Phase == WorksPhase.Commissioning) (Form.Confirmed, Form.Document) = (DayInput.Write(Row.Confirmed), Row.Document); // the act says that, on its own page
        return await ChangeAsync(Object, () => Object.Write(Row.Phase, Form.Read(), Today), Address("/objects/" + id), stop);
    }

    private async Task<bool> LoadAsync(string code, Guid id, string phase, CancellationToken stop)
    {
        if (!await FindAsync(code) || !MayRecord || await FindObjectAsync(id, stop) is not { } found) return false;
        if (found.Phases.FirstOrDefault(row => row.Phase.ToString().Equals(phase, StringComparison.OrdinalIgnoreCase)) is not { } row) return false;
        (Object, Row) = (found, row);
        return true;
    }
}
