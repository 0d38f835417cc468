using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>A row of the form: what is asked, the answer so far, and what helps to answer.</summary>
internal sealed record BookRow(Question Asked, string Label, string Answer, string Note);

/// <summary>One measure in the form.</summary>
/// <param name="Title">Number and words of the measure, the part of the body, the deadline.</param>
/// <param name="State">What has been written, why it came back, what was said the last time; empty where there is nothing.</param>
internal sealed record BookPart(MeasureLine Line, string Title, string State, IReadOnlyList<BookRow> Rows);

/// <summary>The form of one body for one period, in one language, as it is written out.</summary>
/// <param name="Sent">Measures of which a return has been sent: they are not asked again.</param>
internal sealed record Book(BookLine Line, PageText Text, Period Period, Body Body, IReadOnlyList<BookPart> Parts, IReadOnlyList<string> Sent)
{
    public static Book Of(IReadOnlyList<Desk> desks, Period period, Body body, PageText text, DateTime now)
    {
        var open = desks.Where(d => d.Return?.IsOpen != false).ToList();
        var line = new BookLine(period.Span, body.Code, Guid.NewGuid(), now, open.Count);
        return new(line, text, period, body, [.. open.Select(desk => new BookWords(desk, text).Part())],
            [.. desks.Where(d => d.Return?.IsOpen == false).Select(d => $"{BookWords.Numbered(d.Measure, text)} ({text.Say(((ReturnState?)d.Return!.State).Key())})")]);
    }

    public string FileName => $"{Period.Code}-{Body.Code.ToLowerInvariant()}-{Line.Short[..4].ToLowerInvariant()}.xlsx";
}

/// <summary>The words of the form about one measure.</summary>
internal sealed partial class BookWords(Desk desk, PageText text)
{
    public BookPart Part()
    {
        var (asked, form) = (Questions.Of(desk), Questions.Standing(desk));
        var rows = asked.Select(q => new BookRow(q, Label(q), Questions.Get(form, q), Note(q))).ToList();
        var line = new MeasureLine(desk.Measure.Code, form.Version, form.Began, rows.Count);
        return new(line, Title(), State(), rows);
    }

    public static string Numbered(Measure measure, PageText text) => (measure.Number is { } number ? $"№ {number}. " : "") + measure.ShortName.In(text.Language);

    private string Title()
    {
        var number = desk.Measure.Number is { } printed ? $"№ {printed}. " : "";
        var part = text.Say("part." + desk.Duty.Part.ToString().ToLowerInvariant());
        return $"{number}{desk.Measure.Title.In(text.Language)}\n{text.Say("book.part", part, Plain(text.Schedule(desk.Measure.Schedule)), desk.Measure.Code)}";
    }

    /// <summary>What a person wants to know before writing: what came back and why, what was said the last time.</summary>
    private string State()
    {
        List<string> said = [];
        if (desk.Return is { State: ReturnState.Returned } back) said.Add(text.Say("book.came-back", back.SentBackReason));
        else if (desk.Return is { } draft) said.Add(text.Say("book.draft", draft.WrittenAt.InBishkek()));
        if (desk.Previous is { } last)
        {
            var facts = Facts.All(text, desk.Plan, desk.Indicators, last.Words with { Problems = "", Needs = "", NeedsFrom = "", Explanation = "" }, last.Values).Select(f => $"{Plain(f.Label)}: {Cut(Plain(f.Text)).TrimEnd('.')}");
            said.Add(text.Say("book.last", text.SpanName(desk.PreviousSpan), string.Join("; ", facts) + "."));
        }
        return string.Join('\n', said);
    }

    public string Label(Question asked) => asked switch
    {
        { Part: { } part } => Dimensioned(asked.Indicator!, part),
        { Indicator: { } indicator, Field: nameof(ValueFields.Value) } => $"{indicator.Name.In(text.Language)}, {Facts.Unit(text, indicator)}",
        { Indicator: { } indicator } => text.Say("book.of." + asked.Field.ToLowerInvariant(), indicator.Name.In(text.Language)),
        { Field: nameof(ReturnForm.Explanation) } => text.Say("write.explanation.fell"),
        { Field: nameof(ReturnForm.Done) } => text.Say(desk.Duty.EntersValues ? "write.done.ask" : "write.done.ask-part"),
        _ => text.Say(asked.Field switch
        {
            nameof(ReturnForm.NoPart) => "write.nopart",
            nameof(ReturnForm.NoChange) => "write.same",
            nameof(ReturnForm.NoChangeReason) => "book.same.reason",
            nameof(ReturnForm.Phase) => "write.phase.now",
            nameof(ReturnForm.PhysicalPercent) => "write.percent",
            nameof(ReturnForm.Step) => "write.step.now",
            nameof(ReturnForm.Problems) => "write.problems",
            nameof(ReturnForm.Needs) => "write.needs",
            nameof(ReturnForm.NeedsFrom) => "write.needs-from",
            _ => "write.next.ask",
        }),
    };

    /// <summary>«Окуучулар: аялдар».</summary>
    private string Dimensioned(Indicator indicator, string part)
    {
        var category = part[(part.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return $"{indicator.Name.In(text.Language)}: {Plain(Breakdown.Name(text, desk.Plan, category))}";
    }

    private string Note(Question asked) => asked switch
    {
        { Part: not null } => text.Say(asked.Indicator!.IsPercent ? "write.parts.hint.percent" : "write.parts.hint"),
        { Indicator: { } indicator, Field: nameof(ValueFields.Value) } => ValueNote(indicator),
        { Field: nameof(ValueFields.Denominator) or nameof(ValueFields.Numerator) } => text.Say("book.note.of"),
        { Field: nameof(ValueFields.NoData) } => text.Say("book.note.nodata"),
        { Field: nameof(ReturnForm.Explanation) } => text.Say("book.note.explanation"),
        { Field: nameof(ReturnForm.PhysicalPercent) } => text.Say("write.percent.hint") + (desk.Previous?.Words.PhysicalPercent is { } was ? " " + text.Say("write.percent.was", was) : ""),
        { Field: nameof(ReturnForm.NoChange) } => text.Say("book.note.same"),
        { Field: nameof(ReturnForm.NoChangeReason) } => text.Say("book.note.reason"),
        { Field: nameof(ReturnForm.NoPart) } => text.Say("book.note.nopart"),
        { Field: nameof(ReturnForm.Done) } => desk.Duty.EntersValues ? text.Say("write.done.hint") : text.Say("book.note.done-part"),
        { Field: nameof(ReturnForm.NeedsFrom) } => text.Say("write.needs-from.hint"),
        { Ask: Ask.Choice } => text.Say("book.note.choose"),
        _ => "",
    };

    private string ValueNote(Indicator indicator)
    {
        List<string> said = [text.Say("write.adds." + indicator.Accumulation.ToString().ToLowerInvariant())];
        if (desk.PreviousOf(indicator) is { } last) said.Add(text.Say("write.was", Plain(Facts.Value(text, indicator, last))));
        if (indicator.TargetIn(desk.Period.Span.Year) is { } year) said.Add(text.Say("write.target.year", desk.Period.Span.Year, text.Quantity(year, indicator.Unit, indicator.Decimals)));
        else if (indicator.Target is { } end) said.Add(text.Say("write.target", text.Quantity(end, indicator.Unit, indicator.Decimals)));
        return string.Join(' ', said);
    }

    /// <summary>An answer as a reader sees it: the word of what was chosen, «–» for nothing.</summary>
    public static string Shown(PageText text, Question asked, string answer) => answer.Length == 0 ? "–"
        : asked.Choices.Where(c => c.Code == answer).Select(c => text.Say(c.Key)).FirstOrDefault() ?? answer;

    private static string Cut(string said) => said.Length <= 300 ? said : said[..297] + "…";

    /// <summary>What a page would show, without its marks.</summary>
    internal static string Plain(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(Marks().Replace(writer.ToString(), ""));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Marks();
}
