using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>One file of payments: what was understood of it before anything counts, and afterwards what became of each row.</summary>
[May(Right.Accept)]
public sealed class ImportModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    /// <summary>So many rows of each sort are shown.</summary>
    public const int Shown = 300;

    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public bool LeaveOut { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public PaymentImport Import { get; private set; } = null!;
    public ImportReading Reading { get; private set; } = null!;

    /// <summary>Rows that have been taken.</summary>
    public IReadOnlySet<int> TakenRows { get; private set; } = new HashSet<int>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    /// <summary>Looked at anew as the only writer: another file may have brought the same payments meanwhile.</summary>
    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken stop) => SaveAsync(id, () =>
    {
        db.AddRange(Import.Take(Reading, LeaveOut, clock.Now()));
        return Task.CompletedTask;
    }, stop);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken stop) => SaveAsync(id, () =>
    {
        Import.Leave();
        return Task.CompletedTask;
    }, stop);

    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken stop) => SaveAsync(id, async () =>
        Import.Undo(await db.Payments.Where(p => p.ImportId == id).ToListAsync(stop), Reason, clock.Today()), stop);

    private async Task<IActionResult> SaveAsync(Guid id, Func<Task> work, CancellationToken stop)
    {
        if (!actor.MayRunMoney()) return NotFound();
        await using var whole = await db.BeginWriteAsync(stop);
        if (!await LoadAsync(id, stop)) return NotFound();
        await db.OnceAsync(Key, actor, clock, async () =>
        {
            await work();
            return id.ToString();
        }, stop);
        await whole.CommitAsync(stop);
        return LocalRedirect(Url.Content("~/money/imports/" + id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (!actor.MayRunMoney() || await shelf.CurrentAsync() is not { } plan || await db.PaymentImports.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } import) return false;
        var own = await db.Payments.AsNoTracking().Where(p => p.ImportId == id).Select(p => p.Row).ToListAsync(stop);
        var already = await db.Payments.AsNoTracking().Where(p => p.Origin == PaymentOrigin.Imported && p.StruckOn == null && p.ImportId != id).ToListAsync(stop);
        (Import, TakenRows) = (import, own.OfType<int>().ToHashSet());
        Reading = ImportCheck.Read(import.Raw, new(plan, import.AsOf, import.Source, already));
        return true;
    }
}
