using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>Gives an order: one tap from any line, which has already said about what and to whom.</summary>
[May(Right.Order)]
public sealed class NewModel(Db db, Actor actor, PlanShelf shelf, QuietDays quiet, PageText text, TimeProvider clock) : PageModel
{
    private const int UsualDays = 14;

    [BindProperty(SupportsGet = true)] public string? Measure { get; set; }
    [BindProperty(SupportsGet = true)] public string? Body { get; set; }
    [BindProperty(SupportsGet = true)] public string? Text { get; set; }
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    public PlanInForce Plan { get; private set; } = null!;

    /// <summary>Null for an order about none.</summary>
    public Measure? About { get; private set; }

    /// <summary>Bodies with a part in the measure, the lead first; then all others. A group is told as each of its members.</summary>
    public IReadOnlyList<Body> Taking { get; private set; } = [];
    public IReadOnlyList<Body> Others { get; private set; } = [];

    /// <summary>Measures that one may give orders about.</summary>
    public IEnumerable<Measure> Measures => Plan.Measures.Where(m => m.State != MeasureState.StruckOut && actor.MayOrder(Plan, m));
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadAsync()) return NotFound();
        Body = Body is not null && Plan.Body(Body) is { } known ? known.Code : About is null ? null : Plan.Lead(About)?.Code;
        Due = quiet.OrNextWorking(Today.AddDays(UsualDays));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync()) return NotFound();
        if (!actor.MayOrder(Plan, About)) throw OrderRules.NoMeasure();
        if (Plan.Body(Body ?? "") is not { } body) throw OrderRules.Whom();

        await using var whole = await db.BeginWriteAsync(stop); // numbers are given one after another
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            List<Order> given = [];
            foreach (var code in body.IsGroup ? body.Members : [body.Code])
            {
                given.Add(Order.Give(actor, await db.NextOrderNumberAsync(Today.Year, stop), About?.Id, code, Text, Due, Today));
                db.Add(given[^1]);
            }
            return given.Count == 1 ? "/orders/" + given[0].Id.ToString("D") : "/orders?of=all";
        }, stop);
        await whole.CommitAsync(stop);
        return LocalRedirect(Url.Content("~" + answer));
    }

    private async Task<bool> LoadAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        if (!string.IsNullOrEmpty(Measure))
        {
            if (plan.Measure(Measure) is not { } measure || !actor.MayOrder(plan, measure)) return false;
            About = measure;
        }
        Taking = About is null ? [] : [.. About.Bodies.OrderBy(p => p.Role).SelectMany(p => (plan.Body(p.Body)?.Members ?? []).Prepend(p.Body)).Distinct().Select(plan.Body).OfType<Body>()];
        Others = [.. plan.Bodies.Where(b => !Taking.Contains(b)).OrderBy(b => b.ShortName.In(text.Language), text.Names)];
        return true;
    }
}
