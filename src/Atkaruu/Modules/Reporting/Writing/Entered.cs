using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>What a form says once it has been understood, and what in it could not be.</summary>
public sealed class Entered
{
    private readonly Dictionary<string, Message> _wrong = [];
    private readonly Desk _desk;
    private readonly ReturnForm _form;

    private Entered(Desk desk, ReturnForm form) => (_desk, _form) = (desk, form);

    public ReturnWords Words { get; private set; } = new();
    public IReadOnlyList<Observation> Values { get; private set; } = [];
    public Heard? Heard { get; private set; }
    public string HeardFrom { get; private set; } = "";

    /// <summary>Field → what is wrong there. Empty in what may be sent.</summary>
    public IReadOnlyDictionary<string, Message> Wrong => _wrong;

    public static Entered Read(Desk desk, ReturnForm form)
    {
        var entered = new Entered(desk, form);
        entered.ReadHeard();
        entered.ReadWords();
        entered.Values = [.. desk.Indicators.Select(entered.ReadValue).OfType<Observation>()];
        return entered;
    }

    private void ReadWords()
    {
        Words = new()
        {
            Done = Text(nameof(ReturnForm.Done), _form.Done),
            Problems = Text(nameof(ReturnForm.Problems), _form.Problems),
            Needs = Text(nameof(ReturnForm.Needs), _form.Needs),
            NeedsFrom = Text(nameof(ReturnForm.NeedsFrom), _form.NeedsFrom, Limits.Line),
            NextStep = Text(nameof(ReturnForm.NextStep), _form.NextStep),
            Explanation = Text(nameof(ReturnForm.Explanation), _form.Explanation),
            NoPart = _form.NoPart && !_desk.Duty.EntersValues,
        };
        if (_form.NoChange || _form.Because is not null) SayNoChange();
        else if (_desk.Duty.EntersValues) ReadProgress();
    }

    /// <summary>The same phase, share and step as last time, for a reason.</summary>
    private void SayNoChange()
    {
        var last = _desk.Previous?.Words;
        var reason = Text(nameof(ReturnForm.NoChangeReason), string.IsNullOrWhiteSpace(_form.Because) ? _form.NoChangeReason : _form.Because, Limits.Line * 5);
        if (last is null) _wrong[""] = new("write.rule.nothing-before");
        else if (reason.Length == 0) _wrong[nameof(ReturnForm.NoChangeReason)] = new("return.rule.no-change-reason");
        Words = Words with { NoChange = true, NoChangeReason = reason, Phase = last?.Phase, PhysicalPercent = last?.PhysicalPercent, Step = last?.Step };
    }

    private void ReadProgress()
    {
        if (_desk.Measure.Kind == MeasureKind.Works)
        {
            var phase = Choice<WorksPhase>(nameof(ReturnForm.Phase), _form.Phase);
            Words = Words with { Phase = phase, PhysicalPercent = Percent() };
            if (_desk.Previous?.Words is { PhysicalPercent: { } was } last && last.Phase == phase && Words.PhysicalPercent < was && Words.Explanation.Length == 0)
                _wrong.TryAdd(nameof(ReturnForm.Explanation), new("write.rule.fell", was));
        }
        if (_desk.Measure.Kind == MeasureKind.Action) Words = Words with { Step = Choice<ActionStep>(nameof(ReturnForm.Step), _form.Step) };
    }

    private decimal? Percent()
    {
        if (string.IsNullOrWhiteSpace(_form.PhysicalPercent)) return null;
        var percent = Number(nameof(ReturnForm.PhysicalPercent), () => NumberInput.Parse(_form.PhysicalPercent, 1, nameof(ReturnForm.PhysicalPercent)));
        if (percent is not > 100) return percent;
        _wrong[nameof(ReturnForm.PhysicalPercent)] = new("write.rule.percent");
        return null;
    }

    private void ReadHeard()
    {
        HeardFrom = Text(nameof(ReturnForm.HeardFrom), _form.HeardFrom, Limits.Line);
        Heard = Choice<Heard>(nameof(ReturnForm.Heard), _form.Heard);
        if (!_desk.OnBehalf) return;
        if (Heard is null) _wrong.TryAdd(nameof(ReturnForm.Heard), new("write.rule.heard"));
        if (HeardFrom.Length == 0) _wrong.TryAdd(nameof(ReturnForm.HeardFrom), new("return.rule.heard-from"));
    }

    private Observation? ReadValue(Indicator indicator)
    {
        var last = _desk.PreviousOf(indicator);
        if (Words.NoChange) return Unchanged(indicator, last);

        var (fields, name) = (_form.ValueOf(indicator), $"Values[{_desk.Indicators.ToList().IndexOf(indicator)}].");
        var why = Text(name + nameof(ValueFields.Explanation), fields.Explanation);
        if (Choice<NoData>(name + nameof(ValueFields.NoData), fields.NoData) is { } none)
        {
            if (fields.HasNumber || fields.HasParts) _wrong[name + nameof(ValueFields.Value)] = new("write.rule.number-and-none");
            return Observation.None(indicator.Id, none, OrNull(why));
        }
        var parts = ReadParts(indicator, fields, name);
        var value = fields switch
        {
            { IsShare: true } => Share(indicator, fields, name, why, parts),
            { HasNumber: true } => Plain(indicator, fields, name, why, parts),
            _ => Sum(indicator, name, why, parts),
        };
        if (indicator.Accumulation == Accumulation.RunningTotal && value?.Number < last?.Number && why.Length == 0)
            _wrong.TryAdd(name + nameof(ValueFields.Explanation), new("write.rule.fell", last!.Number));
        return value;
    }

    private List<ValuePart> ReadParts(Indicator indicator, ValueFields fields, string name)
    {
        List<ValuePart> read = [];
        if (!fields.HasParts) return read;
        foreach (var (dimension, categories) in Breakdown.Of(_desk.Plan, _desk.Duty, indicator))
            foreach (var part in categories.Select(category => new ValuePart(dimension, category, 0)))
            {
                var (typed, field) = (fields.Parts.GetValueOrDefault(Breakdown.Field(part)), $"{name}Parts[{Breakdown.Field(part)}]");
                if (!string.IsNullOrWhiteSpace(typed) && Number(field, () => NumberInput.Parse(typed, indicator, field)) is { } number) read.Add(part with { Value = number });
            }
        return read;
    }

    /// <summary>The parts without the whole: one dimension told in full gives it; otherwise it has to be written.</summary>
    private Observation? Sum(Indicator indicator, string name, string why, List<ValuePart> parts)
    {
        if (parts.Count == 0) return null;
        if (Breakdown.Total(_desk.Plan, _desk.Duty, indicator, parts) is { } total) return Observation.Of(indicator.Id, total, OrNull(why), parts);
        _wrong.TryAdd(name + nameof(ValueFields.Value), new("write.rule.total"));
        return null;
    }

    private Observation? Plain(Indicator indicator, ValueFields fields, string name, string why, List<ValuePart> parts) =>
        Number(name + nameof(ValueFields.Value), () => NumberInput.Parse(fields.Value, indicator, name + nameof(ValueFields.Value))) is { } number
            ? Observation.Of(indicator.Id, number, OrNull(why), parts) : null;

    private Observation? Share(Indicator indicator, ValueFields fields, string name, string why, List<ValuePart> parts)
    {
        var (part, whole) = (name + nameof(ValueFields.Numerator), name + nameof(ValueFields.Denominator));
        var (numerator, denominator) = (Number(part, () => NumberInput.Parse(fields.Numerator, 2, part)), Number(whole, () => NumberInput.Parse(fields.Denominator, 2, whole)));
        if (denominator == 0) _wrong[whole] = new("write.rule.of-nothing");
        return numerator is { } n && denominator is { } d and not 0 ? Observation.Percent(indicator.Id, n, d, OrNull(why), parts) : null;
    }

    /// <summary>A level or a running total is said again; nothing was added to a sum.</summary>
    private static Observation? Unchanged(Indicator indicator, Observation? last) => last switch
    {
        null => null,
        { NoData: { } none } => Observation.None(indicator.Id, none, last.Explanation),
        _ when indicator.Accumulation is Accumulation.Increments or Accumulation.Yearly => Observation.Of(indicator.Id, 0),
        { Numerator: { } n, Denominator: { } d } => Observation.Percent(indicator.Id, n, d, parts: last.Parts),
        { Value: { } value } => Observation.Of(indicator.Id, value, parts: last.Parts),
        _ => null,
    };

    private string Text(string field, string? typed, int limit = Limits.Cell)
    {
        var text = ReturnForm.Clean(typed);
        if (text.Length <= limit) return text;
        _wrong[field] = new("write.rule.long", limit, text.Length);
        return text[..limit];
    }

    private T? Choice<T>(string field, string? typed) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (Enum.GetNames<T>().Contains(typed)) return Enum.Parse<T>(typed);
        _wrong[field] = new("write.rule.choice");
        return null;
    }

    private decimal? Number(string field, Func<decimal> parse)
    {
        try
        {
            return parse();
        }
        catch (RuleException rule)
        {
            _wrong[field] = rule.Sentence;
            return null;
        }
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
