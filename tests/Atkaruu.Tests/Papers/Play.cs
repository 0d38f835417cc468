using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Paper = Atkaruu.Modules.Papers.Paper;

namespace Atkaruu.Tests.Papers;

/// <summary>Small papers that say how many measures have been told about, and a format that is plain text: what is tested is their life.</summary>
internal static class Play
{
    public static Task<App> StartAsync(params (string Name, string Value)[] settings) => App.StartWithAsync(With(), settings);

    /// <param name="hinder">What happens while one is composed.</param>
    public static Action<IServiceCollection> With(Func<CancellationToken, Task>? hinder = null) => services => services
        .AddSingleton(new PaperKinds(
        [
            new TestPaper("execution", PaperAbout.Programme, hasPeriod: true) { Also = [PaperAbout.Body] },
            new TestPaper("passport", PaperAbout.Measure, hasPeriod: false),
            new TestPaper("brief", PaperAbout.Programme, hasPeriod: false) { Public = false },
            new TestPaper("review", PaperAbout.Programme, hasPeriod: true) { Long = true, Hinder = hinder },
            new TestPaper("orders", PaperAbout.Programme, hasPeriod: false) { Public = false, In = [PaperFormat.Docx] },
        ]))
        .AddSingleton<WritePaper>((paper, format, file) => file.Write(Encoding.UTF8.GetBytes(
            $"{format}|{paper.Title}|{paper.Mark.Code}|{paper.Mark.Address}|{string.Join(',', paper.Parts.Select(p => p.Language))}|{string.Join('|', paper.Parts.SelectMany(p => p.Blocks).OfType<Paragraph>().Select(p => p.Text.Plain))}")));

    public static Task<Paper> OnlyAsync(this App app) => app.InDbAsync(db => db.Papers.AsNoTracking().SingleAsync());

    public static Task<List<Paper>> PapersAsync(this App app) => app.InDbAsync(db => db.Papers.AsNoTracking().OrderBy(p => p.AskedAt).ThenBy(p => p.Id).ToListAsync());

    /// <summary>The third quarter of 2026, in which Чынара's village government has told something that was accepted.</summary>
    public static async Task<(Period Period, Return Made)> AcceptedAsync(this App app)
    {
        var period = await app.OpenPeriodAsync();
        var duty = (await app.DutiesOfAsync(period, Cast.Reporter.Body!)).First(d => d.EntersValues);
        return (period, await app.AcceptAsync(await app.SendAsync(Cast.Reporter, period, duty)));
    }

    public static async Task<(string Code, string Text)> TakeAsync(this Browser browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return (answer.Headers.GetValues("X-Paper-Code").Single(), await answer.Content.ReadAsStringAsync());
    }

    private sealed class TestPaper(string code, PaperAbout about, bool hasPeriod) : PaperKind
    {
        public bool Public { get; init; } = true;
        public bool Long { get; init; }
        public IReadOnlyList<PaperAbout> Also { get; init; } = [];
        public IReadOnlyList<PaperFormat> In { get; init; } = [PaperFormat.Docx, PaperFormat.Pdf, PaperFormat.Xlsx];
        public Func<CancellationToken, Task>? Hinder { get; init; }

        public override string Code => code;
        public override PaperAbout About => about;
        public override bool HasPeriod => hasPeriod;
        public override IReadOnlyList<PaperFormat> Formats => In;
        public override bool IsPublic => Public;
        public override bool IsLong => Long;
        public override IReadOnlyList<PaperAbout> AlsoAbout => Also;

        public override async Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop)
        {
            if (Hinder is not null) await Hinder(stop);
            var told = scene.Progress.Measures.Count(m => m.LastTold is not null);
            said.Add(new Message("papers.paper"), $"told {told}");
            var counted = await scene.Db.Returns.CountAsync(r => r.State == ReturnState.Published, stop);
            return new(language, $"{code} {language}", PageShape.Portrait, [new Paragraph($"told {told} of {scene.Plan.Measures.Count}"), new Paragraph($"published {counted}")]);
        }
    }
}
