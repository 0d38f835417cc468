using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Office;

/// <summary>What somebody is here and how far it reaches. A change holds from their next request on.</summary>
[May(Right.Administer)]
public sealed class RolesModel(Db db, PlanShelf shelf, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? RoleName { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Municipality { get; set; }

    [BindProperty]
    public Guid? Section { get; set; }

    [BindProperty]
    public string? Measure { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public Person Person { get; private set; } = null!;
    public PlanInForce? Plan { get; private set; }
    public IEnumerable<Place> Municipalities => (Plan?.Places ?? []).Where(p => p.Kind == PlaceKind.Municipality);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse((string?)RouteData.Values["id"], out var id) || await db.PersonAsync(id) is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        (Person, Plan) = (person, await shelf.CurrentAsync());
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        Person.Give(new(Fields.Role(RoleName), ReadScope()), From, Until);
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid grant)
    {
        await using var whole = await db.BeginWriteAsync();
        await db.KeepAnAdministratorAsync(Person, grant, clock.Today());
        Person.Take(grant);
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return RedirectToPage();
    }

    private Scope ReadScope()
    {
        if (!string.IsNullOrEmpty(Municipality) && Municipalities.All(m => m.Code != Municipality)) throw PeopleRules.NoSuchScope(nameof(Municipality));
        if (Section is { } section && Plan?.Sections.Any(s => s.Id == section) != true) throw PeopleRules.NoSuchScope(nameof(Section));
        var measure = string.IsNullOrWhiteSpace(Measure) ? null : Plan?.Measure(Measure.Trim())?.Code ?? throw PeopleRules.NoSuchScope(nameof(Measure));
        return new(Fields.Body(Plan, Body, nameof(Body)), string.IsNullOrEmpty(Municipality) ? null : Municipality, Section, measure);
    }
}
