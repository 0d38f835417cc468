using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Signals;

/// <summary>Everything that should be looked at, one kind at a time: filters are links with counts.</summary>
[MayEverywhere(Right.Read)]
public sealed class SignalsModel(SignalBoard board, Actor actor, PageText text) : PageModel
{
    /// <summary>Code of a <see cref="SignalKind"/>; nothing for all.</summary>
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public string? Body { get; set; }
    [BindProperty(SupportsGet = true)] public string? Place { get; set; }

    /// <summary>Those that somebody has answered for.</summary>
    [BindProperty(SupportsGet = true)] public bool Silenced { get; set; }

    public SignalsNow? Now { get; private set; }
    public PlanInForce Plan => Now!.Progress.Plan;
    public bool MaySilence => actor.Has(Right.Accept);
    public bool MayOrder => actor.Has(Right.Order);

    /// <summary>Without a kind chosen, the most urgent of all: more than this nobody reads.</summary>
    private const int MostUrgent = 40;

    /// <summary>Of the chosen kind, body and place.</summary>
    public IReadOnlyList<Signal> Chosen => [.. Within.Where(s => Kind is null || Signal.Code(s.Kind) == Kind)];

    public IEnumerable<Signal> Shown => Kind is null ? Chosen.Take(MostUrgent) : Chosen;
    public int Rest => Chosen.Count - Shown.Count();

    public IReadOnlyList<(Signal Signal, Silence Silence)> ShownSilenced => [.. Now!.Silenced.Where(s => Fits(s.Signal) && (Kind is null || Signal.Code(s.Signal.Kind) == Kind))];

    /// <summary>Kinds that there are, with how many of each.</summary>
    public IEnumerable<(SignalKind Kind, int Count)> Kinds => Within.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>Bodies that lead something with a signal, the most first.</summary>
    public IEnumerable<(Body Body, int Count)> Bodies => Now!.Raised.Select(s => Plan.Lead(s.Measure)).OfType<Body>().GroupBy(b => b.Code)
        .Select(g => (Body: g.First(), Count: g.Count())).OrderByDescending(b => b.Count).ThenBy(b => b.Body.ShortName.In(text.Language), text.Names);

    public IEnumerable<(Place Place, int Count)> Places => Plan.AllMunicipalities.Select(place => (place, Now!.Raised.Count(s => Plan.Municipalities(s.Measure).Contains(place)))).Where(p => p.Item2 > 0);

    private IEnumerable<Signal> Within => Now!.Raised.Where(Fits);

    private bool Fits(Signal signal) =>
        (Body is null || Plan.Lead(signal.Measure)?.Code == Body) && (Place is null || Plan.Municipalities(signal.Measure).Any(p => p.Code == Place));

    /// <summary>The same page with one choice changed; chosen again, it is taken back.</summary>
    public string Href(string? kind = null, string? body = null, string? place = null)
    {
        var query = new List<string>();
        void Add(string name, string? chosen, string? asked)
        {
            var value = asked is null ? chosen : asked == chosen ? null : asked;
            if (value is not null) query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        Add("kind", Kind, kind);
        Add("body", Body, body);
        Add("place", Place, place);
        return Url.Content("~/signals" + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Kind is not null && Signal.Parse(Kind) is null) return NotFound();
        Now = await board.NowAsync(stop);
        return Page();
    }
}
