using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Works;

/// <summary>Reads days as browsers send them («2026-05-31») and as people type them («31.05.2026»). Nothing is no day.</summary>
public static class DayInput
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];
    private const int Earliest = 2000, Latest = 2100;

    /// <exception cref="RuleException">Words, a day that does not exist, or one of another century; beside <paramref name="field"/>.</exception>
    public static DateOnly? Parse(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= Earliest and <= Latest
            ? day : throw new RuleException(new("works.rule.day", text.Length <= 40 ? text : text[..40] + "…"), field);
    }

    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What is typed about an object.</summary>
public sealed class ObjectForm
{
    public string? Name { get; set; }
    public string? Place { get; set; }
    public string? Capacity { get; set; }
    public string? Unit { get; set; }

    /// <summary>A line for each point: «39.72, 72.51».</summary>
    public string? Site { get; set; }

    public static ObjectForm Of(WorksObject it) => new()
    {
        Name = it.Name, Place = it.Place, Capacity = it.Capacity?.ToString("0.####", CultureInfo.InvariantCulture), Unit = it.Unit, Site = it.Site?.Lines,
    };

    public ObjectWords Read(PlanInForce plan, SiteBox box)
    {
        if (Place is { Length: > 0 } place && plan.Place(place) is null) throw WorksRules.NoPlace();
        return new(Name, Place, string.IsNullOrWhiteSpace(Capacity) ? null : NumberInput.Parse(Capacity, 3, nameof(Capacity)), Unit, Works.Site.Parse(Site, box, nameof(Site)));
    }
}

/// <summary>What is typed about a phase.</summary>
public sealed class PhaseForm
{
    public string? Planned { get; set; }
    public string? Estimated { get; set; }
    public string? Confirmed { get; set; }
    public string? Document { get; set; }
    public string? Blocker { get; set; }
    public string? BlockedSince { get; set; }
    public string? Reason { get; set; }

    public static PhaseForm Of(PhaseDates row) => new()
    {
        Planned = DayInput.Write(row.Planned), Estimated = DayInput.Write(row.Estimated), Confirmed = DayInput.Write(row.Confirmed), Document = row.Document,
        Blocker = row.Blocker, BlockedSince = DayInput.Write(row.BlockedSince),
    };

    public PhaseEntry Read() => new(
        DayInput.Parse(Planned, nameof(Planned)), DayInput.Parse(Estimated, nameof(Estimated)), DayInput.Parse(Confirmed, nameof(Confirmed)), Document,
        Blocker, DayInput.Parse(BlockedSince, nameof(BlockedSince)), Reason);
}

/// <summary>What is typed about a contract.</summary>
public sealed class ContractForm
{
    public string? Number { get; set; }
    public string? TenderNumber { get; set; }
    public string? Portal { get; set; }
    public string? Method { get; set; }
    public string? Supplier { get; set; }
    public string? Value { get; set; }
    public string? Currency { get; set; } = "KGS";
    public string? Signed { get; set; }
    public string? Starts { get; set; }
    public string? Ends { get; set; }
    public string? ObjectId { get; set; }

    public static ContractForm Of(Contract it) => new()
    {
        Number = it.Number, TenderNumber = it.TenderNumber, Portal = it.Portal, Method = it.Method.ToString(), Supplier = it.Supplier,
        Value = it.OriginalValue.Sum.ToString("0.##", CultureInfo.InvariantCulture), Currency = it.OriginalValue.Currency, Signed = DayInput.Write(it.Signed), Starts = DayInput.Write(it.Starts),
        Ends = DayInput.Write(it.OriginalEnd), ObjectId = it.ObjectId?.ToString(),
    };

    /// <param name="objects">Those of the measure that it may be about.</param>
    public ContractWords Read(IReadOnlyList<WorksObject> objects)
    {
        Guid? about = ObjectId is not { Length: > 0 } id ? null : Guid.TryParse(id, out var known) && objects.Any(o => o.Id == known) ? known : throw WorksRules.NotItsObject();
        return new(Number, TenderNumber, Portal, Enum.TryParse<ProcurementMethod>(Method, out var method) ? method : null, Supplier, NumberInput.Parse(Value, 2, nameof(Value)), Currency,
            DayInput.Parse(Signed, nameof(Signed)), DayInput.Parse(Starts, nameof(Starts)), DayInput.Parse(Ends, nameof(Ends)), about);
    }
}
