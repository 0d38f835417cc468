using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>Asks once, with the list, before many returns are accepted unread: only those without a warning, and none of one's own.</summary>
[May(Right.Accept)]
public sealed class MatrixAcceptModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>What is left ticked.</summary>
    [BindProperty] public List<Guid> Chosen { get; set; } = [];

    /// <summary>Ticks of when the list was shown: what was sent again since has not been seen.</summary>
    [BindProperty] public long Shown { get; set; }

    public Period Period { get; private set; } = null!;
    public IReadOnlyList<MatrixCell> Cells { get; private set; } = [];

    /// <summary>Waiting too, but with a warning: they are read one by one.</summary>
    public int Warned { get; private set; }

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken stop)
    {
        Shown = clock.Now().Ticks;
        if (!await ReadAsync(period, stop)) return NotFound();
        Chosen = [.. Cells.Select(c => c.Return!.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string period, CancellationToken stop)
    {
        if (!await ReadAsync(period, stop)) return NotFound();
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            var ids = Cells.Where(c => Chosen.Contains(c.Return!.Id) && c.Return.SubmittedAt?.Ticks <= Shown).Select(c => c.Return!.Id).ToList();
            if (ids.Count == 0) throw new RuleException(new("return.rule.nothing-chosen"));
            var now = clock.Now();
            foreach (var made in await db.Returns.Where(r => ids.Contains(r.Id)).ToListAsync(stop)) made.Accept(actor, now, Period.State == PeriodState.Published);
            if (Period.State == PeriodState.Published) await db.PublishEvidenceAsync(ids, now, stop);
            return $"/matrix/{Period.Code}?undo={now.Ticks}";
        }, stop);
        return LocalRedirect("~" + answer);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        code = code.ToUpperInvariant();
        if (await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == code, stop) is not { } period) return false;
        var matrix = (await Matrix.ReadAsync(db, plan, [period], actor, clock, stop))[0];
        (Period, Cells, Warned) = (period, [.. matrix.Cells.Where(c => c.IsPlain)], matrix.Cells.Count(c => c.IsMine && c.Warned));
        return true;
    }
}
