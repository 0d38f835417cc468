using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Bodies;

/// <summary>All responsible bodies: who they are and how much of the plan is theirs.</summary>
[OpenToAll]
public sealed class BodiesModel(PlanShelf shelf, PageText text) : PageModel
{
    /// <summary>A kind of body to narrow the list to; unknown kinds are no choice.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public PlanInForce? Plan { get; private set; }

    /// <summary>The bodies to show, by name.</summary>
    public IReadOnlyList<BodyDuties> Bodies { get; private set; } = [];

    public BodyKind? Chosen { get; private set; }

    /// <summary>How many bodies there are of each kind.</summary>
    public IReadOnlyDictionary<BodyKind, int> Kinds { get; private set; } = new Dictionary<BodyKind, int>();

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan) return;

        Plan = plan;
        Kinds = plan.Bodies.CountBy(body => body.Kind).ToDictionary();
        Chosen = Kinds.Keys.Select(kind => (BodyKind?)kind).FirstOrDefault(kind => string.Equals(kind.ToString(), Kind, StringComparison.OrdinalIgnoreCase));
        Bodies = [.. plan.Bodies.Where(body => Chosen is null || body.Kind == Chosen).OrderBy(body => body.Name.In(text.Language), text.Names).Select(body => new BodyDuties(plan, body))];
    }
}
