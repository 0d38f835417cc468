using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// What <c>plan read --json</c> and <c>plan check --json</c> print. The shape is a contract: fields are added, never renamed
/// or removed. A schedule's kind is years, year, quarter (also half a year and nine months), everyYear, continuous,
/// openEnded, missing, or date (an exact day or month, or a last day only). Days are ISO 8601; what is not known is null.
/// </summary>
internal static class PlanReadJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The draft and what is wrong with it, with notes and messages in a language.</summary>
    public static string Write(PlanDraft draft, IReadOnlyList<Finding> findings, string language) => Text(json =>
    {
        json.WriteStartObject();
        Programme(json, draft.Programme);
        json.WriteStartArray("measures");
        foreach (var measure in draft.Measures) Measure(json, measure, language);
        json.WriteEndArray();
        Findings(json, findings, language);
        json.WriteEndObject();
    });

    /// <summary>The findings alone: <c>{"findings":[…]}</c>.</summary>
    public static string WriteFindings(IReadOnlyList<Finding> findings, string language) => Text(json =>
    {
        json.WriteStartObject();
        Findings(json, findings, language);
        json.WriteEndObject();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Programme(Utf8JsonWriter json, ProgrammeDraft programme)
    {
        json.WriteStartObject("programme");
        json.WriteString("title", programme.Title);
        json.WriteStartArray("years");
        foreach (var year in new[] { programme.FromYear, programme.ToYear }.OfType<int>()) json.WriteNumberValue(year);
        json.WriteEndArray();
        if (programme.Act is { } act)
        {
            json.WriteStartObject("act");
            json.WriteString("body", act.Body);
            json.WriteString("number", act.Number);
            json.WriteString("date", Day(act.Date));
            json.WriteEndObject();
        }
        else json.WriteNull("act");
        json.WriteStartArray("signatories");
        foreach (var (post, name) in programme.Signatories)
        {
            json.WriteStartObject();
            json.WriteString("post", post);
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter json, MeasureDraft measure, string language)
    {
        json.WriteStartObject();
        json.WriteNumber("ordinal", measure.Ordinal);
        json.WriteString("number", measure.Number);
        json.WriteString("section", measure.Section);
        json.WriteString("task", measure.Task);
        json.WriteString("title", measure.Title);
        Schedule(json, measure.Schedule);
        json.WriteString("expectedResult", measure.ExpectedResult);
        Responsible(json, measure.Responsible);
        Figures(json, measure);
        Strings(json, "places", measure.Places);
        json.WriteNumber("confidence", Math.Round(measure.Confidence, 2));
        Strings(json, "notes", measure.Notes.Select(note => Texts.All.Say(language, note)));
        if (measure.Further.Count > 0) Further(json, measure.Further);
        json.WriteEndObject();
    }

    private static void Schedule(Utf8JsonWriter json, Schedule schedule)
    {
        json.WriteStartObject("schedule");
        json.WriteString("text", schedule.Text);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(schedule.Kind.ToString()));
        json.WriteString("from", Day(schedule.From));
        json.WriteString("to", Day(schedule.To));
        json.WriteEndObject();
    }

    private static void Responsible(Utf8JsonWriter json, Responsible responsible)
    {
        json.WriteStartObject("responsible");
        json.WriteString("text", responsible.Text);
        json.WriteString("lead", responsible.Lead);
        Strings(json, "bodies", responsible.Bodies);
        json.WriteEndObject();
    }

    private static void Figures(Utf8JsonWriter json, MeasureDraft measure)
    {
        json.WriteStartArray("amounts");
        foreach (var (sum, currency, text) in measure.Amounts)
        {
            json.WriteStartObject();
            json.WriteNumber("sum", sum);
            json.WriteString("currency", currency);
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("quantities");
        foreach (var (value, unit, text) in measure.Quantities)
        {
            json.WriteStartObject();
            json.WriteNumber("value", value);
            json.WriteString("unit", unit);
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // Columns we keep without understanding them, under their own headings.
    private static void Further(Utf8JsonWriter json, IReadOnlyDictionary<string, string> further)
    {
        json.WriteStartObject("further");
        foreach (var (heading, text) in further) json.WriteString(heading, text);
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, IReadOnlyList<Finding> findings, string language)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()));
            json.WriteStartArray("ordinals");
            foreach (var ordinal in finding.Ordinals) json.WriteNumberValue(ordinal);
            json.WriteEndArray();
            json.WriteString("message", Texts.All.Say(language, finding.What));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
