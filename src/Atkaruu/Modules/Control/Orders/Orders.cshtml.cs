using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Orders;

/// <summary>Orders: those that wait for the reader, and all that the reader may see; what is late stands first.</summary>
[May(Right.Order, Right.Report, Right.Read)]
public sealed class OrdersModel(Db db, KeptReadings kept, Actor actor, PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    public const string ToDo = "todo", ToConfirm = "confirm", All = "all";

    /// <summary>Whose: to do, to confirm, or all; the first that has something in it when it is not said.</summary>
    [BindProperty(SupportsGet = true)] public string? Of { get; set; }
    [BindProperty(SupportsGet = true)] public string? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? Body { get; set; }

    public PlanInForce Plan { get; private set; } = null!;
    public OrderPolicy Policy { get; private set; } = OrderPolicy.Usual;
    public IReadOnlyList<OrderLine> MineToDo { get; private set; } = [];
    public IReadOnlyList<OrderLine> MineToConfirm { get; private set; } = [];
    public IReadOnlyList<OrderLine> Everything { get; private set; } = [];

    /// <summary>What is shown: of the chosen tab, as narrowed.</summary>
    public IReadOnlyList<OrderLine> Shown { get; private set; } = [];
    public IReadOnlyList<(string State, int Count)> States { get; private set; } = [];
    public IReadOnlyList<(string Code, Words Name, int Count)> Bodies { get; private set; } = [];
    public bool MayGive => actor.Has(Right.Order);
    public bool MayDo => actor.Has(Right.Report);
    public int Open => Everything.Count(line => line.Order.IsOpen);
    public int Overdue => Everything.Count(line => line.IsOverdue);
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return NotFound();
        (Plan, Policy) = (plan, await OrderPolicy.ReadAsync(db, stop));
        Everything = await OrderReading.AllAsync(kept, db, plan, actor, Today, stop);
        var mine = Everything.Where(line => line.IsMoveOf(actor, plan)).ToLookup(line => line.Order.Move.Side);
        (MineToDo, MineToConfirm) = ([.. mine[Side.Body]], [.. mine[Side.Giver]]);
        Of = Of is ToDo or ToConfirm or All ? Of : MineToDo.Count > 0 ? ToDo : MineToConfirm.Count > 0 ? ToConfirm : All;

        var tab = Of switch { ToDo => MineToDo, ToConfirm => MineToConfirm, _ => Everything };
        States = [.. OrderLines.States.Select(state => (state, tab.Count(line => line.State == state))).Where(s => s.Item2 > 0)];
        if (!OrderLines.States.Contains(State)) State = null;
        var ofState = tab.Where(line => State is null ? line.Order.IsOpen : line.State == State).ToList();
        Bodies = [.. ofState.GroupBy(line => line.Order.Body).Select(g => (g.Key, g.First().BodyName, g.Count())).OrderBy(b => b.BodyName.In(text.Language), text.Names)];
        Shown = [.. ofState.Where(line => Body is null || line.Order.Body == Body)];
        return Page();
    }

    /// <summary>The same list narrowed otherwise.</summary>
    public string Href(string of, string? state = null, string? body = null) =>
        Url.Content("~/orders") + QueryString.Create([new("of", of), .. Pair("state", state), .. Pair("body", body)]);

    private static IEnumerable<KeyValuePair<string, string?>> Pair(string name, string? value) => value is null ? [] : [new(name, value)];
}
