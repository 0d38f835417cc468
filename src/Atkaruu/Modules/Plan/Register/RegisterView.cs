using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Places;
using Atkaruu.Web;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>One choice as the page offers it.</summary>
/// <param name="Inner">A village, offered under its municipality.</param>
public sealed record FacetOption(FacetGroup Facet, string Value, string Label, int Count, bool Chosen, bool Inner = false);

/// <summary>An answer of the register in the words and links of one page.</summary>
/// <param name="path">Address of the register in the language of the page.</param>
public sealed class RegisterView(RegisterAnswer answer, PageText text, string path, DateOnly today)
{
    /// <summary>Groups that open from a button; findings and states stand in the open.</summary>
    public static readonly IReadOnlyList<FacetGroup> Picks = [FacetGroup.Section, FacetGroup.Kind, FacetGroup.Place, FacetGroup.Body, FacetGroup.Year];

    private static readonly IReadOnlyList<string> Severities = [.. Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant())];

    public RegisterAnswer Answer => answer;
    public RegisterQuestion Question => answer.Question;
    public PlanInForce Plan => answer.Plan;
    public DateOnly Today => today;

    public string Path => path;

    public string Href(RegisterQuestion question) => path + question.ToAddress();

    /// <summary>The same answer as a file.</summary>
    public string FileHref(string ending) => path + "." + ending + Question.ToAddress();

    public string StateOf(Measure measure) => Standing.Of(Plan, measure, today);

    /// <summary>How many errors and contradictions a measure has. Notes, of which there are many, are told on its own page.</summary>
    public IEnumerable<(string Severity, int Count)> FindingsOf(Measure measure) =>
        Plan.FindingsOf(measure).Where(f => f.Severity < Severity.Note).GroupBy(f => f.Severity).OrderBy(g => g.Key).Select(g => (g.Key.ToString().ToLowerInvariant(), g.Count()));

    /// <summary>Who is responsible: the printed words in Kyrgyz; in other languages the names of the bodies they were read as.</summary>
    public Words Responsible(Measure measure)
    {
        var bodies = measure.Bodies.Select(part => Plan.Body(part.Body)).OfType<Body>().ToList();
        return bodies.Count == 0 ? new(measure.ResponsibleText)
            : new(measure.ResponsibleText, string.Join(", ", bodies.Select(b => b.ShortName.In("ru"))), string.Join(", ", bodies.Select(b => b.ShortName.In("en"))));
    }

    public IEnumerable<FacetOption> Options(FacetGroup facet)
    {
        var options = answer.ValuesOf(facet).Select(value => Option(facet, value)).Where(option => option.Count > 0 || option.Chosen);
        return facet switch
        {
            FacetGroup.Place => options.OrderBy(PlaceOrder, text.Names),
            FacetGroup.Body => options.OrderByDescending(option => option.Count).ThenBy(option => option.Label, text.Names),
            FacetGroup.Kind => options.OrderBy(option => Enum.Parse<MeasureKind>(option.Value, ignoreCase: true)),
            FacetGroup.Section => options.OrderBy(option => int.Parse(option.Value, CultureInfo.InvariantCulture)),
            _ => options.OrderBy(option => option.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>Choices that stand in the open: what has been heard of a measure, and what is wrong with its text.</summary>
    public IEnumerable<FacetOption> OpenOptions() =>
        Standing.States.Select(state => Option(FacetGroup.State, state))
            .Concat(Severities.Select(severity => Option(FacetGroup.Finding, severity)))
            .Where(option => option.Count > 0 || option.Chosen);

    /// <summary>Everything chosen, to be taken back one by one.</summary>
    public IEnumerable<FacetOption> Chips() => from facet in Question.Chosen from value in facet select Option(facet.Key, value);

    /// <summary>Id of the shape that stands before a choice; null where words are enough.</summary>
    public static string? ShapeOf(FacetOption option) => option.Facet switch
    {
        FacetGroup.State => option.Value,
        FacetGroup.Finding => ShapeOfSeverity(option.Value),
        _ => null,
    };

    public static string? ShapeOfSeverity(string severity) => severity switch { "error" => "late", "warning" => "risk", "note" => "note", _ => null };

    private FacetOption Option(FacetGroup facet, string value) =>
        new(facet, value, Label(facet, value), answer.CountOf(facet, value), Question.Chosen[facet].Contains(value), facet == FacetGroup.Place && Plan.Place(value)?.Kind is PlaceKind.Village or PlaceKind.Site);

    private string Label(FacetGroup facet, string value) => facet switch
    {
        FacetGroup.Section => Plan.Sections.First(s => s.Ordinal.ToString(CultureInfo.InvariantCulture) == value).Title.In(text.Language),
        FacetGroup.Kind => text.Say("kind." + value),
        FacetGroup.Place when value == Plan.Programme.District => text.Say("register.district-wide"),
        FacetGroup.Place => Plan.Place(value)!.Name.In(text.Language),
        FacetGroup.Body => NameOf(Plan.Body(value)!),
        FacetGroup.Due => text.Say("register.due-in", value),
        FacetGroup.State => text.Say("status." + value),
        FacetGroup.Finding when Severities.Contains(value) => text.Say("severity." + value),
        FacetGroup.Finding => Texts.All.Has($"finding.{value}.name") ? text.Say($"finding.{value}.name") : value,
        _ => value,
    };

    private string NameOf(Body body) => body.Kind == BodyKind.Administration ? body.Name.In(text.Language) : body.ShortName.In(text.Language);

    /// <summary>The whole district first, then each municipality with its villages after it.</summary>
    private string PlaceOrder(FacetOption option)
    {
        if (Plan.Place(option.Value) is not { } place || place.Kind == PlaceKind.District) return "";
        var chain = Plan.Chain(place).TakeWhile(p => p.Kind is not PlaceKind.District).Reverse();
        return string.Join(' ', chain.Select(p => p.Name.In(text.Language)));
    }
}
