using System.Text.RegularExpressions;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake;

/// <summary>Which row of a new document continues which measure. Printed numbers help but decide nothing: they repeat and move.</summary>
internal static partial class Continuation
{
    /// <summary>Rows less alike than this are different measures: two thirds of the words differ.</summary>
    private const double Alike = 0.34;

    /// <summary>The measure in force that each row (by ordinal) continues; rows without one are new. Each measure is continued at most once.</summary>
    public static Dictionary<int, MeasureInFile> Match(IReadOnlyList<MeasureDraft> rows, IReadOnlyList<MeasureInFile> measures)
    {
        var words = measures.Select(m => Set(m.Title.Ky)).ToList();
        var scored =
            from row in rows
            let own = Set(row.Title)
            from i in Enumerable.Range(0, measures.Count)
            let score = Score(row, own, measures[i], words[i])
            where score >= Alike
            orderby score descending, Math.Abs(i + 1 - row.Ordinal), row.Ordinal
            select (row.Ordinal, Index: i);

        Dictionary<int, MeasureInFile> pairs = [];
        HashSet<int> taken = [];
        foreach (var (ordinal, index) in scored)
            if (!pairs.ContainsKey(ordinal) && taken.Add(index)) pairs.Add(ordinal, measures[index]);
        return pairs;
    }

    private static double Score(MeasureDraft row, HashSet<string> own, MeasureInFile measure, HashSet<string> its)
    {
        if (row.Title == measure.Title.Ky) return 2 + (row.Schedule.Text == measure.Schedule.Text ? 0.1 : 0) + (row.Number == measure.Number ? 0.1 : 0);
        var shared = own.Count(its.Contains);
        var alike = shared == 0 ? 0 : shared / (double)(own.Count + its.Count - shared);
        return alike < Alike - 0.1 ? 0 : alike + (row.Number is not null && row.Number == measure.Number ? 0.1 : 0);
    }

    private static HashSet<string> Set(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
