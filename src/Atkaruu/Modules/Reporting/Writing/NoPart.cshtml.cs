using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>
/// «We had no part in these», said of many measures at once: only of those the body helps with, and of which nothing has been
/// written. Asked once, with the list; sent in one go or not at all.
/// </summary>
[May(Right.Report)]
public sealed class NoPartModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>What is left ticked: «CA-013/AO-CHON-ALAY».</summary>
    [BindProperty] public List<string> Chosen { get; set; } = [];

    public OwedPeriod Owed { get; private set; } = null!;
    public IReadOnlyList<OwedReturn> Returns { get; private set; } = [];

    /// <summary>A body helps with some three hundred measures at most.</summary>
    public const int Most = 500;

    public static string Name(OwedReturn owed) => owed.Duty.Measure.Code + "/" + owed.Duty.Body.Code;

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken stop)
    {
        if (!await ReadAsync(period, stop)) return NotFound();
        Chosen = [.. Returns.Select(Name)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string period, CancellationToken stop)
    {
        if (!await ReadAsync(period, stop)) return NotFound();
        try
        {
            return LocalRedirect(Url.Content("~" + await db.OnceAsync(Key, actor, clock, () => SendAsync(stop), stop)));
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            await ReadAsync(period, stop); // a colleague has begun one of them this moment
            throw new RuleException(new("work.nopart.rule.meanwhile"));
        }
    }

    private async Task<string> SendAsync(CancellationToken stop)
    {
        var (ticked, now) = (Chosen.ToHashSet(StringComparer.Ordinal), clock.Now());
        var sent = Returns.Where(r => ticked.Contains(Name(r))).Take(Most).ToList();
        if (sent.Count == 0) throw new RuleException(new("work.nopart.rule.none"));
        var begun = await db.Returns.Include(r => r.Values).Where(r => r.PeriodId == Owed.Period.Id && r.State == ReturnState.Draft && r.Part == Part.Contribution && r.Corrects == null).ToListAsync(stop);
        foreach (var (duty, period) in sent.Select(r => (r.Duty, r.Period)))
        {
            var made = begun.Find(r => r.MeasureId == duty.Measure.Id && r.Body == duty.Body.Code);
            if (made is null) db.Add(made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, now));
            made.Write(actor, new() { NoPart = true }, [], now);
            made.Submit(actor, period, [], now);
        }
        return $"/work?sent={now.Ticks}";
    }

    private async Task<bool> ReadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        var work = await MyWork.OfAsync(db, plan, actor, clock.Now(), stop);
        if (work.Periods.FirstOrDefault(p => string.Equals(p.Period.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } owed) return false;
        (Owed, Returns) = (owed, [.. owed.Returns.Where(r => r.Duty.Part == Part.Contribution && (r.State is null || r is { State: ReturnState.Draft, TakenBack: true }))]);
        return true;
    }
}
