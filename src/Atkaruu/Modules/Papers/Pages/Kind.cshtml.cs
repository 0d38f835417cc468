using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Pages;

/// <summary>One thing that a paper may be about.</summary>
public sealed record PaperChoice(string Code, string Name);

/// <summary>One kind of paper: what is to be chosen, and the buttons that make it.</summary>
[OpenToAll]
public sealed class KindModel(Db db, Actor actor, PlanShelf shelf, PaperKinds kinds, PaperOffice office, MailSettings mail, PageText text, TimeProvider clock) : PageModel
{
    public PlanInForce Plan { get; private set; } = null!;
    public PaperKind Kind { get; private set; } = null!;
    public PaperQuestion Question { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Span> Periods { get; private set; } = [];

    private DateOnly _publishedTo;

    /// <summary>What it may be about, by sort.</summary>
    public IReadOnlyList<(PaperAbout About, IReadOnlyList<PaperChoice> Choices)> Subjects { get; private set; } = [];

    /// <summary>What is still missing, when somebody has pressed without it.</summary>
    public Message? Missing { get; private set; }

    /// <summary>May choose between what is published and what is accepted.</summary>
    public bool MayChooseData => Kind.IsPublic && actor.MayHaveUnpublished();

    public string Languages => string.Join(',', Question.Languages ?? [text.Language == "ru" ? "ru" : "ky"]);

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken stop)
    {
        if (!await ReadAsync(kind, stop)) return NotFound();
        if (!Request.Query.ContainsKey("lang")) Question = Question with { Languages = null };
        if (Request.Query.ContainsKey("lang") && Question.Lacks(Kind)) Missing = (Kind.HasPeriod && Question.Period is null ? PaperRules.SayPeriod(Kind.Code) : PaperRules.SayAbout(Kind.Code, Kind.About)).Sentence;
        if (Kind.HasPeriod && Question.Period is null && Periods.Count > 0) Question = Question with { Period = Periods[0] };
        // Of a period whose end has not been published everybody's paper would be empty: who may have more is offered that.
        if (MayChooseData && !Request.Query.ContainsKey("audience") && Question.Period is { } period && period.To > _publishedTo) Question = Question with { Staff = true };
        return Page();
    }

    /// <summary>A long one is put into the queue.</summary>
    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        if (!await ReadAsync(kind, stop)) return NotFound();
        Question = PaperQuestion.Of(new QueryCollection(Request.Form.ToDictionary(f => f.Key, f => f.Value)));
        var request = Question.Request(Kind, actor);
        if (!actor.MayHave(Plan, Kind, request)) return NotFound();
        var format = PaperKinds.ReadFormat(Request.Form["format"]) ?? Kind.Formats[0];
        var id = await office.AskAsync(new(request, format, PaperSite.Of(mail, Request), actor, HttpContext.Connection.RemoteIpAddress), stop);
        return LocalRedirect(Url.Content("~/papers/asked/" + id));
    }

    private async Task<bool> ReadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || kinds.Find(code) is not { } kind || !kind.IsPublic && !actor.MayHaveUnpublished()) return false;
        (Plan, Kind, Question) = (plan, kind, PaperQuestion.Of(Request.Query));
        if (kind.HasPeriod) Periods = await PeriodsAsync(stop);
        foreach (var about in PaperKinds.Abouts(kind).Where(about => about != PaperAbout.Programme)) Subjects = [.. Subjects, (about, await ChoicesAsync(about, stop))];
        return true;
    }

    /// <summary>Those of the calendar, and the longer stretches in which at least one of them lies. What has begun to be published stands first.</summary>
    private async Task<IReadOnlyList<Span>> PeriodsAsync(CancellationToken stop)
    {
        var known = await db.Periods.AsNoTracking().Where(p => p.ProgrammeId == Plan.Programme.Id && p.State != PeriodState.Planned).Select(p => new { p.Code, p.State }).ToListAsync(stop);
        Span[] all = [.. known.Select(p => Span.Parse(p.Code)!.Value)];
        var longer = all.Select(s => s.Year).Distinct().SelectMany(year => new[] { SpanKind.HalfYear, SpanKind.NineMonths, SpanKind.Year }.SelectMany(kind => Span.Of(year, kind))).Where(s => all.Any(a => a.From >= s.From && a.To <= s.To));
        Span[] published = [.. known.Where(p => p.State == PeriodState.Published).Select(p => Span.Parse(p.Code)!.Value)];
        if (published.Length > 0) _publishedTo = published.Max(s => s.To);
        var first = (published.Length > 0 && !actor.MayHaveUnpublished() ? published : all).OrderByDescending(s => s.To).ThenByDescending(s => s.From).Take(1);
        return [.. first.Concat(all.Concat(longer).Distinct().OrderByDescending(s => s.To).ThenByDescending(s => s.From)).Distinct()];
    }

    private async Task<IReadOnlyList<PaperChoice>> ChoicesAsync(PaperAbout about, CancellationToken stop) => about switch
    {
        PaperAbout.Measure => [.. Plan.Measures.Select(m => new PaperChoice(m.Code, $"{m.Ordinal}. {m.ShortName.In(text.Language)}"))],
        PaperAbout.Body => [.. Named(Plan.Bodies.Select(b => new PaperChoice(b.Code, b.ShortName.In(text.Language))))],
        PaperAbout.Municipality => [.. Named(Plan.AllMunicipalities.Select(p => new PaperChoice(p.Code, text.Full(p))))],
        PaperAbout.Village => [.. Named(Plan.Places.Where(p => p.Kind == PlaceKind.Village).Select(p => new PaperChoice(p.Code, text.Full(p))))],
        PaperAbout.Edition => [.. Plan.Editions.Reverse().Select(e => new PaperChoice($"{e.Number}", text.Say("register.edition", e.Number) + ", " + e.Act.Text))],
        PaperAbout.Meeting => [.. (await db.Meetings.AsNoTracking().OrderByDescending(m => m.On).Take(100).Select(m => new { m.Id, m.On, m.Title }).ToListAsync(stop)).Select(m => new PaperChoice($"{m.Id}", $"{text.Day(m.On)}, {m.Title}"))],
        _ => [],
    };

    private IEnumerable<PaperChoice> Named(IEnumerable<PaperChoice> choices) => choices.OrderBy(c => c.Name, text.Names);

    public bool IsOver(Span span) => span.To < clock.Today();
}
