using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Office;

/// <summary>Everybody who works with the plan, found by name, role, body and state.</summary>
[May(Right.Administer)]
public sealed class PeopleModel(Db db, PlanShelf shelf, PageText text) : PageModel
{
    /// <summary>More than a district has; a search finds the rest.</summary>
    public const int Most = 1000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? RoleName { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateName { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public string? Body { get; set; }

    public PlanInForce? Plan { get; private set; }
    public IReadOnlyList<Person> All { get; private set; } = [];

    /// <summary>Those asked for, by name.</summary>
    public IReadOnlyList<Person> Found { get; private set; } = [];

    /// <summary>When each was last seen here.</summary>
    public IReadOnlyDictionary<Guid, DateTime> Seen { get; private set; } = new Dictionary<Guid, DateTime>();

    public Role? Role => Enum.TryParse<Role>(RoleName, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null;
    public PersonState? State => Enum.TryParse<PersonState>(StateName, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public async Task OnGetAsync()
    {
        Plan = await shelf.CurrentAsync();
        All = await db.People.AsNoTracking().Include(p => p.Grants).OrderBy(p => p.Login).Take(Most).ToListAsync();
        Seen = await db.Sessions.GroupBy(s => s.PersonId).Select(g => new { g.Key, Last = g.Max(s => s.SeenAt) }).ToDictionaryAsync(s => s.Key, s => s.Last);
        var words = Folding.Fold(Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Found = [.. All.Where(p => Role is not { } role || p.Grants.Any(g => g.Role == role)).Where(p => State is not { } state || p.State == state)
            .Where(p => string.IsNullOrEmpty(Body) || p.Body == Body)
            .Where(p => words.All(word => Folding.Fold($"{p.Name} {p.Login} {p.Post} {p.Email}").Contains(word, StringComparison.Ordinal)))
            .OrderBy(p => p.Name, text.Names)];
    }

    /// <summary>This list with one thing chosen otherwise.</summary>
    public string With(string? role = null, string? state = null, bool all = false)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in new[] { ("q", Query), ("body", Body), ("role", all ? null : role ?? RoleName), ("state", all ? null : state ?? StateName) })
            if (!string.IsNullOrEmpty(value)) query = query.Add(name, value);
        return Request.PathBase + "/people" + query;
    }
}
