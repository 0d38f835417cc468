using Atkaruu.Data;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Intake;

/// <summary>What an edition changed, for a terminal: added, reworded (old → new), struck out. Silent about the first edition.</summary>
internal static class ComparisonText
{
    public static async Task WriteAsync(TextWriter to, Db db, Edition edition, string language)
    {
        if (edition.Number == 1) return;
        var before = await db.Editions.Where(e => e.ProgrammeId == edition.ProgrammeId && e.Number == edition.Number - 1).Select(e => e.Id).SingleAsync();
        var old = await db.Wordings.AsNoTracking().Where(w => w.EditionId == before).ToDictionaryAsync(w => w.MeasureId);
        var now = await db.Wordings.AsNoTracking().Where(w => w.EditionId == edition.Id && w.Change != WordingChange.Same).OrderBy(w => w.Ordinal).ToListAsync();
        var codes = await db.Measures.Where(m => m.ProgrammeId == edition.ProgrammeId).ToDictionaryAsync(m => m.Id, m => m.Code);

        foreach (var wording in now)
        {
            var change = wording.Change switch { WordingChange.Added => "adopt.added", WordingChange.StruckOut => "adopt.struck-out", _ => "adopt.reworded" };
            await to.WriteLineAsync($"{codes[wording.MeasureId]}  {Texts.All.Say(language, change)}: {wording.Title}");
            if (wording.Change != WordingChange.Reworded || !old.TryGetValue(wording.MeasureId, out var was)) continue;
            foreach (var (field, from, into) in Differences(was, wording))
                await to.WriteLineAsync($"    {Texts.All.Say(language, field)}: «{from}» → «{into}»");
        }
    }

    private static IEnumerable<(string Field, string? From, string? Into)> Differences(Wording was, Wording now) =>
        new[]
        {
            ("adopt.field.number", was.Number, now.Number), ("adopt.field.title", was.Title, now.Title), ("adopt.field.schedule", was.ScheduleText, now.ScheduleText),
            ("adopt.field.result", was.ExpectedResult, now.ExpectedResult), ("adopt.field.responsible", was.ResponsibleText, now.ResponsibleText),
        }.Where(f => f.Item2 != f.Item3);
}
