using System.ComponentModel.DataAnnotations;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>One signal of one measure: why it is raised, and «not applicable, because …».</summary>
[May(Right.Accept)]
public sealed class SilencePageModel(Db db, SignalBoard board, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty, MaxLength(Limits.Cell)] public string? Reason { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }

    public Measure Measure { get; private set; } = null!;
    public SignalKind Kind { get; private set; }
    public Signal? Raised { get; private set; }
    public Silence? Held { get; private set; }

    public async Task<IActionResult> OnGetAsync(string measure, string kind, CancellationToken stop) => await LoadAsync(measure, kind, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string measure, string kind, CancellationToken stop)
    {
        if (!await LoadAsync(measure, kind, stop)) return NotFound();
        if (Held is not null) return Back();
        var known = await db.Measures.SingleAsync(m => m.Id == Measure.Id, stop);
        db.Add(Silence.Begin(known, Kind, Reason, Until, actor, clock.Now()));
        await db.SaveChangesAsync(stop);
        return Back();
    }

    public async Task<IActionResult> OnPostHearAsync(string measure, string kind, CancellationToken stop)
    {
        if (!await LoadAsync(measure, kind, stop)) return NotFound();
        if (Held is null) return Back();
        var (known, silence) = (await db.Measures.SingleAsync(m => m.Id == Measure.Id, stop), await db.Set<Silence>().SingleAsync(s => s.Id == Held.Id, stop));
        silence.End(known, clock.Now());
        await db.SaveChangesAsync(stop);
        return Back();
    }

    private async Task<bool> LoadAsync(string code, string kind, CancellationToken stop)
    {
        if (Signal.Parse(kind) is not { } asked || await board.NowAsync(stop) is not { } now || now.Progress.Plan.Measure(code) is not { } measure) return false;
        if (!actor.May(Right.Accept, now.Progress.Plan.Subject(measure))) return false;
        (Measure, Kind) = (measure, asked);
        Raised = now.Of(measure).FirstOrDefault(s => s.Kind == asked);
        (Raised, Held) = now.Silenced.FirstOrDefault(s => s.Signal.Measure.Id == measure.Id && s.Signal.Kind == asked) is { Silence: { } held } both ? (both.Signal, held) : (Raised, null);
        return Raised is not null;
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.Content("~/signals?kind=" + Signal.Code(Kind)));
}
