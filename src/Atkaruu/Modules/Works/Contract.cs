using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

/// <summary>How the supplier was chosen.</summary>
public enum ProcurementMethod { OpenTender, Limited, SingleSource, PriceQuotation, PublicPrivate, OwnForces }

/// <summary>Something about a contract was changed after signing.</summary>
/// <param name="NewValue">In the currency of the contract.</param>
/// <param name="Scope">What is done otherwise than agreed.</param>
public sealed record ContractChange(DateOnly On, DateOnly? NewEnd, decimal? NewValue, string? Scope, string Reason);

/// <summary>What stands in a contract when it is signed; given whole.</summary>
/// <param name="Number">The contract's own number.</param>
/// <param name="Portal">Its page on the procurement portal, https.</param>
public sealed record ContractWords(
    string? Number, string? TenderNumber, string? Portal, ProcurementMethod? Method, string? Supplier, decimal? Value, string? Currency,
    DateOnly? Signed, DateOnly? Starts, DateOnly? Ends, Guid? ObjectId = null);

/// <summary>An agreement with a supplier about the works of a measure, with every change made to it since.</summary>
public sealed class Contract : Entity
{
    public const int MaxPerMeasure = 100, MaxChanges = 50;
    private const int LongestLink = 400;

    /// <summary>Currencies that contracts of the district are made in; ISO 4217.</summary>
    public static readonly IReadOnlyList<string> Currencies = ["KGS", "USD", "EUR", "RUB", "CNY", "KZT"];

    private Contract() { }

    public required Guid MeasureId { get; init; }

    /// <summary>The one object it is about; null for all of the measure.</summary>
    public Guid? ObjectId { get; private set; }
    public string Number { get; private set; } = "";
    public string? TenderNumber { get; private set; }
    public string? Portal { get; private set; }
    public ProcurementMethod Method { get; private set; }
    public string Supplier { get; private set; } = "";

    /// <summary>As signed; a change does not touch it.</summary>
    public Amount OriginalValue { get; private set; } = null!;

    /// <summary>As it stands after the last change.</summary>
    public Amount Value { get; private set; } = null!;
    public DateOnly Signed { get; private set; }
    public DateOnly Starts { get; private set; }

    /// <summary>As signed; a change does not touch it.</summary>
    public DateOnly OriginalEnd { get; private set; }
    public DateOnly Ends { get; private set; }
    public IReadOnlyList<ContractChange> Changes { get; private set; } = [];

    /// <summary>Broken off before its end, and why.</summary>
    public DateOnly? BrokenOffOn { get; private set; }
    public string? BrokenOffBecause { get; private set; }

    public bool IsBrokenOff => BrokenOffOn is not null;

    /// <summary>How much dearer than signed: 0.125 for an eighth; below zero when cheaper.</summary>
    public decimal ValueOverrun => (Value.Sum - OriginalValue.Sum) / OriginalValue.Sum;

    /// <summary>How many days longer than signed; below zero when shorter.</summary>
    public int DaysOverrun => Ends.DayNumber - OriginalEnd.DayNumber;

    public static Contract Sign(Guid measure, ContractWords words, DateOnly today)
    {
        var made = new Contract { MeasureId = measure };
        made.Take(words, today);
        made.Happened("works.contract-signed", new { measure, made.Number, made.Supplier, made.Method, value = made.Value.Sum, made.Value.Currency, made.Signed, ends = made.Ends });
        return made;
    }

    /// <summary>Something was written down wrongly; while nothing was changed since signing, value and end may be put right too.</summary>
    public void Correct(ContractWords words, string? reason, DateOnly today)
    {
        if (IsBrokenOff) throw WorksRules.Over();
        if (Changes.Count > 0 && (words.Value != OriginalValue.Sum || words.Ends != OriginalEnd || words.Currency != OriginalValue.Currency || words.Signed > Changes[0].On)) throw WorksRules.ChangedSince();
        var why = WorksRules.Line(reason, "Reason") ?? throw WorksRules.Why();
        var old = new { Number, Supplier, value = OriginalValue.Sum, ends = OriginalEnd };
        var (value, ends) = (Value, Ends);
        Take(words, today);
        if (Changes.Count > 0) (Value, Ends) = (value, ends);
        Happened("works.contract-described", new { Number, Supplier, old, now = new { Number, Supplier, value = OriginalValue.Sum, ends = OriginalEnd }, reason = why });
    }

    /// <summary>The sides agreed to change it.</summary>
    public void Change(DateOnly? on, DateOnly? newEnd, decimal? newValue, string? scope, string? reason, DateOnly today)
    {
        if (IsBrokenOff) throw WorksRules.Over();
        if (on is not { } day) throw WorksRules.When("On");
        if (day > today) throw WorksRules.InTheFuture("On");
        if (day < (Changes.Count == 0 ? Signed : Changes[^1].On)) throw WorksRules.ChangeOrder(Changes.Count == 0 ? Signed : Changes[^1].On);
        if (newValue is <= 0) throw WorksRules.NoValue("NewValue");
        if (newEnd < Starts) throw WorksRules.EndBeforeStart("NewEnd");
        var what = WorksRules.Line(scope, "Scope", Limits.Cell);
        var (end, value) = (newEnd == Ends ? null : newEnd, newValue == Value.Sum ? null : newValue);
        if (end is null && value is null && what is null) throw WorksRules.NothingChanged();
        var why = WorksRules.Line(reason, "Reason", Limits.Cell) ?? throw WorksRules.Why();
        if (Changes.Count >= MaxChanges) throw WorksRules.TooMany(MaxChanges);

        var old = new { value = value is null ? (decimal?)null : Value.Sum, ends = end is null ? (DateOnly?)null : Ends };
        Changes = [.. Changes, new(day, end, value, what, why)];
        (Ends, Value) = (end ?? Ends, value is null ? Value : Value with { Sum = value.Value, Text = "" });
        Happened("works.contract-changed", new { Number, on = day, old, value, Value.Currency, ends = end, scope = what, reason = why });
    }

    public void BreakOff(DateOnly? on, string? reason, DateOnly today)
    {
        if (IsBrokenOff) throw WorksRules.Over();
        if (on is not { } day) throw WorksRules.When("On");
        if (day > today) throw WorksRules.InTheFuture("On");
        if (day < (Changes.Count == 0 ? Signed : Changes[^1].On)) throw WorksRules.ChangeOrder(Changes.Count == 0 ? Signed : Changes[^1].On);
        (BrokenOffOn, BrokenOffBecause) = (day, WorksRules.Line(reason, "Reason") ?? throw WorksRules.Why());
        Happened("works.contract-ended", new { Number, on = day, reason = BrokenOffBecause });
    }

    private void Take(ContractWords words, DateOnly today)
    {
        var (number, tender, supplier) = (WorksRules.Line(words.Number, "Number") ?? throw WorksRules.NoNumber(), WorksRules.Line(words.TenderNumber, "TenderNumber"), WorksRules.Line(words.Supplier, "Supplier") ?? throw WorksRules.NoSupplier());
        var portal = Link(words.Portal);
        if (words.Method is not { } method || !Enum.IsDefined(method)) throw WorksRules.NoMethod();
        if (words.Value is not > 0) throw WorksRules.NoValue("Value");
        if (words.Currency is not { } currency || !Currencies.Contains(currency)) throw WorksRules.NoCurrency();
        if (words.Signed is not { } signed) throw WorksRules.When("Signed");
        if (signed > today) throw WorksRules.InTheFuture("Signed");
        var starts = words.Starts ?? signed;
        if (starts < signed) throw WorksRules.StartBeforeSigned();
        if (words.Ends is not { } ends) throw WorksRules.When("Ends");
        if (ends < starts) throw WorksRules.EndBeforeStart("Ends");

        (Number, TenderNumber, Portal, Method, Supplier, ObjectId) = (number, tender, portal, method, supplier, words.ObjectId);
        OriginalValue = Value = new(words.Value.Value, currency, "");
        (Signed, Starts, OriginalEnd, Ends) = (signed, starts, ends, ends);
    }

    /// <summary>Only what a reader can see where it leads: https, a host, no name and password before it.</summary>
    private static string? Link(string? text)
    {
        if (WorksRules.Line(text, "Portal", LongestLink) is not { } link) return null;
        return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal)
            && uri.AbsoluteUri.Length <= LongestLink ? uri.AbsoluteUri : throw WorksRules.Portal();
    }
}
