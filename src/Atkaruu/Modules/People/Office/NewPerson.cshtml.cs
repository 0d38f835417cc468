using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Office;

/// <summary>Invites somebody: who they are, where they work, what they are here. The answer is a link to give them.</summary>
[May(Right.Administer)]
public sealed class NewPersonModel(Db db, Actor actor, PlanShelf shelf, Steps steps, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>One role to begin with; a reporter's reaches their own body.</summary>
    [BindProperty]
    public string? RoleName { get; set; }

    public PlanInForce? Plan { get; private set; }

    public async Task OnGetAsync() => Plan = await shelf.CurrentAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Plan = await shelf.CurrentAsync();
        var body = Fields.Body(Plan, Body, nameof(Body));
        IEnumerable<Grant> grants = string.IsNullOrEmpty(RoleName) ? [] : [new(Fields.Role(RoleName), new(Body: Fields.Role(RoleName) == Role.Reporter ? body ?? throw PeopleRules.ReporterNeedsBody() : null))];
        var person = Person.Invite(Login ?? "", Name ?? "", body, grants);
        person.Describe(person.Name, Post, body, Email, Phone, Language ?? "ky");
        var (_, token) = await db.InviteAsync(person, clock.Now(), HttpContext.RequestAborted);
        return Redirect(LinkModel.Address(Request, steps, actor, person.Id, token));
    }
}

/// <summary>Fields that name something of the plan, read with a clear refusal.</summary>
internal static class Fields
{
    public static string? Body(PlanInForce? plan, string? code, string field) =>
        string.IsNullOrWhiteSpace(code) ? null : plan?.Body(code) is { IsGroup: false } body ? body.Code : throw PeopleRules.NoSuchScope(field);

    public static Role Role(string? name) => Enum.TryParse<Role>(name, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : throw PeopleRules.NoRole();
}
