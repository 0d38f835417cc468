using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Intake;

/// <summary>Everything that is wrong, or worth knowing, about the plan as written. The address holds what is chosen.</summary>
[OpenToAll]
public sealed class FindingsModel(PlanShelf shelf) : PageModel
{
    /// <summary>So many quotes of a finding stand in the open; the rest opens.</summary>
    public const int QuotesShown = 4;

    /// <summary>error, warning or note; anything else is no choice.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Severity { get; set; }

    /// <summary>One of <see cref="FindingKinds.All"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Code of a measure.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    public PlanInForce? Plan { get; private set; }
    public Measure? ChosenMeasure { get; private set; }
    public Severity? ChosenSeverity { get; private set; }
    public string? ChosenKind { get; private set; }

    public bool IsNarrowed => ChosenMeasure is not null || ChosenSeverity is not null || ChosenKind is not null;

    /// <summary>The findings to show, by kind, worst first.</summary>
    public IEnumerable<IGrouping<string, Finding>> Shown => Matching(ChosenSeverity, ChosenKind, ChosenMeasure).GroupBy(FindingKinds.Of).OrderBy(g => FindingKinds.All.ToList().IndexOf(g.Key));

    public int Count => Matching(ChosenSeverity, ChosenKind, ChosenMeasure).Count();

    public async Task OnGetAsync()
    {
        if (await shelf.CurrentAsync() is not { } plan) return;

        Plan = plan;
        ChosenMeasure = Measure is null ? null : plan.Measure(Measure);
        ChosenSeverity = Enum.GetValues<Severity>().Select(s => (Severity?)s).FirstOrDefault(s => string.Equals(s.ToString(), Severity, StringComparison.OrdinalIgnoreCase));
        ChosenKind = FindingKinds.All.FirstOrDefault(kind => kind == Kind);
    }

    /// <summary>How many findings each severity would leave, the other choices kept.</summary>
    public IEnumerable<(Severity Severity, int Count)> Severities() =>
        Enum.GetValues<Severity>().Select(s => (s, Matching(s, ChosenKind, ChosenMeasure).Count())).Where(s => s.Item2 > 0 || s.s == ChosenSeverity);

    public IEnumerable<(string Kind, int Count)> Kinds() =>
        FindingKinds.All.Select(kind => (kind, Matching(ChosenSeverity, kind, ChosenMeasure).Count())).Where(k => k.Item2 > 0 || k.kind == ChosenKind);

    public int CountOf(Severity? severity, string? kind) => Matching(severity, kind, ChosenMeasure).Count();

    /// <summary>Each measure in the order of the document, with the worst that is found about it under the other choices, and how much.</summary>
    public IEnumerable<(Measure Measure, Severity? Worst, int Count)> Strip()
    {
        var found = Matching(ChosenSeverity, ChosenKind, null).SelectMany(f => f.Ordinals.Select(o => (Ordinal: o, f.Severity))).ToLookup(f => f.Ordinal, f => f.Severity);
        return Plan!.Measures.Select(m => (m, found[m.Ordinal].Any() ? found[m.Ordinal].Min() : (Severity?)null, found[m.Ordinal].Count()));
    }

    public string Href(Severity? severity, string? kind, Measure? measure)
    {
        (string Name, string? Value)[] choices = [("severity", severity?.ToString().ToLowerInvariant()), ("kind", kind), ("measure", measure?.Code)];
        var query = string.Join('&', choices.Where(c => c.Value is not null).Select(c => $"{c.Name}={c.Value}"));
        return Url.Content("~/findings") + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>The quotes of a finding; where one measure is chosen and the finding is about many, that measure's own.</summary>
    public IReadOnlyList<Quote> QuotesOf(Finding finding)
    {
        if (ChosenMeasure is null || finding.InRows.Count == 0) return finding.Quotes;
        return [.. finding.Quotes.Where(q => q.Ordinal == ChosenMeasure.Ordinal)];
    }

    private IEnumerable<Finding> Matching(Severity? severity, string? kind, Measure? measure) => Plan!.Findings.Where(f =>
        (severity is null || f.Severity == severity) && (kind is null || FindingKinds.Of(f) == kind) && (measure is null || f.Ordinals.Contains(measure.Ordinal)));
}
