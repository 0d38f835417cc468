using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Data;

/// <summary>Walks the log from its first row and says whether every row is what it was when it was written.</summary>
public static class Audit
{
    /// <summary>The first broken row, or null when the chain holds. <paramref name="db"/> is only read.</summary>
    public static async Task<AuditResult> VerifyAsync(Db db, CancellationToken stop = default)
    {
        var (seq, hash) = (0L, LogEntry.Beginning);
        await foreach (var row in db.Log.AsNoTracking().OrderBy(r => r.Seq).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.Seq != seq + 1) return new(seq, hash, new(seq + 1, "audit.missing-row"));
            if (row.Previous != hash) return new(seq, hash, new(row.Seq, "audit.wrong-previous"));
            if (row.ComputeHash() != row.Hash) return new(seq, hash, new(row.Seq, "audit.changed-row"));
            (seq, hash) = (row.Seq, row.Hash);
        }
        return new(seq, hash, null);
    }
}

/// <param name="Rows">How many rows, from the first, are whole.</param>
/// <param name="Head">Hash of the last whole row: the state of everything that has happened.</param>
public sealed record AuditResult(long Rows, string Head, BrokenRow? Broken);

/// <param name="Reason">Key of the sentence that says how it is broken.</param>
public sealed record BrokenRow(long Seq, string Reason);
