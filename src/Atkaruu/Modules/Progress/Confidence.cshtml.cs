using System.ComponentModel.DataAnnotations;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Progress;

/// <summary>The coordinator says how sure the end of a measure is, and why; what was said before stays.</summary>
[May(Right.Accept)]
public sealed class ConfidenceModel(Db db, ProgressShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    private const int ShownBefore = 50;

    public Measure Measure { get; private set; } = null!;
    public MeasureProgress Progress { get; private set; } = null!;
    public IReadOnlyList<Assessment> Said { get; private set; } = [];

    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public Confidence? Level { get; set; }
    [BindProperty, MaxLength(Limits.Cell)] public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await ReadAsync(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await ReadAsync(code, stop)) return NotFound();
        if (!ModelState.IsValid) throw new RuleException(new("confidence.rule.too-long"), "Words");
        if (Level is not { } level || !Enum.IsDefined(level)) throw new RuleException(new("confidence.rule.level"), "Level");
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            var measure = await db.Measures.SingleAsync(m => m.Id == Measure.Id, stop);
            db.Add(Assessment.Say(measure, actor, level, Words, clock.Now()));
            return "/measures/" + Measure.Code;
        }, stop);
        return LocalRedirect("~" + answer);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync(stop) is not { } all || all.Plan.Measure(code) is not { } measure || !actor.May(Right.Accept, all.Plan.Subject(measure))) return false;
        (Measure, Progress) = (measure, all.Of(measure));
        Said = await db.Set<Assessment>().AsNoTracking().Where(a => a.MeasureId == measure.Id).OrderByDescending(a => a.At).Take(ShownBefore).ToListAsync(stop);
        return true;
    }
}
