using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>All kinds of paper there are, and whether a request names what is there.</summary>
public sealed class PaperKinds(IEnumerable<PaperKind> kinds)
{
    /// <summary>A paper can be in these, one or both.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ky", "ru"];

    private readonly Dictionary<string, PaperKind> _kinds = kinds.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    public IReadOnlyList<PaperKind> All { get; } = [.. kinds];

    public PaperKind? Find(string? code) => _kinds.GetValueOrDefault(code ?? "");

    /// <exception cref="RuleException"><c>paper.rule.kind</c>.</exception>
    public PaperKind Get(string? code) => Find(code) ?? throw PaperRules.NoKind(code, _kinds.Keys.Order(StringComparer.Ordinal));

    /// <summary>«ky,ru» as a list; null where it is none.</summary>
    public static IReadOnlyList<string>? ReadLanguages(string? text)
    {
        var languages = (text ?? "").Split(',', StringSplitOptions.TrimEntries);
        return languages.Length <= Languages.Count && languages.All(Languages.Contains) && languages.Distinct().Count() == languages.Length ? languages : null;
    }

    public static PaperFormat? ReadFormat(string? text) => text?.ToLowerInvariant() switch { "pdf" => PaperFormat.Pdf, "docx" => PaperFormat.Docx, "xlsx" => PaperFormat.Xlsx, _ => null };

    /// <summary>What a kind may be asked about, its own first.</summary>
    public static IEnumerable<PaperAbout> Abouts(PaperKind kind) => kind.AlsoAbout.Prepend(kind.About);

    /// <summary>Refuses a request that names what is not there, in one sentence that says what to do.</summary>
    /// <exception cref="RuleException">Format, audience, period or subject.</exception>
    public async Task CheckAsync(Db db, PlanInForce plan, PaperRequest request, PaperFormat format, CancellationToken stop)
    {
        var kind = Get(request.Kind);
        if (!kind.Formats.Contains(format)) throw PaperRules.WrongFormat(kind.Code, format, kind.Formats);
        if (request.Audience == Audience.Public && !kind.IsPublic) throw PaperRules.NotPublic(kind.Code);
        if (kind.HasPeriod && request.Period is null) throw PaperRules.SayPeriod(kind.Code);
        if (request.Period is { } span && !await IsThereAsync(db, plan, span, stop)) throw PaperRules.NoPeriod(span.Code);
        if (request.Subject is null && kind.About != PaperAbout.Programme) throw PaperRules.SayAbout(kind.Code, kind.About);
        if (request.Subject is { } subject) await AboutAsync(db, plan, kind, subject, stop);
    }

    /// <summary>Which of the things it may be asked about a code names.</summary>
    /// <exception cref="RuleException">None of them.</exception>
    public static async Task<PaperAbout> AboutAsync(Db db, PlanInForce plan, PaperKind kind, string subject, CancellationToken stop)
    {
        foreach (var about in Abouts(kind))
            if (await IsThereAsync(db, plan, about, subject, stop)) return about;
        throw PaperRules.NoSuch(Abouts(kind).FirstOrDefault(about => about != PaperAbout.Programme), subject);
    }

    /// <summary>A period that has been reported about, or a longer one that has such in it.</summary>
    private static async Task<bool> IsThereAsync(Db db, PlanInForce plan, Span span, CancellationToken stop) =>
        await db.Periods.AnyAsync(p => p.ProgrammeId == plan.Programme.Id && p.State != PeriodState.Planned && p.From >= span.From && p.To <= span.To, stop);

    private static async Task<bool> IsThereAsync(Db db, PlanInForce plan, PaperAbout about, string subject, CancellationToken stop) => about switch
    {
        PaperAbout.Measure => plan.Measure(subject) is not null,
        PaperAbout.Body => plan.Body(subject) is not null,
        PaperAbout.Municipality => plan.Place(subject)?.Kind == Places.PlaceKind.Municipality,
        PaperAbout.Village => plan.Place(subject)?.Kind == Places.PlaceKind.Village,
        PaperAbout.Edition => plan.Editions.Any(e => e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == subject),
        PaperAbout.Meeting => Guid.TryParse(subject, out var id) && await db.Meetings.AnyAsync(m => m.Id == id, stop),
        _ => false,
    };
}
