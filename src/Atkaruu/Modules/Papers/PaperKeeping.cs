using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>How long the bytes of papers are kept: frozen ones for good, others for so many days (<c>papers.days</c>, 90).</summary>
public static class PaperKeeping
{
    public const string Forgets = "papers-forget", Setting = "papers.days";
    public const int UsualDays = 90;

    private const int Most = 2_000;

    /// <summary>Every night: forgets what is old, and fails nobody whose paper it was: the row says what it said.</summary>
    public static async Task ForgetAsync(IServiceProvider services, CancellationToken stop)
    {
        var (db, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>());
        var days = int.TryParse(await db.Settings.Where(s => s.Name == Setting).Select(s => s.Value).SingleOrDefaultAsync(stop), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? Math.Clamp(set, 1, 36_500) : UsualDays;
        var before = clock.Now().AddDays(-days);
        foreach (var old in await db.Papers.Where(p => p.State == PaperState.Made && !p.IsFrozen && p.ForgottenAt == null && p.AskedAt < before).OrderBy(p => p.AskedAt).Take(Most).ToListAsync(stop))
            old.Forget(clock.Now());
        await db.SaveChangesAsync(stop);
        await CheckFrozenAsync(services, db, clock, stop);
    }

    /// <summary>Files that papers name; the sweep of files leaves them.</summary>
    public static async Task<IReadOnlyCollection<string>> NamedAsync(Db db, IReadOnlyCollection<string> hashes, CancellationToken stop) =>
        await db.Papers.Where(p => p.ForgottenAt == null && hashes.Contains(p.Hash!)).Select(p => p.Hash!).ToListAsync(stop);

    /// <summary>A few of the frozen ones each night, so that a dying disk is noticed before the backup is.</summary>
    private static async Task CheckFrozenAsync(IServiceProvider services, Db db, TimeProvider clock, CancellationToken stop)
    {
        const int Nightly = 20;
        var all = await db.Papers.CountAsync(p => p.IsFrozen && p.Hash != null, stop);
        if (all == 0) return;
        var nights = (all + Nightly - 1) / Nightly;
        var files = services.GetRequiredService<EvidenceFiles>();
        foreach (var hash in await db.Papers.Where(p => p.IsFrozen && p.Hash != null).OrderBy(p => p.Id).Skip(clock.Today().DayNumber % nights * Nightly).Take(Nightly).Select(p => p.Hash!).ToListAsync(stop))
            if (!await files.IsWholeAsync(hash, stop)) services.GetRequiredService<ILogger<PaperOffice>>().LogError("The file {Hash} of a frozen paper is missing or damaged", hash);
    }
}
