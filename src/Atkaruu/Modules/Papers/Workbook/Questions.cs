using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>How a cell is answered.</summary>
internal enum Ask { Words, Line, Number, Choice, Yes }

/// <summary>One cell to be answered about a measure: the same field that the page has.</summary>
/// <param name="Code">Stable name of the field in the file: <c>Done</c>, <c>Values.ID.Value</c>.</param>
/// <param name="Indicator">The indicator it is about; null for the words of the return.</param>
/// <param name="Part">«sex.female»: a part of the number; null otherwise.</param>
/// <param name="Needed">Tinted: without it the return says little.</param>
internal sealed record Question(string Code, Ask Ask, Indicator? Indicator = null, string? Part = null, bool Needed = false)
{
    /// <summary>The last word of the code: which field.</summary>
    public string Field => Part is not null ? "Parts" : Code[(Code.LastIndexOf('.') + 1)..];

    public int Longest => Field is nameof(ReturnForm.NeedsFrom) ? Limits.Line : Field is nameof(ReturnForm.NoChangeReason) ? Limits.Line * 5 : Limits.Cell;

    /// <summary>What can be chosen: code and text.</summary>
    public IReadOnlyList<(string Code, string Key)> Choices => Field switch
    {
        nameof(ReturnForm.Phase) => [.. Enum.GetValues<WorksPhase>().Select(p => (p.ToString(), Facts.Key(p)))],
        nameof(ReturnForm.Step) => [.. Enum.GetValues<ActionStep>().Select(s => (s.ToString(), Facts.Key(s)))],
        nameof(ValueFields.NoData) => [.. Enum.GetValues<NoData>().Select(n => (n.ToString(), Facts.Key(n)))],
        _ when Ask == Ask.Yes => [(Questions.Yes, "book.yes")],
        _ => [],
    };
}

/// <summary>What the form asks about a measure, in the order of the page, and where the answers go.</summary>
internal static class Questions
{
    public const string Yes = "yes";

    public static IReadOnlyList<Question> Of(Desk desk)
    {
        if (!desk.Duty.EntersValues) return [new(nameof(ReturnForm.NoPart), Ask.Yes), new(nameof(ReturnForm.Done), Ask.Words, Needed: true)];
        List<Question> asked = [];
        if (desk.Previous is not null) asked.AddRange([new(nameof(ReturnForm.NoChange), Ask.Yes), new(nameof(ReturnForm.NoChangeReason), Ask.Line)]);
        if (desk.Measure.Kind == MeasureKind.Works)
            asked.AddRange([new(nameof(ReturnForm.Phase), Ask.Choice, Needed: true), new(nameof(ReturnForm.PhysicalPercent), Ask.Number, Needed: true), new(nameof(ReturnForm.Explanation), Ask.Line)]);
        if (desk.Measure.Kind == MeasureKind.Action) asked.Add(new(nameof(ReturnForm.Step), Ask.Choice, Needed: true));
        asked.AddRange(desk.Indicators.SelectMany(indicator => OfValue(desk, indicator)));
        asked.AddRange([
            new(nameof(ReturnForm.Done), Ask.Words, Needed: true), new(nameof(ReturnForm.Problems), Ask.Words), new(nameof(ReturnForm.Needs), Ask.Line),
            new(nameof(ReturnForm.NeedsFrom), Ask.Line), new(nameof(ReturnForm.NextStep), Ask.Words)]);
        return asked;
    }

    private static IEnumerable<Question> OfValue(Desk desk, Indicator indicator)
    {
        string Code(string field) => $"Values.{indicator.Id:N}.{field}";
        yield return new(Code(nameof(ValueFields.Value)), Ask.Number, indicator, Needed: true);
        if (indicator is { IsPercent: true, Accumulation: Accumulation.Level })
            foreach (var field in (string[])[nameof(ValueFields.Numerator), nameof(ValueFields.Denominator)]) yield return new(Code(field), Ask.Number, indicator);
        foreach (var (dimension, categories) in Breakdown.Of(desk.Plan, desk.Duty, indicator))
            foreach (var category in categories) yield return new(Code($"Parts.{dimension}.{category}"), Ask.Number, indicator, $"{dimension}.{category}");
        yield return new(Code(nameof(ValueFields.NoData)), Ask.Choice, indicator);
        yield return new(Code(nameof(ValueFields.Explanation)), Ask.Line, indicator);
    }

    /// <summary>As it stands: what was written, or in a new return what stands since the last one.</summary>
    public static ReturnForm Standing(Desk desk)
    {
        var form = ReturnForm.For(desk);
        (form.NoChange, form.NoPart) = (desk.Return?.Words.NoChange == true, desk.Return?.Words.NoPart == true);
        return form;
    }

    public static string Get(ReturnForm form, Question asked)
    {
        var value = asked.Indicator is { } indicator ? form.ValueOf(indicator) : null;
        return asked.Field switch
        {
            nameof(ReturnForm.NoChange) => form.NoChange ? Yes : "",
            nameof(ReturnForm.NoPart) => form.NoPart ? Yes : "",
            "Parts" => value!.Parts.GetValueOrDefault(asked.Part!),
            nameof(ValueFields.Value) => value!.Value,
            nameof(ValueFields.Numerator) => value!.Numerator,
            nameof(ValueFields.Denominator) => value!.Denominator,
            nameof(ValueFields.NoData) => value!.NoData,
            nameof(ReturnForm.Explanation) => value is null ? form.Explanation : value.Explanation,
            nameof(ReturnForm.NoChangeReason) => form.NoChangeReason,
            nameof(ReturnForm.Phase) => form.Phase,
            nameof(ReturnForm.PhysicalPercent) => form.PhysicalPercent,
            nameof(ReturnForm.Step) => form.Step,
            nameof(ReturnForm.Done) => form.Done,
            nameof(ReturnForm.Problems) => form.Problems,
            nameof(ReturnForm.Needs) => form.Needs,
            nameof(ReturnForm.NeedsFrom) => form.NeedsFrom,
            nameof(ReturnForm.NextStep) => form.NextStep,
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Code, null),
        } ?? "";
    }

    public static void Set(ReturnForm form, Question asked, string answer)
    {
        if (asked.Indicator is { } indicator) SetValue(form, indicator, asked, answer);
        else
            switch (asked.Field)
            {
                case nameof(ReturnForm.NoChange): form.NoChange = answer == Yes; break;
                case nameof(ReturnForm.NoPart): form.NoPart = answer == Yes; break;
                case nameof(ReturnForm.NoChangeReason): form.NoChangeReason = answer; break;
                case nameof(ReturnForm.Phase): form.Phase = answer; break;
                case nameof(ReturnForm.PhysicalPercent): form.PhysicalPercent = answer; break;
                case nameof(ReturnForm.Step): form.Step = answer; break;
                case nameof(ReturnForm.Explanation): form.Explanation = answer; break;
                case nameof(ReturnForm.Done): form.Done = answer; break;
                case nameof(ReturnForm.Problems): form.Problems = answer; break;
                case nameof(ReturnForm.Needs): form.Needs = answer; break;
                case nameof(ReturnForm.NeedsFrom): form.NeedsFrom = answer; break;
                case nameof(ReturnForm.NextStep): form.NextStep = answer; break;
            }
    }

    private static void SetValue(ReturnForm form, Indicator indicator, Question asked, string answer)
    {
        if (form.Values.Find(v => v.Indicator == indicator.Id) is not { } value) form.Values.Add(value = new() { Indicator = indicator.Id });
        switch (asked.Field)
        {
            case nameof(ValueFields.Value): value.Value = answer; break;
            case nameof(ValueFields.Numerator): value.Numerator = answer; break;
            case nameof(ValueFields.Denominator): value.Denominator = answer; break;
            case nameof(ValueFields.NoData): value.NoData = answer; break;
            case nameof(ValueFields.Explanation): value.Explanation = answer; break;
            default: value.Parts[asked.Part!] = answer; break;
        }
    }

    /// <summary>How <see cref="Entered"/> calls the field, when something is wrong with it.</summary>
    public static string NameIn(Desk desk, Question asked) => asked.Indicator is not { } indicator ? asked.Field
        : $"Values[{desk.Indicators.ToList().FindIndex(i => i.Id == indicator.Id)}]." + (asked.Part is { } part ? $"Parts[{part}]" : asked.Field);

    /// <summary>
    /// One way of writing for one answer, however it was typed: what is read is compared with what was written out. What is not
    /// understood stays as it is, to be spoken of.
    /// </summary>
    public static string Canonical(Question asked, string text)
    {
        var clean = ReturnForm.Clean(text);
        return asked.Ask switch
        {
            Ask.Number => Number(clean.EndsWith('%') && TakesPercent(asked) ? clean[..^1] : clean),
            Ask.Choice or Ask.Yes => Chosen(asked, clean),
            _ => clean,
        };
    }

    private static bool TakesPercent(Question asked) => asked.Field == nameof(ReturnForm.PhysicalPercent) || asked is { Indicator.IsPercent: true, Field: nameof(ValueFields.Value) or "Parts" };

    private static string Number(string typed)
    {
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return plain.Length is > 0 and <= 30 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',') : typed;
    }

    /// <summary>The code of what was chosen, in whatever language; «no» is the same as nothing.</summary>
    private static string Chosen(Question asked, string text)
    {
        bool Says(string key) => Texts.Languages.Any(language => string.Equals(Texts.All.Raw(key, language), text, StringComparison.OrdinalIgnoreCase));
        if (text.Length == 0 || asked.Ask == Ask.Yes && Says("book.no")) return "";
        return asked.Choices.Where(c => Says(c.Key) || c.Code == text).Select(c => c.Code).FirstOrDefault() ?? text;
    }
}
