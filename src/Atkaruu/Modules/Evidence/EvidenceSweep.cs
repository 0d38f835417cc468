using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Evidence;

/// <summary>What a sweep found.</summary>
/// <param name="Swept">Files without a row, older than a day, deleted.</param>
/// <param name="Checked">Files read again.</param>
/// <param name="Broken">Hashes of rows whose file is missing or is not what it was.</param>
public sealed record SweepReport(int Swept, int Checked, IReadOnlyList<string> Broken);

/// <summary>
/// Every night: files that no row names (somebody was cut off between file and row) are deleted after a day, and a share of
/// the others is read again, so that a dying disk is noticed before the backup is.
/// </summary>
public static class EvidenceSweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);
    private const int Batch = 500;

    /// <param name="share">Of the rows whose files are read again: 0.05 reads all in three weeks of nights, 1 is a full check.</param>
    public static async Task<SweepReport> RunAsync(IServiceProvider services, double share, CancellationToken stop)
    {
        var (db, files, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<EvidenceFiles>(), services.GetRequiredService<TimeProvider>());
        var before = clock.Now() - Patience;
        var swept = await SweepAsync(db, files, [.. services.GetServices<NamedFiles>()], before, stop);
        files.ForgetTemporary(before);
        var (read, broken) = await VerifyAsync(db, files, share, clock, stop);
        var log = services.GetRequiredService<ILogger<EvidenceIntake>>();
        if (swept > 0) log.LogInformation("{Swept} files of evidence without a row were deleted", swept);
        foreach (var hash in broken) log.LogError("The file {Hash} of evidence is missing or damaged", hash);
        return new(swept, read, broken);
    }

    /// <summary>As the timetable runs it.</summary>
    public static Task RunAsync(IServiceProvider services, CancellationToken stop) => RunAsync(services, 0.05, stop);

    private static async Task<int> SweepAsync(Db db, EvidenceFiles files, IReadOnlyList<NamedFiles> others, DateTime before, CancellationToken stop)
    {
        var swept = 0;
        List<string> old = [];
        await foreach (var file in files.ListAsync(stop))
        {
            if (file.Since < before) old.Add(file.Hash);
            if (old.Count < Batch) continue;
            swept += await DeleteOrphansAsync(db, files, others, old, before, stop);
            old.Clear();
        }
        return swept + await DeleteOrphansAsync(db, files, others, old, before, stop);
    }

    private static async Task<int> DeleteOrphansAsync(Db db, EvidenceFiles files, IReadOnlyList<NamedFiles> others, List<string> hashes, DateTime before, CancellationToken stop)
    {
        if (hashes.Count == 0) return 0;
        var named = await db.Evidence.Where(e => hashes.Contains(e.Hash)).Select(e => e.Hash)
            .Union(db.Evidence.Where(e => hashes.Contains(e.PublicHash!)).Select(e => e.PublicHash!))
            .Union(db.Evidence.Where(e => hashes.Contains(e.ThumbHash!)).Select(e => e.ThumbHash!)).ToListAsync(stop);
        foreach (var other in others) named.AddRange(await other(db, hashes, stop));
        var swept = 0;
        foreach (var hash in hashes.Except(named))
            if (await files.DeleteAsync(hash, before, stop)) swept++;
        return swept;
    }

    private static async Task<(int, List<string>)> VerifyAsync(Db db, EvidenceFiles files, double share, TimeProvider clock, CancellationToken stop)
    {
        var all = await db.Evidence.CountAsync(stop);
        var count = (int)Math.Ceiling(all * share);
        if (count == 0) return (0, []);
        var nights = Math.Max(1, (int)Math.Ceiling((double)all / count));
        var rows = db.Evidence.AsNoTracking().OrderBy(e => e.Id).Skip(clock.Today().DayNumber % nights * count).Take(count)
            .Select(e => new { e.Hash, e.PublicHash, e.ThumbHash }).AsAsyncEnumerable();
        var read = 0;
        List<string> broken = [];
        await foreach (var row in rows.WithCancellation(stop))
            foreach (var hash in new[] { row.Hash, row.PublicHash, row.ThumbHash }.OfType<string>())
            {
                read++;
                if (!await files.IsWholeAsync(hash, stop)) broken.Add(hash);
            }
        return (read, broken);
    }
}
