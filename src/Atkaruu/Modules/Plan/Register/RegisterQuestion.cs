using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>A group of choices of the register's filter. Choices of one group widen the answer, groups narrow it.</summary>
public enum FacetGroup { Section, Kind, Place, Body, Year, Due, Finding, State }

public enum RegisterOrder { Official, Deadline, Lead, Title }

/// <summary>
/// What somebody asks of the register. It stands whole in the address, so an answer can be sent to a colleague.
/// Unknown choices in an address are dropped, never an error.
/// </summary>
/// <param name="Text">The words looked for; empty for none.</param>
/// <param name="Chosen">The values chosen in each group.</param>
public sealed record RegisterQuestion(string Text, ILookup<FacetGroup, string> Chosen, RegisterOrder Order)
{
    public static readonly RegisterQuestion Everything = new("", Array.Empty<(FacetGroup, string)>().ToLookup(c => c.Item1, c => c.Item2), RegisterOrder.Official);

    public bool IsNarrow => Text.Length > 0 || Chosen.Count > 0;

    /// <param name="known">Which values the plan knows in a group.</param>
    public static RegisterQuestion Read(IQueryCollection address, Func<FacetGroup, IReadOnlySet<string>> known)
    {
        var text = address["q"].ToString().Trim();
        var chosen =
            from facet in Enum.GetValues<FacetGroup>()
            let values = known(facet)
            from value in address[NameOf(facet)].OfType<string>().Distinct()
            where values.Contains(value)
            select (facet, value);
        return new(text.Length > SearchQuery.MaxLength ? text[..SearchQuery.MaxLength] : text, chosen.ToLookup(c => c.facet, c => c.value), OrderOf(address["sort"]));
    }

    public static string NameOf(FacetGroup facet) => facet.ToString().ToLowerInvariant();

    public RegisterQuestion With(FacetGroup facet, string value) => this with { Chosen = Pairs().Append((facet, value)).Distinct().ToLookup(c => c.Item1, c => c.Item2) };

    public RegisterQuestion Without(FacetGroup facet, string value) => this with { Chosen = Pairs().Where(c => c != (facet, value)).ToLookup(c => c.Item1, c => c.Item2) };

    public RegisterQuestion Without(FacetGroup facet) => this with { Chosen = Pairs().Where(c => c.Facet != facet).ToLookup(c => c.Item1, c => c.Item2) };

    /// <summary>Chosen if it was not, not chosen if it was.</summary>
    public RegisterQuestion Toggle(FacetGroup facet, string value) => Chosen[facet].Contains(value) ? Without(facet, value) : With(facet, value);

    /// <summary>The question as it stands in an address: empty, or from the question mark on.</summary>
    public string ToAddress()
    {
        var address = new StringBuilder();
        void Add(string name, string value) => address.Append(address.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

        if (Text.Length > 0) Add("q", Text);
        foreach (var (facet, value) in Pairs().OrderBy(c => c.Facet)) Add(NameOf(facet), value);
        if (Order != RegisterOrder.Official) Add("sort", Order.ToString().ToLowerInvariant());
        return address.ToString();
    }

    private IEnumerable<(FacetGroup Facet, string Value)> Pairs() => from facet in Chosen from value in facet select (facet.Key, value);

    // By name only: Enum.TryParse would also take numbers.
    private static RegisterOrder OrderOf(string? name) =>
        Enum.GetValues<RegisterOrder>().FirstOrDefault(order => string.Equals(order.ToString(), name, StringComparison.OrdinalIgnoreCase));
}
