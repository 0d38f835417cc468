using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// Takes a file that somebody sent: to disk first, then looked at, then kept under its hash, and only then a row. A crash in
/// between leaves a file without a row, which is swept (<see cref="EvidenceSweep"/>), and never a row without a file.
/// </summary>
/// <remarks>Looking takes up to a second: take the files before the writing transaction begins, not inside it.</remarks>
public sealed class EvidenceIntake(Db db, EvidenceFiles files, DiskReserve disk, Actor actor, TimeProvider clock)
{
    /// <summary>One file is in memory at a time, however many are sent at once.</summary>
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>Adds the row to the database; saving is the caller's. The same file sent again to the same owner is the same item.</summary>
    /// <exception cref="RuleException">The file is refused: the sentence names it and says what to do.</exception>
    public async Task<EvidenceItem> TakeAsync(EvidenceOwner owner, IFormFile file, Shot shot, CancellationToken stop)
    {
        var shown = SafeName.Of(file.FileName, "");
        if (file.Length == 0) throw EvidenceRules.Refused(shown, "evidence.rule.empty");
        if (file.Length > EvidenceRules.MaxFile) throw TooLarge(shown);
        if (shot.Caption?.Trim().Length > Limits.Line) throw EvidenceRules.LongCaption();
        disk.Check(2 * file.Length);

        await using var sent = files.NewTemporary();
        var hash = await CopyAsync(file, sent, shown, stop);
        if (await FindSameAsync(owner, hash, sent.Length, stop) is { } already) return already;

        await Gate.WaitAsync(stop);
        try
        {
            var bytes = new byte[sent.Length];
            sent.Position = 0;
            await sent.ReadExactlyAsync(bytes, stop);
            var looked = LookedAt.At(bytes, file.FileName);
            await files.PutAsync(hash, bytes, stop);
            if (looked.Picture is { } picture)
            {
                await files.PutAsync(picture.Public.Hash, picture.Public.Bytes, stop);
                await files.PutAsync(picture.Thumb.Hash, picture.Thumb.Bytes, stop);
            }
            return Add(EvidenceItem.Take(owner, looked, hash, bytes.Length, shot, actor, clock.Now()));
        }
        finally
        {
            Gate.Release();
        }
    }

    private EvidenceItem Add(EvidenceItem item)
    {
        db.Evidence.Add(item);
        return item;
    }

    private static async Task<string> CopyAsync(IFormFile file, Stream to, string shown, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var from = file.OpenReadStream();
        var piece = new byte[64 << 10];
        for (int read; (read = await from.ReadAsync(piece, stop)) > 0;)
        {
            if (to.Length + read > EvidenceRules.MaxFile) throw TooLarge(shown);
            hash.AppendData(piece, 0, read);
            await to.WriteAsync(piece.AsMemory(0, read), stop);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<EvidenceItem?> FindSameAsync(EvidenceOwner owner, string hash, long size, CancellationToken stop)
    {
        var own = await db.Evidence.Where(e => e.OwnerId == owner.Id && e.RemovedAt == null).ToListAsync(stop);
        own.AddRange(db.Evidence.Local.Where(e => e.OwnerId == owner.Id && e.RemovedAt is null && !own.Contains(e)));
        if (own.Find(e => e.Hash == hash) is { } same) return same;
        if (own.Count >= EvidenceRules.MaxFiles) throw EvidenceRules.TooMany();
        if (own.Sum(e => e.Size) + size > EvidenceRules.MaxTotal) throw EvidenceRules.TooMuch();
        return null;
    }

    private static RuleException TooLarge(string shown) => EvidenceRules.Refused(shown, "evidence.rule.size", EvidenceRules.MaxFile >> 20);
}
