using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>Bodies × measures of a period: what has come, what waits for whom.</summary>
[May(Right.Accept, Right.Read)]
public sealed class MatrixModel(Db db, KeptReadings kept, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    private const int MostPeriods = 8;

    /// <summary>A facet of <see cref="Matrix.Facets"/>.</summary>
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }

    /// <summary>More than one: a compact view of so many periods side by side.</summary>
    [BindProperty(SupportsGet = true)] public int Periods { get; set; } = 1;

    /// <summary>The moment of the decision that may be undone.</summary>
    [BindProperty(SupportsGet = true)] public long? Undo { get; set; }

    /// <summary>How many bodies have just been reminded, and how many returns wait again.</summary>
    [BindProperty(SupportsGet = true)] public int? Asked { get; set; }
    [BindProperty(SupportsGet = true)] public int? Undone { get; set; }

    public PlanInForce Plan { get; private set; } = null!;
    public Matrix? Matrix { get; private set; }

    /// <summary>Oldest first; only this one in the usual view.</summary>
    public IReadOnlyList<Matrix> Side { get; private set; } = [];
    public IReadOnlyList<Period> All { get; private set; } = [];
    public Undoable? CanUndo { get; private set; }
    public bool MayAccept => actor.Has(Right.Accept);
    public bool MayPublish => actor.Has(Right.Publish);
    public bool MayEnter => actor.Has(Right.EnterFor);
    public DateTime Now { get; } = clock.Now();
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken stop)
    {
        if (Only is not null && !Matrix.Facets.Contains(Only)) return NotFound();
        if (!await ReadAsync(period, Math.Clamp(Periods, 1, MostPeriods), stop)) return NotFound();
        if (Undo is { } at && Matrix is not null) CanUndo = await Undoable.FindAsync(db, actor, at, stop);
        return Page();
    }

    /// <summary>«Эске салуу»: one body, or all that have something to send.</summary>
    public async Task<IActionResult> OnPostRemindAsync(string period, string? body, CancellationToken stop)
    {
        if (!MayAccept || !await ReadAsync(period, 1, stop) || Matrix is null) return NotFound();
        var waiting = Matrix.Rows.Where(r => (body is null || r.Body.Code == body) && r.Cells.Any(Awaited)).Select(r => r.Body.Code).ToList();
        if (waiting.Count == 0 && body is not null && Matrix.Rows.All(r => r.Body.Code != body)) return NotFound();
        var told = await Reminders.AskAsync(db, Plan, Matrix.Period, waiting, clock, stop);
        return LocalRedirect($"~/matrix/{Matrix.Period.Code}?asked={told}");
    }

    /// <summary>What was accepted in one go waits again.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string? period, long at, CancellationToken stop)
    {
        if (!MayAccept) return NotFound();
        var undone = await Undoable.ReopenAsync(db, actor, at, stop);
        return LocalRedirect($"~/matrix/{period?.ToUpperInvariant()}?undone={undone}");
    }

    /// <summary>Within the scope of who looks, as a coordinator: a square whose body may be reminded.</summary>
    public bool Awaited(MatrixCell cell) => cell.IsAwaited && Reach.Covers(cell.Duty.Measure, cell.Duty.Body.Code);

    private Reach Reach => field ??= new(actor, Plan, Right.Accept);

    private async Task<bool> ReadAsync(string? code, int count, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        All = await kept.PeriodsAsync(db, plan, stop);
        var chosen = code is null ? Current() : All.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase));
        if (chosen is null) return code is null;

        var side = All.Where(p => p.Span.Kind == chosen.Span.Kind && p.To <= chosen.To).Take(count).Reverse().ToList();
        Side = await Matrix.ReadAsync(db, plan, side, actor, clock, stop, kept);
        Matrix = Side[^1];
        return true;
    }

    /// <summary>The one that takes returns now; else the last that was over; else the first to come.</summary>
    private Period? Current() => All.FirstOrDefault(p => p.TakesReturns) ?? All.FirstOrDefault(p => p.State != PeriodState.Planned) ?? (All.Count > 0 ? All[^1] : null);
}
