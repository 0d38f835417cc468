using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Activity;

/// <summary>Words for what a row of the log names by code or by id.</summary>
internal static class EventWords
{
    /// <summary>The word for a code (a state, a role, a verdict); the code itself where there is no word for it.</summary>
    public static object? Code(string kind, string? code) => code is null ? null : Texts.All.Has($"log.{kind}.{code.ToLowerInvariant()}") ? new Message($"log.{kind}.{code.ToLowerInvariant()}") : code;

    /// <summary>A text by its key; the plain words where there is no such text.</summary>
    public static object Worded(string key, string plain) => Texts.All.Has(key) ? new Message(key) : plain;

    /// <summary>A number somebody entered, with its unit; or why there is none.</summary>
    public static object? Value(LogDetails value, Indicator? indicator)
    {
        if (value["noData"].Text is { } none) return Code("nodata", none);
        if (value["value"].Number is { } number) return WithUnit(number, indicator);
        return value["numerator"].Number is { } part && value["denominator"].Number is { } whole and not 0
            ? new Message("log.value.percent", decimal.Round(100m * part / whole, 1), part, whole)
            : null;
    }

    public static IReadOnlyDictionary<Guid, Indicator> Indicators(PlanInForce plan) => plan.Measures.SelectMany(plan.Indicators).ToDictionary(i => i.Id);

    private static Message WithUnit(decimal number, Indicator? indicator) =>
        indicator is not null && Texts.All.Has("unit." + indicator.Unit) ? new Message("unit." + indicator.Unit, decimal.Round(number, indicator.Decimals)) : new Message("log.value.plain", number);
}

/// <summary>What must be known, besides the rows, to say them.</summary>
/// <param name="Returns">Period, measure and body of the returns that the rows are about.</param>
/// <param name="Bodies">Body of each person, by id.</param>
/// <param name="Names">Name of each person, by id.</param>
internal sealed record EventContext(
    PlanInForce Plan, bool Public, IReadOnlyDictionary<Guid, Span> Periods, IReadOnlyDictionary<Guid, (Guid Period, string Body)> Returns,
    IReadOnlyDictionary<Guid, string?> Bodies, IReadOnlyDictionary<Guid, string> Names, ILookup<Guid, LogEntry> Submitted)
{
    public IReadOnlyDictionary<Guid, Indicator> Indicators { get; } = EventWords.Indicators(Plan);

    public object PeriodOf(Guid? period) => period is { } id && Periods.TryGetValue(id, out var span) ? PageText.NameOf(span) : "";

    public object BodyName(string? code) => (object?)(code is null ? null : Plan.Body(code)?.Name) ?? code ?? "";

    public object Name(Guid? person) => person is { } id && Names.TryGetValue(id, out var name) ? name : "";

    public Message Who(LogEntry row)
    {
        if (row.By == Actor.System.PersonId) return new("log.who.system");
        if (row.By == Actor.Visitor.PersonId) return new("log.who.visitor");
        if (!Public) return new("log.who.person", row.ByName);
        return Bodies.GetValueOrDefault(row.By) is { } body && Plan.Body(body) is { } known ? new("log.who.body", known.Name) : new("log.who.outside");
    }
}
