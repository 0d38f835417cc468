namespace Atkaruu.Modules.Progress;

/// <summary>
/// A task, section, programme, municipality or body taken together. «Executed / due» is the headline; the mean is an internal
/// score and never stands without its «n of m».
/// </summary>
/// <param name="Count">Measures that are counted: what is struck out is counted nowhere.</param>
/// <param name="Due">Measures of which something has fallen due.</param>
/// <param name="Told">Measures whose share can be said.</param>
/// <param name="Reported">Mean share of those, 0…1; null where there are none.</param>
/// <param name="Looked">Measures of which somebody independent has seen how much is so.</param>
/// <param name="Verified">Mean of what they have seen.</param>
public sealed record Summary(int Count, int Due, int Executed, int ExecutedVerified, int Told, decimal? Reported, int Looked, decimal? Verified, IReadOnlyDictionary<string, int> States)
{
    public static Summary Of(IEnumerable<MeasureProgress> all)
    {
        var counted = all.Where(p => p.State is not "gone").ToList();
        var due = counted.Where(p => p.Due && p.State != "pause").ToList();
        var told = counted.Select(p => p.Share).OfType<decimal>().ToList();
        var looked = counted.Select(p => p.Verified).OfType<decimal>().ToList();
        return new(counted.Count, due.Count, due.Count(p => p.Executed), due.Count(p => p.VerifiedDone), told.Count, Mean(told), looked.Count, Mean(looked),
            counted.GroupBy(p => p.State).ToDictionary(of => of.Key, of => of.Count()));
    }

    public int In(string state) => States.GetValueOrDefault(state);

    private static decimal? Mean(List<decimal> shares) => shares.Count == 0 ? null : shares.Average();
}
