using Atkaruu.Kernel;

namespace Atkaruu.Modules.Money;

/// <summary>What somebody typed about money; one of the forms of a page, each with its own fields of these.</summary>
public sealed class MoneyForm
{
    /// <summary>So that the same form sent twice is one.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>What is changed, and as of which version; nothing for something new.</summary>
    public Guid? Id { get; set; }
    public int Version { get; set; }
    public FundingSource? Source { get; set; }
    public int? Year { get; set; }
    public DateOnly? On { get; set; }
    public string? Sum { get; set; }
    public string Currency { get; set; } = Currencies.Som;
    public string? Document { get; set; }
    public string? Payee { get; set; }
    public string? Reason { get; set; }

    /// <exception cref="RuleException">It is no sum.</exception>
    public Cash Cash() => MoneyRules.Checked(new(SumInput.Parse(Sum), Currency));

    public FundingSource NeededSource() => Source is { } source && Enum.IsDefined(source) ? source : throw MoneyRules.NoSource();

    /// <summary>The thing to change, if nobody has changed it since the form was shown.</summary>
    public T Fresh<T>(T thing) where T : Entity => thing.Version == Version ? thing : throw MoneyRules.ChangedMeanwhile();
}
