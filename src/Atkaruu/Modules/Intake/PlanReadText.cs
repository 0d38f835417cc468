using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Intake;

/// <summary>What <c>plan read</c> prints for a person at a terminal: the programme, then each measure in a few lines, doubts marked with «?».</summary>
internal static class PlanReadText
{
    public static void Write(TextWriter to, PlanDraft draft, string language)
    {
        Frame(to, draft, language);

        var (section, task) = ("", "");
        foreach (var measure in draft.Measures)
        {
            if (measure.Section != section) to.WriteLine($"\n{section = measure.Section}");
            if (measure.Task != task) to.WriteLine($"\n  {task = measure.Task}");
            Measure(to, measure, language);
        }
    }

    private static void Frame(TextWriter to, PlanDraft draft, string language)
    {
        var programme = draft.Programme;
        to.WriteLine(programme.Title.Length > 0 ? programme.Title : Texts.All.Say(language, "intake.read.no-title"));
        if (programme.FromYear is { } from) Line(to, language, "intake.read.years", from == programme.ToYear ? $"{from}" : $"{from}–{programme.ToYear}");
        Line(to, language, "intake.read.act", programme.Act?.Text);
        foreach (var (post, name) in programme.Signatories) Line(to, language, "intake.read.signed", $"{name}, {post}");
        to.WriteLine(Texts.All.Say(language, "intake.read.count", draft.Measures.Count, draft.Measures.Count(IsDoubtful)));
    }

    private static void Measure(TextWriter to, MeasureDraft measure, string language)
    {
        to.WriteLine($"  {(IsDoubtful(measure) ? '?' : ' ')} {measure.Ordinal,3}. {(measure.Number is { } number ? $"№{number}" : "№–")}  {measure.Title}");
        Line(to, language, "intake.read.schedule", Schedule(measure.Schedule, language));
        Line(to, language, "intake.read.result", measure.ExpectedResult);
        Line(to, language, "intake.read.responsible", Responsible(measure.Responsible));
        Line(to, language, "intake.read.sums", string.Join("; ", measure.Amounts.Select(a => $"{Number(a.Sum, language)} {a.Currency}")));
        Line(to, language, "intake.read.figures", string.Join("; ", measure.Quantities.Select(q => $"{Number(q.Value, language)} {q.Unit} («{q.Text}»)")));
        Line(to, language, "intake.read.places", string.Join(", ", measure.Places.Concat(measure.Sites)));
        foreach (var (heading, text) in measure.Further) to.WriteLine($"         {heading}: {text}");
        if (IsDoubtful(measure))
            Line(to, language, "intake.read.doubt", $"{measure.Confidence.ToString("P0", Texts.Cultures[language])} {string.Join(' ', measure.Notes.Select(n => Texts.All.Say(language, n)))}");
    }

    /// <summary>Below this a person should look at the row; a table in a Word file gives 1.</summary>
    private const double Doubtful = 0.8;

    private static bool IsDoubtful(MeasureDraft measure) => measure.Confidence < Doubtful || measure.Notes.Count > 0;

    private static string Schedule(Schedule schedule, string language)
    {
        var kind = Texts.All.Say(language, "intake.read.kind-" + schedule.Kind.ToString().ToLowerInvariant());
        var days = (schedule.From, schedule.To) switch
        {
            (null, null) => "",
            ({ } from, null) => $", {Day(from)}–",
            (null, { } to) => $", –{Day(to)}",
            ({ } from, { } to) => $", {Day(from)}–{Day(to)}",
        };
        return schedule.Text.Length > 0 ? $"{schedule.Text} ({kind}{days})" : kind;
    }

    // The lead first and starred, then the others; names nobody answers to in question marks.
    private static string Responsible(Responsible responsible)
    {
        var read = responsible.Bodies.Select(code => code == responsible.Lead ? code + "*" : code).Concat(responsible.Unknown.Select(name => $"?{name}?"));
        return responsible.Text.Length > 0 ? $"{responsible.Text} ({string.Join(", ", read)})" : "";
    }

    private static void Line(TextWriter to, string language, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text)) to.WriteLine($"         {Texts.All.Say(language, key)}: {text}");
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Number(decimal value, string language) => value.ToString("#,0.####", Texts.Cultures[language]);
}
