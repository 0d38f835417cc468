using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Plan.Measures;

/// <summary>One thing that happened to a measure, as a sentence.</summary>
public sealed record HistoryLine(DateTime At, Message Sentence, IReadOnlyList<(Message Field, Change Change)> Changes);

/// <summary>The words of a measure in one edition.</summary>
public sealed record EditionWording(Edition Edition, Wording Wording);

/// <summary>What the log and the editions say about a measure, newest first.</summary>
public sealed record MeasureHistory(IReadOnlyList<HistoryLine> Lines, IReadOnlyList<EditionWording> Wordings)
{
    private const int MaxLines = 200;

    public static async Task<MeasureHistory> ReadAsync(Db db, PlanInForce plan, Measure measure, CancellationToken stop)
    {
        var rows = await db.Log.AsNoTracking().Where(row => row.To == measure.Id).OrderByDescending(row => row.Seq).Take(MaxLines).ToListAsync(stop);
        var wordings = await db.Wordings.AsNoTracking().Where(w => w.MeasureId == measure.Id).ToListAsync(stop);
        return new(
            [.. rows.Select(row => Line(row, plan))],
            [.. plan.Editions.Join(wordings, e => e.Id, w => w.EditionId, (edition, wording) => new EditionWording(edition, wording)).OrderByDescending(w => w.Edition.Number)]);
    }

    /// <summary>The edition that a change came with was saved in the same moment.</summary>
    private static HistoryLine Line(LogEntry row, PlanInForce plan)
    {
        var edition = plan.Editions.LastOrDefault(e => e.AdoptedAt <= row.At.AddSeconds(1)) ?? plan.Editions[0];
        return row.What switch
        {
            "measure.entered" => new(row.At, new("log.measure.entered", edition.Number), []),
            "measure.reworded" => new(row.At, new("log.measure.reworded", edition.Number), Changes(row.Details)),
            "measure.struckout" => new(row.At, new("log.measure.struckout", edition.Number), []),
            _ => new(row.At, new("log.other", row.What), []),
        };
    }

    private static List<(Message, Change)> Changes(string? details) =>
        details is null ? [] : [.. Json.Read<Dictionary<string, Change>>(details).Select(change => (new Message("log.field." + change.Key), change.Value))];
}
