using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>The fields of a return exactly as they were typed: what cannot be understood is given back as it is.</summary>
public sealed class ReturnForm
{
    public const int None = -1;

    /// <summary>Made when the page is opened.</summary>
    public Guid Key { get; set; }

    /// <summary>Of the return that was shown; <see cref="None"/> when there was none.</summary>
    public int Version { get; set; } = None;

    /// <summary>What stood in it then, see <see cref="Print"/>: a remark makes a new version of a return, and changes nothing here.</summary>
    public string? Began { get; set; }

    public string? Done { get; set; }
    public string? Problems { get; set; }
    public string? Needs { get; set; }
    public string? NeedsFrom { get; set; }
    public string? NextStep { get; set; }
    public string? Phase { get; set; }
    public string? PhysicalPercent { get; set; }
    public string? Step { get; set; }
    public string? Explanation { get; set; }

    /// <summary>The button «no change» was pressed, and why: one of the usual reasons (also a button), or typed.</summary>
    public bool NoChange { get; set; }
    public string? Because { get; set; }
    public string? NoChangeReason { get; set; }

    /// <summary>The button «no part this period».</summary>
    public bool NoPart { get; set; }

    public string? Heard { get; set; }
    public string? HeardFrom { get; set; }
    public List<ValueFields> Values { get; set; } = [];

    /// <summary>What a person finds: what they wrote; in a new return, what stands since the last one.</summary>
    public static ReturnForm For(Desk desk)
    {
        var form = desk.Return is { } made ? Of(made, desk.Indicators) : FromLast(desk);
        (form.Key, form.Version, form.Began) = (Guid.NewGuid(), desk.Return?.Version ?? None, Print(desk.Return, desk.Indicators));
        if (form.Heard is null && desk.OnBehalf) form.Heard = nameof(Reporting.Heard.Paper);
        return form;
    }

    /// <summary>A saved return as the fields that would make it.</summary>
    public static ReturnForm Of(Return made, IReadOnlyList<Indicator> indicators) => new()
    {
        Done = made.Words.Done,
        Problems = made.Words.Problems,
        Needs = made.Words.Needs,
        NeedsFrom = made.Words.NeedsFrom,
        NextStep = made.Words.NextStep,
        Phase = made.Words.Phase?.ToString(),
        PhysicalPercent = Typed(made.Words.PhysicalPercent),
        Step = made.Words.Step?.ToString(),
        Explanation = made.Words.Explanation,
        NoChangeReason = made.Words.NoChangeReason,
        Heard = made.Heard?.ToString(),
        HeardFrom = made.HeardFrom,
        Values = [.. indicators.Select(i => ValueFields.Of(i, made.Values.Find(v => v.IndicatorId == i.Id)))],
    };

    /// <summary>Phase, step, levels and running totals stand until somebody changes them; what was done in a period does not.</summary>
    private static ReturnForm FromLast(Desk desk) => new()
    {
        Phase = desk.Previous?.Words.Phase?.ToString(),
        PhysicalPercent = Typed(desk.Previous?.Words.PhysicalPercent),
        Step = desk.Previous?.Words.Step?.ToString(),
        Values = [.. desk.Indicators.Select(i => ValueFields.Of(i, i.Accumulation is Accumulation.Level or Accumulation.RunningTotal ? desk.PreviousOf(i) : null))],
    };

    public ValueFields ValueOf(Indicator indicator) => Values.Find(v => v.Indicator == indicator.Id) ?? new() { Indicator = indicator.Id };

    /// <summary>Every field by its name, as it stands.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        (string Name, string? Value)[] own =
        [
            (nameof(Phase), Phase), (nameof(PhysicalPercent), PhysicalPercent), (nameof(Step), Step), (nameof(Explanation), Explanation), (nameof(Done), Done),
            (nameof(Problems), Problems), (nameof(Needs), Needs), (nameof(NeedsFrom), NeedsFrom), (nameof(NextStep), NextStep), (nameof(NoChangeReason), NoChangeReason),
            (nameof(Heard), Heard), (nameof(HeardFrom), HeardFrom),
        ];
        foreach (var (name, value) in own) yield return (name, value ?? "");
        foreach (var (at, v) in Values.Index())
        {
            yield return ($"Values[{at}].Indicator", v.Indicator.ToString());
            yield return ($"Values[{at}].Value", v.Value ?? "");
            yield return ($"Values[{at}].Numerator", v.Numerator ?? "");
            yield return ($"Values[{at}].Denominator", v.Denominator ?? "");
            foreach (var (part, number) in v.Parts.OrderBy(p => p.Key, StringComparer.Ordinal)) yield return ($"Values[{at}].Parts[{part}]", number ?? "");
            yield return ($"Values[{at}].NoData", v.NoData ?? "");
            yield return ($"Values[{at}].Explanation", v.Explanation ?? "");
        }
    }

    /// <summary>A fingerprint of what is written in a return, the same for the same words and values.</summary>
    public static string? Print(Return? made, IReadOnlyList<Indicator> indicators) => made is null ? null
        : Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Of(made, indicators).Fields().Select(f => f.Name + "=" + f.Value))).AsSpan(0, 16));

    /// <summary>Names one sending: the same text from the same page again is the same sending, another text is another.</summary>
    public Guid Sending() => new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)).AsSpan(0, 16));

    /// <summary>A number as a person would have typed it.</summary>
    internal static string? Typed(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>Text without what no keyboard gives: PostgreSQL refuses a zero byte, and a reader sees nothing.</summary>
    internal static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            if (c is '\n' or '\t' || !char.IsControl(c)) clean.Append(c);
        return clean.ToString().Trim();
    }
}

/// <summary>The fields of one indicator.</summary>
public sealed class ValueFields
{
    public Guid Indicator { get; set; }
    public string? Value { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? NoData { get; set; }
    public string? Explanation { get; set; }

    /// <summary>«sex.female» → as it was typed.</summary>
    public Dictionary<string, string?> Parts { get; set; } = [];

    internal bool HasNumber => !string.IsNullOrWhiteSpace(Value) || IsShare;
    internal bool HasParts => Parts.Values.Any(part => !string.IsNullOrWhiteSpace(part));
    internal bool IsShare => !string.IsNullOrWhiteSpace(Numerator) || !string.IsNullOrWhiteSpace(Denominator);

    internal static ValueFields Of(Indicator indicator, Observation? seen) => new()
    {
        Indicator = indicator.Id,
        Value = ReturnForm.Typed(seen?.Value),
        Numerator = ReturnForm.Typed(seen?.Numerator),
        Denominator = ReturnForm.Typed(seen?.Denominator),
        NoData = seen?.NoData?.ToString(),
        Explanation = seen?.Explanation,
        Parts = seen?.Parts.ToDictionary(Breakdown.Field, part => ReturnForm.Typed(part.Value)) ?? [],
    };
}
