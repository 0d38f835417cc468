using Atkaruu.Tests.Reporting;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Papers.Amendment;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

/// <summary>The plan as of an act, and what the act changed.</summary>
public sealed class AmendmentPaperTests
{
    [Fact]
    public void What_stayed_and_what_was_taken_out_is_the_old_text_and_with_what_was_put_in_the_new_one()
    {
        var text = Gen.OneOf([.. new[] { "чатыр", "жабуу", "2025", "-", "–", " ", "  ", "\n", ",", "ж", "жылдар", "№", "«", "»" }.Select(word => Gen.Const(word))]).List[0, 14].Select(words => string.Concat(words));
        Gen.Select(text, text).Sample((old, now) =>
        {
            var changes = WordChanges.Of(old, now);
            Assert.Equal(old, string.Concat(changes.Where(c => c.Look != RunLook.Inserted).Select(c => c.Text)));
            Assert.Equal(now, string.Concat(changes.Where(c => c.Look != RunLook.Struck).Select(c => c.Text)));
            Assert.DoesNotContain(changes, c => c.Text.Length == 0);
        });
    }

    [Fact]
    public void Only_the_words_that_changed_are_marked() =>
        Assert.Equal([("Чатырды ", RunLook.Plain), ("2025", RunLook.Struck), ("2026", RunLook.Inserted), ("-жылы жабуу", RunLook.Plain)],
            WordChanges.Of("Чатырды 2025-жылы жабуу", "Чатырды 2026-жылы жабуу").Select(c => (c.Text, c.Look)));

    [Fact]
    public void A_long_text_that_is_all_new_is_not_a_mosaic() =>
        Assert.Equal([("бир эки үч", RunLook.Struck), ("төрт беш алты", RunLook.Inserted)], WordChanges.Of("бир эки үч", "төрт беш алты").Select(c => (c.Text, c.Look)));

    [Fact]
    public async Task A_first_edition_says_that_there_is_nothing_to_compare()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var (plan, paper) = (await app.PlanAsync(), await Composed.OfAsync(app, "amendment", null));

        Assert.Contains("салыштыра турган мурунку редакция жок", paper.Text, StringComparison.Ordinal);
        var table = paper.Tables.Single();
        Assert.Equal(plan.Programme.Headings, table.Columns.Select(c => c.Head));
        Assert.Equal(plan.Measures.Select(m => m.Title.Ky), table.Rows.Where(r => r.Kind == RowKind.Plain).Select(r => Composed.Said(r.Cells[2])));
        Assert.Equal("paper.rule.no-such.edition", (await Assert.ThrowsAsync<RuleException>(() => Composed.OfAsync(app, "amendment", null, "2"))).Sentence.Key);
    }

    [Fact]
    public async Task What_an_act_took_out_stays_visible_and_says_by_which_act()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var (struckOut, reworded) = await AmendAsync(app);

        var paper = await Composed.OfAsync(app, "amendment", null);
        var row = paper.Tables[0].Rows.Single(r => r.Cells.Any(c => Composed.Said(c).StartsWith(struckOut.Title.Ky + "\n", StringComparison.Ordinal)));
        Assert.Equal(RunLook.Struck, row.Cells[2].Paragraphs[0].Runs.Single().Look);
        Assert.EndsWith("2026-жылдын 12-июнундагы № 114 буйругу менен алынып салынды.", row.Cells[2].Paragraphs[1].Plain, StringComparison.Ordinal);

        var changed = paper.Tables[1].Rows;
        Assert.Equal(2, changed.Count);
        var title = changed.Single(r => Composed.Said(r.Cells[6]).StartsWith(reworded.Code, StringComparison.Ordinal)).Cells[2].Paragraphs[0];
        Assert.Equal(reworded.Title.Ky, string.Concat(title.Runs.Where(r => r.Look != RunLook.Inserted).Select(r => r.Text)));
        Assert.Equal(reworded.Title.Ky + " жана бүтүрүү", string.Concat(title.Runs.Where(r => r.Look != RunLook.Struck).Select(r => r.Text)));

        var first = await Composed.OfAsync(app, "amendment", null, "1");
        Assert.Contains("Бул редакция күчүн жоготкон", first.Text, StringComparison.Ordinal);
        Assert.Contains(first.Tables[0].Rows, r => r.Cells.Any(c => Composed.Said(c) == reworded.Title.Ky));
        Assert.DoesNotContain(first.Tables[0].Rows.SelectMany(r => r.Cells).SelectMany(c => c.Paragraphs).SelectMany(p => p.Runs), r => r.Look == RunLook.Struck);
    }

    /// <summary>An act takes out the third measure and rewords the first.</summary>
    private static async Task<(Measure StruckOut, Measure Reworded)> AmendAsync(App app)
    {
        var plan = await app.PlanAsync();
        var (struckOut, reworded) = (plan.Measures[2], plan.Measures[0]);
        var file = plan.ToFile();
        file = file with
        {
            Sections = [.. file.Sections.Select(s => s with { Tasks = [.. s.Tasks.Select(t => t with { Measures = [.. t.Measures.Where(m => m.Code != struckOut.Code)
                .Select(m => m.Code == reworded.Code ? m with { Title = new(m.Title.Ky + " жана бүтүрүү", m.Title.Ru, m.Title.En) } : m)] })] })],
        };
        await app.InDbAsync(db => new Adoption(db, app.Clock).AdoptAsync(file, ActText.Parse("буйрук № 114, 12.06.2026", plan.Edition.Act.Body), "test"));
        app.Services.GetRequiredService<PlanShelf>().Forget();
        return (struckOut, reworded);
    }
}
