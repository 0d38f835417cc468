using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>What the page shows besides what is written; asked for only when a page is shown.</summary>
public sealed record WriteView(IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<Warning> Warnings, IReadOnlyList<string> Openers, IReadOnlyList<string> Authors)
{
    public static async Task<WriteView> LoadAsync(Db db, WriteModel page, CancellationToken stop)
    {
        var (desk, made) = (page.Desk, page.Desk.Return);
        var evidence = made is null ? [] : await db.EvidenceOfAsync(made.Id, stop);
        var warnings = page.Checking ? await desk.WarningsAsync(db, 0, stop) : made?.Warnings ?? [];
        var openers = desk.Locked is null ? [] : await db.People.Where(p => p.State == People.PersonState.Active && p.Grants.Any(g => g.Role == Role.Coordinator)).OrderBy(p => p.Name).Select(p => p.Name).Take(5).ToListAsync(stop);
        var ids = made?.Authors ?? [];
        var authors = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).Select(p => p.Name).ToListAsync(stop);
        return new(evidence, warnings, openers, authors);
    }
}

/// <summary>A place to write words in, with what is beside it.</summary>
/// <param name="Theirs">What somebody else has saved here meanwhile; null when nobody has, or the same.</param>
public sealed record TextField(string Name, string Label, string? Value, string? Hint = null, string? Error = null, string? Theirs = null, bool ReadOnly = false, int Rows = 3, int Most = Limits.Cell)
{
    public string Id => Name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}

/// <summary>One indicator in the form.</summary>
public sealed record ValueField(WriteModel Page, Indicator Indicator, int At)
{
    public ValueFields Fields => Page.Form.ValueOf(Indicator);
    public string Name(string field) => $"Values[{At}].{field}";
    public string Id(string field) => $"Values-{At}-{field}";

    /// <summary>What the kept parts of a dimension come to, and by how much that is not the number; null where there are none.</summary>
    public Message? SumOf(string dimension)
    {
        if (Page.Desk.Return?.Values.Find(v => v.IndicatorId == Indicator.Id) is not { Number: { } number } value) return null;
        var parts = value.Parts.Where(p => p.Dimension == dimension).ToList();
        if (parts.Count == 0) return null;
        var sum = parts.Sum(p => p.Value);
        return sum == number ? new("write.parts.same", sum) : new("write.parts.other", sum, number, Math.Abs(sum - number));
    }
}

/// <summary>Where two texts differ.</summary>
public static class Difference
{
    /// <summary>The part of the first that is not in the second: all between the words they begin and end with alike.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string one, string other)
    {
        var most = Math.Min(one.Length, other.Length);
        var (start, end) = (0, 0);
        while (start < most && one[start] == other[start]) start++;
        while (end < most - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        while (start > 0 && char.IsLetterOrDigit(one[start - 1])) start--;
        while (end > 0 && char.IsLetterOrDigit(one[^end])) end--;
        return one.Length - start - end is > 0 and var length ? [(start, length)] : [];
    }
}
