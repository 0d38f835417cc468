using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>What the head's screen says that follows from progress alone, and so is the same for all who may open it.</summary>
/// <param name="Late">Overdue, the longest first; then what is silent after its day.</param>
/// <param name="DueUnits">A shape for each measure that has fallen due.</param>
public sealed record HeadFigures(
    Summary Whole, Summary MonthAgo, IReadOnlyList<ProgressChange> Week, IReadOnlyList<MeasureProgress> Late, IReadOnlyList<string> DueUnits,
    IReadOnlyList<Group> Municipalities, IReadOnlyList<Group> Bodies)
{
    public static HeadFigures Of(ProgrammeProgress now, ProgrammeProgress monthAgo, ProgrammeProgress weekAgo) => new(
        now.Whole, monthAgo.Whole, ProgressChanges.Between(weekAgo, now),
        [.. now.Measures.Where(p => p.State == "late" || p.State == "silent" && p.Due && !p.Executed).OrderBy(DueOn).ThenBy(p => p.State == "silent").ThenBy(p => p.Measure.Ordinal)],
        [.. now.Measures.Where(p => p.Due && p.State is not ("pause" or "gone")).Select(p => p.Unit).OrderBy(Standing.Units.Index)],
        Groups.ByMunicipality(now, new(Texts.All.Say("ky", "register.district-wide"), Texts.All.Say("ru", "register.district-wide"), Texts.All.Say("en", "register.district-wide"))),
        Groups.ByBody(now));

    /// <summary>The day that is over.</summary>
    public static DateOnly DueOn(MeasureProgress p) => p.Promise.ByYears && p.Reported.Terms.FirstOrDefault(t => t.Share != 1)?.Year is { } year ? Promise.Fall(year)
        : p.Promise.ByYears ? Promise.Fall(p.Promise.Start.Year) : p.Promise.End;
}
