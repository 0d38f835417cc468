using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Intake;

/// <summary>
/// Makes an edition of a plan: the first, or one that an act has changed. Measures are known by their codes; a measure
/// the file does not name is struck out and stays visible. All or nothing, in one transaction with its log rows.
/// </summary>
public sealed class Adoption(Db db, TimeProvider clock)
{
    private readonly List<Wording> _wordings = [];
    private Programme _programme = null!;
    private Dictionary<string, Measure> _known = [];
    private int _codeNumber;

    /// <summary>Adopts a plan by an act. The change is saved.</summary>
    /// <exception cref="RuleException">The same act a second time, or a plan without measures, or with too many.</exception>
    public async Task<(Edition Edition, EditionChanges Changes)> AdoptAsync(PlanFile plan, Act act, string source, CancellationToken stop = default)
    {
        var rows = plan.Rows().ToList();
        if (rows.Count == 0) throw new RuleException(new("adopt.empty"));
        if (rows.Count > Limits.Measures) throw new RuleException(new("adopt.too-many", rows.Count, Limits.Measures));
        RefuseUnknownBodies(rows, await db.Bodies.Select(b => b.Code).ToListAsync(stop));

        var before = await db.Programmes.SingleOrDefaultAsync(p => p.Code == plan.Programme.Code, stop);
        var editions = before is null ? [] : await db.Editions.Where(e => e.ProgrammeId == before.Id).ToListAsync(stop);
        if (act.Number is not null && editions.Any(e => e.Act.Number == act.Number && e.Act.Date == act.Date))
            throw new RuleException(new("adopt.same-act", act.Text));

        _programme = before ?? Begin(plan.Programme);
        _known = before is null
            ? new(StringComparer.OrdinalIgnoreCase)
            : await db.Measures.Include(m => m.Bodies).Include(m => m.Places).AsSplitQuery()
                .Where(m => m.ProgrammeId == before.Id).ToDictionaryAsync(m => m.Code, StringComparer.OrdinalIgnoreCase, stop);
        _codeNumber = _known.Values.Select(m => int.Parse(m.Code[(m.Code.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();

        await EnterAsync(plan, stop);
        StrikeOutTheRest();

        var changes = new EditionChanges(rows.Count, Count(WordingChange.Added), Count(WordingChange.Reworded), Count(WordingChange.StruckOut));
        var edition = Edition.Adopt(_programme, editions.Count + 1, act, source, clock.GetUtcNow().UtcDateTime, changes);
        db.Add(edition);
        db.AddRange(_wordings.Select(w => Of(edition, w)));
        await db.SaveChangesAsync(stop);
        return (edition, changes);
    }

    private int Count(WordingChange change) => _wordings.Count(w => w.Change == change);

    private Programme Begin(ProgrammeInFile p)
    {
        var programme = Programme.Begin(p.Code, p.Prefix, p.District, p.FromYear, p.ToYear, p.Title, p.Headings, p.Signers);
        db.Add(programme);
        return programme;
    }

    private static void RefuseUnknownBodies(List<(SectionInFile, TaskInFile, MeasureInFile Measure)> rows, List<string> known)
    {
        var unknown = rows.SelectMany(r => r.Measure.Bodies).Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new RuleException(new("adopt.unknown-body", string.Join(", ", unknown)));
    }

    private async Task EnterAsync(PlanFile plan, CancellationToken stop)
    {
        var sections = await db.Sections.Where(s => s.ProgrammeId == _programme.Id).ToListAsync(stop);
        var tasks = await db.Tasks.Where(t => t.ProgrammeId == _programme.Id).ToListAsync(stop);
        var indicators = (await db.Indicators.Where(i => db.Measures.Any(m => m.Id == i.MeasureId && m.ProgrammeId == _programme.Id)).ToListAsync(stop)).ToLookup(i => i.MeasureId);
        sections.ForEach(s => s.StandAt(0));
        tasks.ForEach(t => t.StandAt(0));
        var (sectionOrdinal, taskOrdinal, ordinal) = (0, 0, 0);

        foreach (var s in plan.Sections)
        {
            var section = sections.Find(x => x.Ordinal == 0 && x.Title.Ky == s.Title.Ky) ?? New(new Section { ProgrammeId = _programme.Id, Level = s.Level, Title = s.Title });
            section.StandAt(++sectionOrdinal);
            foreach (var t in s.Tasks)
            {
                var task = tasks.Find(x => x.Ordinal == 0 && x.SectionId == section.Id && x.Title.Ky == t.Title.Ky)
                    ?? New(new PlanTask { ProgrammeId = _programme.Id, SectionId = section.Id, Title = t.Title });
                task.StandAt(++taskOrdinal);
                foreach (var row in t.Measures)
                {
                    var measure = Enter(row, ++ordinal, section, task);
                    Measured(measure, row, indicators[measure.Id].ToList());
                }
            }
        }
    }

    private T New<T>(T entity) where T : Entity
    {
        db.Add(entity);
        return entity;
    }

    private Measure Enter(MeasureInFile row, int ordinal, Section section, PlanTask task)
    {
        var words = new MeasureWords
        {
            Ordinal = ordinal,
            Number = row.Number,
            SectionId = section.Id,
            TaskId = task.Id,
            Title = row.Title,
            Schedule = row.Schedule,
            ExpectedResult = row.Result,
            ResponsibleText = row.Responsible,
            Kind = row.Kind,
            ShortName = row.ShortName,
            Lead = row.Lead,
            Bodies = row.Bodies,
            Places = row.Places,
            Amounts = row.Amounts,
            Sdg = row.Sdg,
            Cofog = row.Cofog,
            Dac = row.Dac,
            Note = row.Note,
        };
        Measure measure;
        WordingChange change;
        if (row.Code is not null && _known.Remove(row.Code, out var known))
        {
            measure = known;
            change = measure.Reword(words) ? WordingChange.Reworded : WordingChange.Same;
        }
        else
        {
            measure = New(Measure.Enter(_programme, NextCode(row.Code), words));
            change = WordingChange.Added;
        }
        _wordings.Add(WordingOf(measure, change, section.Title.Ky, task.Title.Ky));
        return measure;
    }

    /// <summary>The number of a code the file gives, if it is one of ours; the next free one otherwise. A code is never given twice.</summary>
    private int NextCode(string? code)
    {
        var given = code is not null && code.StartsWith(_programme.Prefix + "-", StringComparison.Ordinal)
            && int.TryParse(code[(_programme.Prefix.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var next = given > _codeNumber ? given : _codeNumber + 1;
        _codeNumber = next;
        return next;
    }

    /// <summary>The same name, unit and way of adding up is the same indicator, whatever its target: what was observed stays with it.</summary>
    private void Measured(Measure measure, MeasureInFile row, List<Indicator> old)
    {
        var (before, left) = (Says(old), old.Where(i => i.Ordinal > 0).ToList());
        List<Indicator> now = [];
        foreach (var (n, i) in row.Indicators.Index())
        {
            var (accumulation, direction) = (Enum.Parse<Accumulation>(i.Accumulation), Enum.Parse<Direction>(i.Direction));
            var indicator = old.Find(o => o.Name.Ky == i.Name.Ky && o.Unit == i.Unit && o.Accumulation == accumulation && o.Direction == direction && !now.Contains(o)) ?? New(new Indicator
            {
                MeasureId = measure.Id,
                Name = i.Name,
                Unit = i.Unit,
                Accumulation = accumulation,
                Direction = direction,
                Decimals = i.Decimals,
            }.BeganAt(i.Baseline));
            indicator.Stand(n + 1, i.Target, i.Source, [.. i.Targets.OrderBy(t => t.Key).Select(t => new YearTarget(t.Key, t.Value))]);
            left.Remove(indicator);
            now.Add(indicator);
        }
        left.ForEach(i => i.Retire());
        if (before.Length > 0 && before != Says(now)) measure.ChangeTargets(before, Says(now));
    }

    private static string Says(IEnumerable<Indicator> indicators) => string.Join("; ", indicators.Where(i => i.Ordinal > 0).OrderBy(i => i.Ordinal).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i.Name.Ky}: {i.Target:0.####} {i.Unit} [{string.Join(", ", i.YearTargets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Year}: {t.Value:0.####}")))}]")));

    private void StrikeOutTheRest()
    {
        foreach (var measure in _known.Values.Where(m => m.State != MeasureState.StruckOut))
        {
            measure.StrikeOut();
            _wordings.Add(WordingOf(measure, WordingChange.StruckOut, "", ""));
        }
    }

    private static Wording WordingOf(Measure m, WordingChange change, string section, string task) => new()
    {
        EditionId = Guid.Empty,
        MeasureId = m.Id,
        Change = change,
        Ordinal = m.Ordinal,
        Number = m.Number,
        Section = section,
        Task = task,
        Title = m.Title.Ky,
        ScheduleText = m.Schedule.Text,
        ExpectedResult = m.ExpectedResult.Ky,
        ResponsibleText = m.ResponsibleText,
    };

    private static Wording Of(Edition edition, Wording w) => new()
    {
        EditionId = edition.Id,
        MeasureId = w.MeasureId,
        Change = w.Change,
        Ordinal = w.Ordinal,
        Number = w.Number,
        Section = w.Section,
        Task = w.Task,
        Title = w.Title,
        ScheduleText = w.ScheduleText,
        ExpectedResult = w.ExpectedResult,
        ResponsibleText = w.ResponsibleText,
    };
}
