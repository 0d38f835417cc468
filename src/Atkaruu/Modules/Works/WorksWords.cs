using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Works;

/// <summary>Words for what the records of works hold by code.</summary>
public static class WorksWords
{
    public static string Key(WorksPhase phase) => "works.phase." + phase.ToString().ToLowerInvariant();

    public static string Key(ProcurementMethod method) => "works.method." + method.ToString().ToLowerInvariant();

    public static string Key(CheckKind kind) => "works.check." + kind.ToString().ToLowerInvariant();

    /// <summary>«+12,5 %».</summary>
    public static string Share(PageText text, decimal share) =>
        (share < 0 ? "−" : "+") + text.Say("unit.percent", decimal.Round(Math.Abs(share) * 100, 1));

    /// <summary>A phase in one sentence, for whoever does not see it drawn.</summary>
    public static string Sentence(PageText text, PhaseDates row) => row switch
    {
        { Confirmed: { } day } => text.Say("works.said.confirmed", text.Say(Key(row.Phase)), day),
        { Estimated: { } day } => text.Say("works.said.estimated", text.Say(Key(row.Phase)), day),
        { Planned: { } day } => text.Say("works.said.planned", text.Say(Key(row.Phase)), day),
        _ => text.Say("works.said.nothing", text.Say(Key(row.Phase))),
    };

    /// <summary>All of an object in words: where it is, and each phase that is known.</summary>
    public static string Label(PageText text, WorksObject it) =>
        string.Join(' ', it.Phases.Where(row => row.End is not null).Select(row => Sentence(text, row)).Prepend(it.Name + "."));

    /// <summary>State of a phase, by the vocabulary of shapes.</summary>
    public static string Shape(PhaseDates row, WorksPhase? current, DateOnly today) =>
        row.IsDone ? "rep" : row.Blocker is not null ? "risk" : row.IsLate(today) ? "late" : row.Phase == current ? "track" : "wait";

    /// <summary>The places that an object of this measure may stand in: those of the measure first.</summary>
    public static IEnumerable<(string Code, string Name)> Places(PlanInForce plan, Measure measure, PageText text) =>
        plan.Places.Where(p => p.Kind is PlaceKind.Municipality or PlaceKind.Village or PlaceKind.Site)
            .OrderByDescending(p => measure.Places.Any(part => part.Place == p.Code)).ThenBy(p => p.Name.In(text.Language), text.Names).Select(p => (p.Code, p.Name.In(text.Language)));

    /// <summary>«39.72 72.51 Дароот-Коргон|…»: where villages lie, for whoever draws on the map.</summary>
    public static string Villages(PlanInForce plan, PageText text) => string.Join('|', plan.Places.Where(p => p is { Kind: PlaceKind.Village, Latitude: not null, Longitude: not null })
        .Select(p => $"{Degrees(p.Latitude!.Value)} {Degrees(p.Longitude!.Value)} {p.Name.In(text.Language)}"));

    /// <summary>A number of degrees as it is read aloud and typed.</summary>
    public static string Degrees(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
