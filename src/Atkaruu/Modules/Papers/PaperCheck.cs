using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>What a file turned out to be.</summary>
/// <param name="Paper">The paper it is, or says it is; null for a file that is none of ours.</param>
/// <param name="IsWhole">Its bytes are those that were made.</param>
public sealed record PaperCheck(Paper? Paper, bool IsWhole)
{
    /// <param name="hash">SHA-256 of the file.</param>
    /// <param name="code">The code it carries, or that somebody typed beside it.</param>
    public static async Task<PaperCheck> OfAsync(Db db, string hash, string? code, CancellationToken stop)
    {
        if (await db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Hash == hash, stop) is { } whole) return new(whole, true);
        return new(code is null ? null : await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.State == PaperState.Made, stop), false);
    }
}
