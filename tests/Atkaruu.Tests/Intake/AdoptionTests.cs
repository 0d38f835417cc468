using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Intake;

public class AdoptionTests
{
    private static readonly PlanFile First = BundledPlan.ChonAlay.Plan;
    private static readonly Act SecondAct = ActText.Parse("№ 114, 12.06.2026", "Чоң-Алай РМА");

    [Fact]
    public async Task First_run_adopts_the_bundled_plan()
    {
        await using var app = await App.StartEmptyAsync();

        var plan = await PlanAsync(app);

        Assert.Equal(80, plan.Measures.Count);
        Assert.Equal(["CA-001", "CA-080"], [plan.Measures[0].Code, plan.Measures[^1].Code]);
        Assert.Equal(1, plan.Edition.Number);
        Assert.Null(plan.Edition.Act.Number); // the paper leaves it blank
        Assert.Equal(["measure.entered"], await app.WhatHappenedToAsync(plan.Measure("CA-013")!));
    }

    [Fact]
    public async Task Starting_again_loads_nothing_twice()
    {
        await using var app = await App.StartAsync();

        await app.InDbAsync(db => FirstRun.LoadAsync(db, BundledPlan.ChonAlay, app.Clock));

        Assert.Equal(80, await app.InDbAsync(db => db.Measures.CountAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task The_plan_in_force_is_written_out_as_it_was_read()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(PlanYaml.Write(First), PlanYaml.Write((await PlanAsync(app)).ToFile()));
    }

    [Fact]
    public async Task An_amendment_rewords_adds_and_strikes_out_and_keeps_the_first_words()
    {
        await using var app = await App.StartAsync();
        var reworded = First.Rows().ElementAt(8).Measure; // CA-009, whose deadline was left out
        var amended = Amend(rows => [.. rows.Where(m => m.Code != "CA-005").Select(m => m.Code == reworded.Code ? m with { Schedule = new("2027-жыл", ScheduleKind.Year, new(2027, 1, 1), new(2027, 12, 31)) } : m), New("Жаңы көпүрө куруу")]);

        var (edition, changes) = await AdoptAsync(app, amended);

        var plan = await PlanAsync(app);
        Assert.Equal(new EditionChanges(80, Added: 1, Reworded: 1, StruckOut: 1), changes);
        Assert.Equal(2, plan.Edition.Number);
        Assert.Equal("2027-жыл", plan.Measure("CA-009")!.Schedule.Text);
        Assert.Equal(MeasureState.StruckOut, plan.Measure("CA-005")!.State);
        Assert.Equal("Жаңы көпүрө куруу", plan.Measure("CA-081")!.Title.Ky);
        Assert.Equal(["measure.entered", "measure.reworded"], await app.WhatHappenedToAsync(plan.Measure("CA-009")!));
        Assert.Equal(["measure.entered", "measure.struckout"], await app.WhatHappenedToAsync(plan.Measure("CA-005")!));

        var id = plan.Measure("CA-009")!.Id;
        var wordings = await app.InDbAsync(db => db.Wordings.Where(w => w.MeasureId == id).Join(db.Editions, w => w.EditionId, e => e.Id, (w, e) => new { e.Number, w.Change, w.ScheduleText }).OrderBy(w => w.Number).ToListAsync());
        Assert.Equal([(1, WordingChange.Added, ""), (2, WordingChange.Reworded, "2027-жыл")], wordings.Select(w => (w.Number, w.Change, w.ScheduleText)));
        Assert.Null((await app.InDbAsync(db => Audit.VerifyAsync(db))).Broken);
        Assert.Equal(edition.Id, plan.Edition.Id);
    }

    [Fact]
    public async Task A_code_is_never_given_twice()
    {
        await using var app = await App.StartAsync();
        await AdoptAsync(app, Amend(rows => [.. rows, New("Биринчи жаңы")]));
        await AdoptAsync(app, First, ActText.Parse("№ 115, 13.06.2026", ""));

        await AdoptAsync(app, Amend(rows => [.. rows, New("Экинчи жаңы")]), ActText.Parse("№ 116, 14.06.2026", ""));

        var plan = await PlanAsync(app);
        Assert.Equal(MeasureState.StruckOut, plan.Measure("CA-081")!.State);
        Assert.Equal("Экинчи жаңы", plan.Measure("CA-082")!.Title.Ky);
    }

    [Fact]
    public async Task The_same_act_is_refused_a_second_time()
    {
        await using var app = await App.StartAsync();
        await AdoptAsync(app, First);

        var refused = await Assert.ThrowsAsync<RuleException>(() => AdoptAsync(app, First));

        Assert.Equal("adopt.same-act", refused.Sentence.Key);
        Assert.Equal(2, await app.InDbAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task A_body_nobody_knows_is_refused_by_name()
    {
        await using var app = await App.StartAsync();

        var refused = await Assert.ThrowsAsync<RuleException>(() => AdoptAsync(app, Amend(rows => [.. rows.Select(m => m with { Bodies = ["NOBODY"] })])));

        Assert.Equal(new Message("adopt.unknown-body", "NOBODY"), refused.Sentence);
    }

    [Theory]
    [InlineData("№ 114, 12.06.2026", "буйрук", "114", "2026-06-12")]
    [InlineData("токтом №7-б 2026-06-12", "токтом", "7-б", "2026-06-12")]
    [InlineData("Чоң-Алай РМАнын № 20/1 буйругу 1.2.2027", "буйрук", "20/1", "2027-02-01")]
    public void An_act_is_read_from_a_clerks_words(string text, string kind, string number, string date)
    {
        var act = ActText.Parse(text, "");

        Assert.Equal((kind, number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), (act.Kind, act.Number, act.Date));
    }

    [Theory]
    [InlineData("буйрук")]
    [InlineData("№ 114")]
    [InlineData("12.06.2026")]
    [InlineData("№ 114, 45.13.2026")]
    public void An_act_without_number_or_date_is_refused(string text) =>
        Assert.Equal("adopt.act", Assert.Throws<RuleException>(() => ActText.Parse(text, "")).Sentence.Key);

    private static Task<(Edition, EditionChanges)> AdoptAsync(App app, PlanFile plan, Act? act = null) =>
        app.InDbAsync(db => new Adoption(db, app.Clock).AdoptAsync(plan, act ?? SecondAct, "test"));

    private static async Task<PlanInForce> PlanAsync(App app)
    {
        var shelf = (PlanShelf)app.Services.GetService(typeof(PlanShelf))!;
        shelf.Forget();
        return (await shelf.CurrentAsync())!;
    }

    /// <summary>The first plan with the measures of its last task changed, or all of them.</summary>
    private static PlanFile Amend(Func<IReadOnlyList<MeasureInFile>, IReadOnlyList<MeasureInFile>> change)
    {
        var all = change([.. First.Rows().Select(r => r.Measure)]).ToList();
        var known = First.Rows().Select(r => r.Measure.Code).ToHashSet();
        var fresh = all.Where(m => m.Code is null || !known.Contains(m.Code)).ToList();
        var sections = First.Sections.Select(s => s with
        {
            Tasks = [.. s.Tasks.Select(t => t with { Measures = [.. t.Measures.Select(m => all.Find(a => a.Code == m.Code)).OfType<MeasureInFile>()] }).Where(t => t.Measures.Count > 0)],
        }).ToList();
        var last = sections[^1];
        sections[^1] = last with { Tasks = [.. last.Tasks.SkipLast(1), last.Tasks[^1] with { Measures = [.. last.Tasks[^1].Measures, .. fresh] }] };
        return First with { Sections = sections };
    }

    private static MeasureInFile New(string title) => new()
    {
        Title = new(title),
        Schedule = new("2028-жыл", ScheduleKind.Year, new(2028, 1, 1), new(2028, 12, 31)),
        Result = new("Көпүрө курулат"),
        Responsible = "РМА",
        Kind = MeasureKind.Works,
        ShortName = new(title),
        Lead = "RMA",
        Bodies = ["RMA"],
    };
}
