using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Office;

/// <summary>Somebody leaves, or is away: their work goes to somebody else, for good in one step, or from a day to a day.</summary>
[May(Right.Administer)]
public sealed class HandoverModel(Db db, Actor actor, IEnumerable<IHandover> work, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>Whether the one who hands over is suspended in the same step.</summary>
    [BindProperty]
    public bool Leaves { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<(Guid Id, string Name)> Others { get; private set; } = [];

    /// <summary>What would go, kind by kind.</summary>
    public IReadOnlyList<(string Words, int Count)> Open { get; private set; } = [];
    public IReadOnlyList<(Delegation Delegation, string Name)> StandIns { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse((string?)RouteData.Values["id"], out var id) || await db.PersonAsync(id) is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        var today = clock.Today();
        Person = person;
        Others = [.. (await db.People.Where(p => p.State == PersonState.Active && p.Id != id).OrderBy(p => p.Name).Take(PeopleModel.Most).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => (p.Id, p.Name))];
        StandIns = [.. (await db.Delegations.Where(d => d.FromId == id && d.EndedAt == null && d.Until >= today).Join(db.People, d => d.ToId, p => p.Id, (d, p) => new { d, p.Name }).ToListAsync()).Select(d => (d.d, d.Name))];
        List<(string, int)> open = [("people.handover.roles", person.Grants.Count)];
        foreach (var kind in work) open.Add((kind.Words, await kind.CountAsync(db, id, HttpContext.RequestAborted)));
        Open = open;
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var whole = await db.BeginWriteAsync();
        var other = await OtherAsync();
        var moved = new Dictionary<string, int> { ["people.handover.roles"] = Person.Grants.Count };
        foreach (var kind in work) moved[kind.Words] = await kind.MoveAsync(db, Person, other, HttpContext.RequestAborted);
        Person.HandRolesTo(other);
        Person.HandedOverTo(other, moved);
        if (Leaves) await db.SuspendAsync(Person, actor, clock.Now(), clock.Today());
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return Redirect($"{Request.PathBase}/people/{other.Id}");
    }

    public async Task<IActionResult> OnPostStandInAsync()
    {
        if (From is null || Until is null) throw new RuleException(new("people.rule.days"), From is null ? "From" : "Until");
        db.Add(Person.StandIn(await OtherAsync(), From.Value, Until.Value, clock.Today()));
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndStandInAsync(Guid delegation)
    {
        if (StandIns.FirstOrDefault(s => s.Delegation.Id == delegation).Delegation is { } ended) Person.EndStandIn(ended, clock.Now());
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    private async Task<Person> OtherAsync() =>
        To is { } to && to != Person.Id && await db.PersonAsync(to) is { State: PersonState.Active } other ? other : throw PeopleRules.NotToThem();
}
