using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>How official papers begin and date themselves.</summary>
internal static partial class OfficialWords
{
    /// <summary>«2026-жылдын 30-сентябрына», «30 сентября 2026 года».</summary>
    public static Message On(DateOnly day) => new("paper.day." + day.Month.ToString(CultureInfo.InvariantCulture), day.Year, day.Day);

    /// <summary>«2026-жылдын III чейрегинде», «за III квартал 2026 года».</summary>
    public static Message In(Span span) => new("paper.in." + span.Kind.ToString().ToLowerInvariant(), PageText.NameOf(span).Args);

    /// <summary>The span of the same kind that follows; after nine months the last quarter.</summary>
    public static Span Next(this Span span) => span.Kind switch
    {
        SpanKind.NineMonths => new(span.Year, SpanKind.Quarter, 4),
        SpanKind.Quarter when span.Number < 4 => span with { Number = span.Number + 1 },
        SpanKind.HalfYear when span.Number < 2 => span with { Number = 2 },
        _ => new(span.Year + 1, span.Kind, 1),
    };

    /// <summary>The span of the same kind that went before; before nine months the half-year in them.</summary>
    public static Span Before(this Span span) => span.Kind switch
    {
        SpanKind.NineMonths => new(span.Year, SpanKind.HalfYear, 1),
        _ when span.Number > 1 => span with { Number = span.Number - 1 },
        SpanKind.Quarter => new(span.Year - 1, SpanKind.Quarter, 4),
        SpanKind.HalfYear => new(span.Year - 1, SpanKind.HalfYear, 2),
        _ => span with { Year = span.Year - 1 },
    };

    /// <summary>«…иш-чаралар планынын 2026-жылдын III чейрегинде аткарылышы тууралуу МААЛЫМАТ».</summary>
    public static string Title(PlanInForce plan, Span span, PageText text) =>
        text.Say("paper.execution.official", OfPlan(plan.Programme.Title, text), In(span));

    /// <summary>The name of the plan as «of the plan» wants it; in quotation marks where its name does not let itself be bent.</summary>
    internal static string OfPlan(Words title, PageText text)
    {
        var name = Torn().Replace(title.In(text.Language), "-");
        return (text.Language, title.LanguageIn(text.Language)) switch
        {
            ("ky", _) when Genitive(name) is { } bent => bent,
            ("ru", "ru") when name.StartsWith("План ", StringComparison.Ordinal) => "Плана " + name["План ".Length..],
            _ => text.Say("paper.execution.named", name),
        };
    }

    /// <summary>«планы» → «планынын», by the last vowel of the name; null where it ends in none.</summary>
    internal static string? Genitive(string name) => name.Length == 0 ? null : char.ToLowerInvariant(name[^1]) switch
    {
        'ы' or 'а' or 'я' => name + "нын",
        'и' or 'е' or 'э' => name + "нин",
        'у' or 'о' or 'ю' => name + "нун",
        'ү' or 'ө' => name + "нүн",
        _ => null,
    };

    /// <summary>The administration in the middle, above the title.</summary>
    public static Paragraph Administration(PlanInForce plan, PageText text)
    {
        var name = plan.Edition.Act.Body;
        var known = plan.Bodies.FirstOrDefault(body => Folding.Fold(body.Name.Ky) == Folding.Fold(name));
        return new(text.Language == "ky" || known is null ? Runs.Original(name, RunLook.Bold) : text.Of(known.Name, RunLook.Bold), ParagraphLook.Centred);
    }

    /// <summary>What a printed deadline means; null where only its own words say it.</summary>
    public static Message? Meaning(Schedule schedule) => schedule switch
    {
        { Kind: ScheduleKind.Years, From: { } from, To: { } to } => new("schedule.years", from.Year, to.Year),
        { Kind: ScheduleKind.Year, From: { } from } => new("schedule.year", from.Year),
        { Kind: ScheduleKind.Quarter, To: { } to } => new("schedule.quarter", (to.Month + 2) / 3, to.Year),
        { Kind: ScheduleKind.Date, To: { } to } => new("schedule.date", to),
        { Kind: ScheduleKind.EveryYear } => new("schedule.every-year"),
        { Kind: ScheduleKind.Continuous } => new("schedule.continuous"),
        { Kind: ScheduleKind.OpenEnded, From: { } from } => new("schedule.open", from.Year),
        _ => null,
    };

    public static Signatures Signers(PlanInForce plan) => new([.. plan.Programme.Signers.Select(signer => (signer.Post, signer.Name))]);

    /// <summary>A hyphen at the end of a printed line, undone: «иш- чаралар».</summary>
    [GeneratedRegex(@"(?<=\p{Ll})- (?=\p{Ll})")]
    private static partial Regex Torn();
}
