using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Bulletin;

/// <summary>How a villager would sort the works of a plan.</summary>
internal enum WorkGroup { Done, Doing, Late, Silent, Waiting }

/// <summary>One promise in plain words.</summary>
internal sealed record BulletinWork(MeasureProgress Progress, WorkGroup Group)
{
    public Measure Measure => Progress.Measure;

    public static BulletinWork Of(MeasureProgress progress) => new(progress, progress.State switch
    {
        "done" or "donelate" => WorkGroup.Done,
        "track" or "risk" => WorkGroup.Doing,
        "late" => WorkGroup.Late,
        "silent" => WorkGroup.Silent,
        _ => WorkGroup.Waiting,
    });

    /// <summary>How it stands, as one would tell it to a neighbour.</summary>
    public string Words(PageText text)
    {
        var (p, due) = (Progress, Progress.Promise.End);
        var endless = p.Promise.Kind == MeasureKind.Continuous;
        return p.State switch
        {
            "done" or "donelate" when p.VerifiedDone => text.Say("paper.bulletin.work.verified"),
            "done" => text.Say("paper.bulletin.work.done"),
            "donelate" => text.Say("paper.bulletin.work.donelate", due),
            "late" when p.Share is { } share && !p.Promise.ByYears => text.Say("paper.bulletin.work.late", due, share),
            "late" when p.Promise.ByYears => text.Say("paper.bulletin.work.late-years"),
            "late" => text.Say("paper.bulletin.work.late-untold", due),
            "silent" => text.Say("paper.bulletin.work.silent"),
            "pause" => text.Say("paper.bulletin.work.pause"),
            "track" or "risk" when endless => text.Say("paper.bulletin.work.always"),
            "track" or "risk" when p.Promise.ByYears => text.Say("paper.bulletin.work.yearly", p.View.Until.Year),
            "track" or "risk" when p.Share == 0 => text.Say("paper.bulletin.work.unbegun", due),
            "risk" when p.Share is { } share => text.Say("paper.bulletin.work.risk", due, share),
            "track" when p.Share is { } share => text.Say("paper.bulletin.work.track", due, share),
            _ when endless => text.Say("paper.bulletin.work.always"),
            _ => text.Say("paper.bulletin.work.wait", due),
        };
    }
}

/// <summary>Whose promises a bulletin tells of.</summary>
/// <param name="Own">False for a village of which the plan names nothing: then they are those of its municipality and of the whole district.</param>
internal sealed record BulletinWorks(Place Place, IReadOnlyList<BulletinWork> All, bool Own)
{
    public static BulletinWorks Of(ProgrammeProgress all, Place place)
    {
        var promises = all.Plan.PromisedTo(place);
        List<Measure> own = [.. promises.Own, .. promises.Inside];
        IEnumerable<Measure> told = own.Count > 0 ? own : promises.Around.Select(shared => shared.Measure).Concat(promises.Unplaced);
        return new(place, [.. told.DistinctBy(measure => measure.Id).Select(all.Of).Where(p => p.State != "gone").Select(BulletinWork.Of)], own.Count > 0);
    }

    public int In(WorkGroup group) => All.Count(work => work.Group == group);

    /// <summary>The first so many, some of every group before more of one: what was done last, and what is due next.</summary>
    public IReadOnlyList<BulletinWork> First(int most)
    {
        var groups = All.GroupBy(work => work.Group).OrderBy(group => group.Key).Select(group => new Queue<BulletinWork>(InOrder(group))).ToList();
        List<BulletinWork> first = [];
        while (first.Count < most && groups.Exists(group => group.Count > 0))
            foreach (var group in groups.Where(group => group.Count > 0).Take(most - first.Count)) first.Add(group.Dequeue());
        return first;
    }

    private static IEnumerable<BulletinWork> InOrder(IGrouping<WorkGroup, BulletinWork> group) => group.Key == WorkGroup.Done
        ? group.OrderByDescending(work => work.Progress.DoneOn).ThenBy(work => work.Measure.Ordinal)
        : group.OrderBy(work => work.Progress.Promise.End).ThenBy(work => work.Measure.Ordinal);
}
