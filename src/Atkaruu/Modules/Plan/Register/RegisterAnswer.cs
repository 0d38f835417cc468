using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>What the register answers to a question: the measures, in order, and how many each further choice would leave.</summary>
public sealed class RegisterAnswer
{
    /// <summary>A longer answer is cut, and says so; a district plan has about a hundred measures.</summary>
    public const int MaxRows = 500;

    private readonly IReadOnlyList<RegisterRow> _found;
    private readonly Dictionary<FacetGroup, Dictionary<string, int>> _counts;

    public RegisterAnswer(PlanInForce plan, RegisterIndex index, RegisterQuestion question, StringComparer names, string language)
    {
        (Plan, Question) = (plan, question);
        Search = new(question.Text);
        var said = Search.IsEmpty ? index.Rows : [.. index.Rows.Where(row => Search.Finds(row.Texts))];
        _found = [.. InOrder(said.Where(row => Fits(row, question, except: null)), question.Order, plan, names, language)];
        _counts = Enum.GetValues<FacetGroup>().ToDictionary(facet => facet, facet => Count(said.Where(row => Fits(row, question, except: facet)), facet));
    }

    public PlanInForce Plan { get; }
    public RegisterQuestion Question { get; }
    public SearchQuery Search { get; }

    public int Total => _found.Count;
    public int Tasks => _found.Select(row => row.Task.Id).Distinct().Count();
    public IEnumerable<RegisterRow> Rows => _found.Take(MaxRows);

    /// <summary>How many measures would be found with this value chosen in its group, all else as it is.</summary>
    public int CountOf(FacetGroup facet, string value) => _counts[facet].GetValueOrDefault(value);

    /// <summary>The values that would find something, and those already chosen.</summary>
    public IEnumerable<string> ValuesOf(FacetGroup facet) => _counts[facet].Keys.Union(Question.Chosen[facet]);

    private static bool Fits(RegisterRow row, RegisterQuestion question, FacetGroup? except) =>
        question.Chosen.All(group => group.Key == except || group.Any(value => row.Has(group.Key, value)));

    private static Dictionary<string, int> Count(IEnumerable<RegisterRow> rows, FacetGroup facet) =>
        rows.SelectMany(row => row.Values[facet]).CountBy(value => value).ToDictionary();

    private static IEnumerable<RegisterRow> InOrder(IEnumerable<RegisterRow> rows, RegisterOrder order, PlanInForce plan, StringComparer names, string language) => order switch
    {
        RegisterOrder.Deadline => rows.OrderBy(row => row.Measure.Schedule.Kind == ScheduleKind.Missing).ThenBy(row => plan.LastDue(row.Measure) ?? DateOnly.MaxValue),
        RegisterOrder.Lead => rows.OrderBy(row => plan.Lead(row.Measure)?.Name.In(language) ?? "\uffff", names),
        RegisterOrder.Title => rows.OrderBy(row => row.Measure.Title.In(language), names),
        _ => rows, // the document's own order
    };
}
