using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>
/// Reads the log: makes what was asked for, and the papers of a period when it is published. What is published later (a correction, a
/// return accepted after the period) makes an edition that stands beside the first. Each paper is saved by itself, so what has been
/// made is there while the next is made; read twice, a row makes nothing twice.
/// </summary>
public sealed class PaperFreezing(Db db, PaperOffice office, PaperKinds kinds, MailSettings mail, TimeProvider clock)
{
    public const string Name = "papers";

    /// <summary>The kind that is frozen with its period, in each language by itself.</summary>
    public const string Frozen = "execution";

    public static readonly string[] Wants = ["paper.asked", "period.published", "return.published"];

    public async Task TakeAsync(LogEntry row, CancellationToken stop)
    {
        switch (row.What)
        {
            case "paper.asked": await office.MakeAskedAsync(row.To, stop); break;
            case "period.published": await FreezeAsync(row.To, row, stop); break;
            default: await FreezeAsync(await db.Returns.Where(r => r.Id == row.To).Select(r => r.PeriodId).SingleOrDefaultAsync(stop), row, stop); break;
        }
    }

    /// <summary>Every format in every language, unless the papers that are there know of this row.</summary>
    private async Task FreezeAsync(Guid period, LogEntry row, CancellationToken stop)
    {
        if (kinds.Find(Frozen) is not { } kind || await db.Periods.Where(p => p.Id == period && p.State == PeriodState.Published).Select(p => p.Code).SingleOrDefaultAsync(stop) is not { } code) return;
        var there = await db.Papers.AsNoTracking().Where(p => p.IsFrozen && p.Kind == Frozen && p.Period == code).Select(p => new { p.Languages, p.Format, p.Edition, p.LogSeq }).ToListAsync(stop);
        foreach (var language in PaperKinds.Languages)
            foreach (var format in kind.Formats)
            {
                var last = there.Where(p => p.Languages == language && p.Format == format).MaxBy(p => p.Edition);
                if (last?.LogSeq >= row.Seq) continue;
                var request = new PaperRequest(Frozen, [language], Span.Parse(code), null, Audience.Public);
                await KeepAsync(Paper.Freeze(request, format, mail.Url ?? PaperSite.Usual, (last?.Edition ?? 0) + 1, clock.Now()), stop);
            }
    }

    private async Task KeepAsync(Paper paper, CancellationToken stop)
    {
        try
        {
            await office.MakeAsync(paper, Actor.System, stop);
        }
        catch (DbUpdateException meanwhile) when (meanwhile.IsDuplicate())
        {
            // another node has frozen it
        }
    }
}

/// <summary>The address of this system as papers print it.</summary>
public static class PaperSite
{
    /// <summary>Where nobody has set it and nobody has asked by it.</summary>
    public const string Usual = "http://localhost:5080";

    /// <summary>As set (<c>ATKARUU_URL</c>), or as the request came.</summary>
    public static string Of(MailSettings settings, HttpRequest request) =>
        settings.Url ?? (request.Host.HasValue && request.Host.Value.Length <= 150 ? $"{request.Scheme}://{request.Host.Value}" : Usual);
}
