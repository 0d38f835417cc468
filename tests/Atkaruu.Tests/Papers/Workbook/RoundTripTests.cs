using System.Diagnostics;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Papers.Workbooks;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Atkaruu.Tests.Reporting;
using Atkaruu.Web;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers.Workbooks;

/// <summary>What goes out reads back identically, also after another program has saved it.</summary>
public class RoundTripTests
{
    private const int Drafts = 60;

    private static readonly string[] Nasty =
    [
        "Ң Ө Ү ң ө ү", "=1+1", "+996 555", "-5", "@SUM(A1)", "'апостроф", "\"тырмакча\" «тырмакча»", "биринчи сап\nэкинчи сап\n\nтөртүнчү", "_x000D_ _x0041_", "<b>&amp;</b>", "  алдында жана аягында боштук  ",
        "12.05", "1/2", "2026-05-12", "007", "TRUE", "#N/A", "эмодзи 🏔️", "tab\tичинде", "\u00a0ажырагыс\u00a0боштук", new string('ж', Limits.Cell), "a|b|c", "~", "#|CA-027|3|-|9", "",
    ];

    /// <summary>Without underscores besides those above: LibreOffice takes «_x4_» for a control character, and drops it.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(One(Nasty), Gen.Char["абвңөүҢӨҮ =+-@'\"\n,.;|x0123456789<>&"].Array[0, 120].Select(c => new string(c)));
    private static readonly Gen<decimal?> Percents = Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 1000].Select(n => (decimal?)(n / 10m)));
    private static readonly Gen<decimal?> Numbers = Gen.OneOf(Gen.Const((decimal?)null), Gen.Long[0, 9_999_999_999_999].Select(n => (decimal?)(n / 10_000m)), Gen.Int[0, 500].Select(n => (decimal?)n));

    private static readonly Gen<(ReturnWords Words, decimal? Value, NoData? None, string Why)> Told =
        from texts in Texts.Array[6]
        from phase in One<WorksPhase?>([null, .. Enum.GetValues<WorksPhase>()])
        from step in One<ActionStep?>([null, .. Enum.GetValues<ActionStep>()])
        from percent in Percents
        from value in Numbers
        from none in One<NoData?>([null, null, .. Enum.GetValues<NoData>()])
        select (new ReturnWords { Done = texts[0], Problems = texts[1], Needs = texts[2], NeedsFrom = texts[3].Length > Limits.Line ? "" : texts[3], NextStep = texts[4], Phase = phase, Step = step, PhysicalPercent = percent }, value, none, texts[5]);

    private static Gen<T> One<T>(T[] of) => Gen.Int[0, of.Length - 1].Select(at => of[at]);

    [Fact]
    public async Task Every_draft_reads_back_as_it_went_out()
    {
        await using var app = await App.StartAsync();
        await ReadsBackAsync(app, bytes => Task.FromResult(bytes));
    }

    [Fact]
    public async Task Every_draft_reads_back_from_what_LibreOffice_saved()
    {
        var office = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "LibreOffice is not installed.");
        await using var app = await App.StartAsync();
        await ReadsBackAsync(app, bytes => SavedByAsync(office!, bytes));
    }

    private static async Task ReadsBackAsync(App app, Func<byte[], Task<byte[]>> onTheWay)
    {
        var period = await app.OpenPeriodAsync();
        var plan = await app.PlanAsync();
        var all = plan.Owed(period).GroupBy(d => d.Body.Code).OrderByDescending(g => g.Count()).SelectMany(g => g).Take(Drafts).ToList();
        var told = Told.Array[all.Count].Single();
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            foreach (var (duty, it) in all.Zip(told)) db.Add(Draft(plan, period, duty, it, actor, app.Clock.Now()));
            return await db.SaveChangesAsync();
        });

        foreach (var body in all.Select(d => d.Body).DistinctBy(b => b.Code))
            foreach (var language in new[] { "ky", "ru" })
                await app.InDbAsync(async db =>
                {
                    var desk = (await BookDesk.FindAsync(db, plan, Actor.System, period.Code, body.Code, app.Clock.Now(), default))!;
                    var book = await desk.MakeAsync(db, Actor.System, new PageText(language), app.Clock.Now(), default);
                    var back = BookFile.Read(await onTheWay(BookWriter.Write(book, "localhost")));
                    Assert.Empty(back.Notes);
                    Assert.Equal(book.Line.Id, back.Line.Id);
                    foreach (var part in book.Parts) await SameAsync(db, plan, book, part, back, app.Clock.Now());
                });
    }

    private static Return Draft(PlanInForce plan, Period period, Duty duty, (ReturnWords Words, decimal? Value, NoData? None, string Why) it, Actor actor, DateTime now)
    {
        var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, now);
        var words = duty.EntersValues ? it.Words with { Phase = duty.Measure.Kind == MeasureKind.Works ? it.Words.Phase : null, PhysicalPercent = duty.Measure.Kind == MeasureKind.Works ? it.Words.PhysicalPercent : null, Step = duty.Measure.Kind == MeasureKind.Action ? it.Words.Step : null } : new() { Done = it.Words.Done };
        var values = !duty.EntersValues ? [] : plan.Indicators(duty.Measure).Select(i => it.None is { } none ? Observation.None(i.Id, none, it.Why)
            : it.Value is { } value ? Observation.Of(i.Id, decimal.Round(i.IsPercent ? value % 1000 : value, i.Decimals), it.Why) : null).OfType<Observation>();
        made.Write(actor, words, values, now);
        return made;
    }

    /// <summary>Every cell as it was, and from the cells alone the same return.</summary>
    private static async Task SameAsync(Db db, PlanInForce plan, Book book, BookPart part, BookFile back, DateTime now)
    {
        var read = back.Parts.Single(p => p.Measure == part.Line.Measure);
        Assert.Equal(part.Line, read.Line);
        foreach (var row in part.Rows)
        {
            var answer = read.Answers[row.Asked.Code];
            Assert.Null(answer.Wrong);
            if (row.Asked.Ask is Ask.Words or Ask.Line) Assert.Equal(ReturnForm.Clean(row.Answer), ReturnForm.Clean(answer.Text));
            else Assert.Equal(row.Answer, Questions.Canonical(row.Asked, answer.Text));
        }
        Assert.Equal(BookState.Untouched, (await Review.OfAsync(db, plan, Actor.System, back.Line, read, null, now, default)).Is);

        var desk = (await Desk.FindAsync(db, plan, Actor.System, new(book.Period.Code, part.Line.Measure, book.Body.Code), now, default))!;
        if (desk.Return is not { } made) return;
        var form = new ReturnForm();
        foreach (var row in part.Rows) Questions.Set(form, row.Asked, Questions.Canonical(row.Asked, read.Answers[row.Asked.Code].Text));
        var entered = Entered.Read(desk, form);
        Assert.Empty(entered.Wrong);
        Assert.Equal(Clean(made.Words), entered.Words);
        Assert.Equal(made.Values.Select(Told1).Order(StringComparer.Ordinal), entered.Values.Select(Told1).Order(StringComparer.Ordinal));
    }

    private static string Told1(Observation o) => $"{o.IndicatorId} {o.Value:0.####} {o.NoData} {ReturnForm.Clean(o.Explanation)}";

    private static ReturnWords Clean(ReturnWords w) => w with { Done = ReturnForm.Clean(w.Done), Problems = ReturnForm.Clean(w.Problems), Needs = ReturnForm.Clean(w.Needs), NeedsFrom = ReturnForm.Clean(w.NeedsFrom), NextStep = ReturnForm.Clean(w.NextStep) };

    private static async Task<byte[]> SavedByAsync(string office, byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("atkaruu-office-").FullName;
        try
        {
            var (before, after) = (Path.Combine(folder, "form.xlsx"), Path.Combine(folder, "after"));
            await File.WriteAllBytesAsync(before, file);
            using var run = Process.Start(new ProcessStartInfo(office, ["--headless", "-env:UserInstallation=file://" + folder + "/user", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", after, before]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync(), run.WaitForExitAsync());
            return await File.ReadAllBytesAsync(Path.Combine(after, "form.xlsx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
