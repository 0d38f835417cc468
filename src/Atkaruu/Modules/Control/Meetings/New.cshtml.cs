using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>Prepares a meeting: its agenda is drawn from what presses on that day, and ticked.</summary>
[MayEverywhere(Right.Order)]
public sealed class NewModel(Db db, Actor actor, PlanShelf shelf, SuggestAgenda suggest, QuietDays quiet, PageText text, TimeProvider clock) : PageModel
{
    /// <summary>So many are ticked before anybody has looked.</summary>
    private const int Ticked = 7;

    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Chair { get; set; }
    [BindProperty] public List<string> Items { get; set; } = [];

    /// <summary>Somebody's own items, one a line.</summary>
    [BindProperty] public string? Own { get; set; }
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    public PlanInForce Plan { get; private set; } = null!;
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var today = clock.Today();
        On ??= quiet.OrNextWorking(today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7));
        if (!await LoadAsync(stop)) return NotFound();
        (Title, Chair, Place) = (text.Say("meeting.usual-title"), text.Say("meeting.usual-chair"), text.Say("meeting.usual-place"));
        Items = [.. Suggestions.Take(Ticked).Select(s => s.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        Items.RemoveAll(string.IsNullOrEmpty);
        var known = Suggestions.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        if (Items.Exists(id => !known.ContainsKey(id)))
        {
            Items = [.. Items.Where(known.ContainsKey)];
            throw MeetingRules.Changed();
        }
        var own = (Own ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new AgendaItem(Guid.CreateVersion7(), null, Why.Of(MeetingRules.Line(line, nameof(Own), "meeting.rule.why")), null));

        var id = await db.OnceAsync(Key, actor, clock, () =>
        {
            var meeting = Meeting.Prepare(actor, On, Title, Place, Chair, [.. Items.Distinct().Select(item => known[item].ToItem()), .. own], clock.Today());
            db.Add(meeting);
            return Task.FromResult(meeting.Id.ToString("D"));
        }, stop);
        return LocalRedirect(Url.Content("~/meetings/" + id));
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        Suggestions = await suggest(HttpContext.RequestServices, On ?? clock.Today(), stop);
        return true;
    }
}
