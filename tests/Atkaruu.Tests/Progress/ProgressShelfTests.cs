using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Tests.Reporting;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Atkaruu.Tests.Progress.Scene;

namespace Atkaruu.Tests.Progress;

/// <summary>Progress is brought up to date by what happens, and is what it would be if everything were computed anew.</summary>
public class ProgressShelfTests
{
    [Fact]
    public async Task The_plan_as_loaded_shows_no_progress()
    {
        await using var app = await App.StartAsync();
        var now = (await app.Progress())!;

        Assert.Equal((80, 0, null), (now.Whole.Count, now.Whole.Told, now.Whole.Reported));
        Assert.All(now.Measures, p => Assert.Contains(p.State, (string[])["wait", "silent"]));
        Assert.All(now.Measures, p => Assert.Equal((null, null, null), (p.Share, p.Verified, p.LastTold)));
    }

    [Fact]
    public async Task An_accepted_return_is_seen_at_once_by_staff_and_by_everybody_when_it_is_published()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync("2026-Q3");
        var duty = (await app.DutiesOfAsync(period, Cast.Reporter.Body!)).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works);
        var made = await app.SendAsync(Cast.Reporter, period, duty, new() { Done = "Дубал", Phase = WorksPhase.Construction, PhysicalPercent = 42 });

        Assert.Null((await app.Progress())!.Of(duty.Measure).Share);
        await app.AcceptAsync(made);
        Assert.Equal(0.639m, (await app.Progress())!.Of(duty.Measure).Share);
        Assert.Null((await app.Progress(Audience.Public))!.Of(duty.Measure).Share);

        await app.PublishAsync(period);
        Assert.Equal(0.639m, (await app.Progress(Audience.Public))!.Of(duty.Measure).Share);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var shown = (await app.PlanAsync()).Reported(duty.Measure)!;
        Assert.Equal((0.639m, "2026-Q3"), (shown.Share, shown.Last!.Value.Code));
    }

    /// <summary>What happens, one thing after the other; after each the kept progress is compared with one computed from nothing.</summary>
    [Fact]
    public async Task What_is_kept_is_what_would_be_computed_anew()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync("2026-Q3");
        var duties = (await app.DutiesOfAsync(period, Cast.Reporter.Body!)).Where(d => d.EntersValues).Take(6).ToList();
        List<Return> sent = [];
        foreach (var (i, duty) in duties.Index())
        {
            sent.Add(await app.SendAsync(Cast.Reporter, period, duty, new() { Done = "Иш", Phase = (WorksPhase)(i % 8), PhysicalPercent = 10 * i, Step = (ActionStep)(i % 4) }));
            await app.SameAsync();
        }
        foreach (var made in sent) { await app.AcceptAsync(made); await app.SameAsync(); }
        await app.DoAsync(Cast.Coordinator, sent[0], (r, by) => r.Reopen(by));
        await app.SameAsync();
        await app.AsAsync(Cast.Coordinator, async (db, by) =>
        {
            var measure = await db.Measures.SingleAsync(m => m.Id == duties[1].Measure.Id);
            db.Add(Assessment.Say(measure, by, Confidence.SupportNeeded, "Акча жок", app.Clock.Now()));
            return await db.SaveChangesAsync();
        });
        await app.SameAsync();
        await app.AsAsync(Cast.Verifier, async (db, by) =>
        {
            var visit = Visit.Assign(sent[2].MeasureId, period.Id, sent[2].Id, VisitOrigin.Own, by.PersonId, null);
            db.Add(visit);
            visit.Say(by, SourceKind.Inspector, Verdict.Partly, 60, "Жарымы", app.Clock.Today(), [], app.Clock.Now());
            return await db.SaveChangesAsync();
        });
        await app.SameAsync();
        await app.PublishAsync(period);
        await app.SameAsync();
        Assert.Equal(1, (await app.Progress())!.Whole.Looked);
    }

    [Fact]
    public void A_changed_measure_leaves_the_whole_as_if_everything_were_computed_anew() => Gen.Select(Histories.Told.List[2, 6], Gen.Int[0, 5], Histories.Told, Gen.Int[0, 2200]).Sample((all, which, other, days) =>
    {
        var view = Viewpoint.On(new DateOnly(2025, 1, 1).AddDays(days), Audience.Staff);
        var plan = PlanOf([.. all.Select(h => h.Promise)]);
        var facts = plan.Measures.Zip(all, (m, h) => (m.Id, Facts: About(plan, m, h.Promise, h.Told))).ToDictionary(x => x.Id, x => x.Facts);
        var before = ProgrammeProgress.Of(plan, Periods, facts, view);
        var changed = plan.Measures[which % all.Count];

        var now = About(plan, changed, all[which % all.Count].Promise, other.Told);
        var after = before.With(new Dictionary<Guid, MeasureFacts> { [changed.Id] = now });
        facts[changed.Id] = now;
        return Told(after) == Told(ProgrammeProgress.Of(plan, Periods, facts, view));
    }, iter: 2000);

    [Fact]
    public async Task It_is_readable_as_of_any_past_day_and_any_period()
    {
        await using var app = await App.StartAsync();
        var period = await app.OpenPeriodAsync("2026-Q3");
        var duty = (await app.DutiesOfAsync(period, Cast.Reporter.Body!)).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works);
        await app.AcceptAsync(await app.SendAsync(Cast.Reporter, period, duty, new() { Done = "Дубал", Phase = WorksPhase.Construction, PhysicalPercent = 42 }));
        var (now, today) = ((await app.Progress())!, app.Clock.Today());

        Assert.Null(now.From(Viewpoint.On(today.AddDays(-1), Audience.Staff)).Of(duty.Measure).Share);
        Assert.Null(now.From(Viewpoint.After(Span.Parse("2026-Q2")!.Value, today, Audience.Staff)).Of(duty.Measure).Share);
        Assert.Equal(0.639m, now.From(Viewpoint.After(Span.Parse("2026-Q3")!.Value, today, Audience.Staff)).Of(duty.Measure).Share);
    }

    [Fact]
    public async Task Nothing_is_read_again_while_nothing_has_happened()
    {
        await using var app = await App.StartAsync();
        var first = await app.Progress();
        Assert.Same(first, await app.Progress());
    }

    private static readonly IReadOnlyList<PeriodFact> Periods = Quarters();

    /// <summary>A plan of these promises, each measure under a name of its own.</summary>
    private static PlanInForce PlanOf(IReadOnlyList<Promise> promises)
    {
        Measure[] measures = [.. promises.Select((p, i) => Measure.Enter(Scene.Programme, i + 1, new()
        {
            Ordinal = i + 1, Number = null, SectionId = default, TaskId = default, Title = new("Иш", null, null), Schedule = p.Measure.Schedule, ExpectedResult = new("", null, null),
            ResponsibleText = "", Kind = p.Kind, ShortName = new("Иш", null, null), Bodies = ["RMA"], Lead = "RMA",
        }))];
        Indicator[] indicators = [.. promises.Zip(measures).SelectMany(x => x.First.Indicators.Select((known, i) => Copy(known, x.Second, i + 1)))];
        var body = new Body { Code = "RMA", Kind = default, Name = new("РМА", null, null), ShortName = new("РМА", null, null), Members = [], Aliases = [], Place = null };
        return new(Scene.Programme, [], [], [], measures, indicators, [body], [], [], "");
    }

    private static Indicator Copy(Indicator known, Measure of, int ordinal)
    {
        var copy = new Indicator { MeasureId = of.Id, Name = known.Name, Unit = known.Unit, Accumulation = known.Accumulation, Direction = known.Direction, Decimals = known.Decimals };
        copy.Stand(ordinal, known.Target, "", known.YearTargets);
        return copy.BeganAt(known.Baseline);
    }

    /// <summary>What was told, with its values said of the measure's own indicators.</summary>
    private static MeasureFacts About(PlanInForce plan, Measure measure, Promise promise, IEnumerable<Told> told)
    {
        var own = promise.Indicators.Zip(plan.Indicators(measure)).ToDictionary(x => x.First.Id, x => x.Second.Id);
        return Facts([.. told.Select(t => t with { Body = "RMA", Values = [.. t.Values.Where(v => own.ContainsKey(v.Indicator)).Select(v => v with { Indicator = own[v.Indicator] })] })]);
    }

    private static string Told(ProgrammeProgress progress) =>
        string.Join('\n', progress.Measures.Select(p => $"{p.Measure.Id} {p.State} {p.Share} {p.Verified} {p.Expected} {p.Executed} {p.DoneOn} {p.Move} {string.Join(',', p.History)}")) + progress.Whole.Reported + progress.Whole.Executed;
}

internal static class ProgressOfApp
{
    public static async Task<ProgrammeProgress?> Progress(this App app, Audience audience = Audience.Staff)
    {
        var shelf = app.Services.GetRequiredService<ProgressShelf>();
        return audience == Audience.Staff ? await shelf.CurrentAsync() : await shelf.PublicAsync();
    }

    /// <summary>What is at hand and what the database says from scratch are the same.</summary>
    public static async Task SameAsync(this App app)
    {
        var kept = (await app.Progress())!;
        var fresh = await app.InDbAsync(db => ProgressShelf.ReadAsync(db, kept.Plan, kept.View));
        foreach (var p in fresh.Measures)
        {
            var at = kept.Of(p.Measure);
            Assert.Equal((p.State, p.Share, p.Verified, p.Due, p.Executed, p.LastTold, p.Confidence, p.Move), (at.State, at.Share, at.Verified, at.Due, at.Executed, at.LastTold, at.Confidence, at.Move));
        }
    }
}
