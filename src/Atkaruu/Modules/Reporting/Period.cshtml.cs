using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting;

/// <summary>One period: its days, who may send after the deadline and why, and what a coordinator may do with it.</summary>
[May(Right.Publish, Right.Accept, Right.Read)]
public sealed class PeriodModel(Db db, PlanShelf shelf, Actor actor, PageText text, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public DateOnly? Due { get; set; }
    [BindProperty] public DateOnly? ClosesOn { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public Guid Person { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }

    /// <summary>Which form was sent, so that it is the one that is given back.</summary>
    public string? Sent { get; private set; }

    public PlanInForce Plan { get; private set; } = null!;
    public Period Period { get; private set; } = null!;

    /// <summary>Who may be given more time, and the names in the exceptions that are there.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];
    public bool MayPublish => actor.MayPublish();
    public DateOnly Today { get; } = clock.Today();
    public DateTime Now { get; } = clock.Now();

    public string NameOf(Guid person) => People.FirstOrDefault(p => p.Id == person)?.Name ?? "–";

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken stop)
    {
        if (!await ReadAsync(period, stop)) return NotFound();
        (Due, ClosesOn, Until) = (Later(Period.Due, 10), Later(Period.ClosesOn, 20), Today.AddDays(5));
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync(string period, CancellationToken stop) => DoAsync(period, "open", it =>
    {
        if (Due is not { } due) throw PeriodRules.DueInThePast();
        it.Open(due, ClosesOn is { } closes && closes > due ? closes : due, Reason ?? "", Today);
    }, stop);

    public Task<IActionResult> OnPostCloseAsync(string period, CancellationToken stop) => DoAsync(period, "close", it => it.Close(Reason ?? ""), stop);

    public Task<IActionResult> OnPostUncloseAsync(string period, CancellationToken stop) => DoAsync(period, "unclose", it => it.Unclose(clock.Now()), stop);

    public Task<IActionResult> OnPostExceptAsync(string period, CancellationToken stop) => DoAsync(period, "except", it =>
    {
        if (People.All(p => p.Id != Person)) throw new RuleException(new("period.rule.person"), nameof(Person));
        if (Until is not { } until) throw PeriodRules.ExceptionInThePast();
        it.Except(Person, NameOf(Person), until.EndInBishkek(), Reason ?? "", clock.Now());
    }, stop);

    public Task<IActionResult> OnPostEndExceptionAsync(string period, Guid exception, CancellationToken stop) => DoAsync(period, "end", it =>
        it.EndException(exception, NameOf(it.Exceptions.FirstOrDefault(e => e.Id == exception)?.PersonId ?? default)), stop);

    private async Task<IActionResult> DoAsync(string code, string form, Action<Period> verb, CancellationToken stop)
    {
        if (!MayPublish || !await ReadAsync(code, stop)) return NotFound();
        Sent = form;
        var answer = await db.OnceAsync(Key, actor, clock, async () =>
        {
            verb(await db.Periods.Include(p => p.Exceptions).SingleAsync(p => p.Id == Period.Id, stop));
            return "/periods/" + Period.Code;
        }, stop);
        return LocalRedirect("~" + answer);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        code = code.ToUpperInvariant();
        if (await db.Periods.AsNoTracking().Include(p => p.Exceptions).FirstOrDefaultAsync(p => p.ProgrammeId == plan.Programme.Id && p.Code == code, stop) is not { } period) return false;
        (Plan, Period) = (plan, period);
        if (!MayPublish) return true;
        Guid[] excepted = [.. period.Exceptions.Select(e => e.PersonId)];
        var people = await db.People.AsNoTracking().Include(p => p.Grants)
            .Where(p => excepted.Contains(p.Id) || p.State == PersonState.Active && p.Grants.Any(g => g.Role == Role.Reporter || g.Role == Role.Coordinator)).ToListAsync(stop);
        People = [.. people.OrderBy(p => p.Name, text.Names)];
        return true;
    }

    private DateOnly Later(DateOnly day, int days) => day > Today ? day : Today.AddDays(days);
}
