using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Papers;

/// <summary>A paper as it is before any format: its blocks, and what it is known by.</summary>
internal sealed record Composed(PaperPart Part, PaperSaid Figures)
{
    /// <summary>By the kinds that the application has, as of one moment, as the press does it.</summary>
    /// <param name="for">Null for everybody's paper.</param>
    public static async Task<Composed> OfAsync(App app, string kind, Cast? @for, string? subject = null, string period = "2026-Q3", string language = "ky")
    {
        var actor = @for is null ? Actor.Visitor : await app.AsAsync(@for, (_, actor) => Task.FromResult(actor));
        var request = new PaperRequest(kind, [language], Span.Parse(period), subject, @for is null ? Audience.Public : Audience.Staff);
        await using var scope = app.Services.CreateAsyncScope();
        var (services, said) = (scope.ServiceProvider, new PaperSaid());
        return await PaperMoment.InAsync(services.GetRequiredService<Atkaruu.Data.Db>(), services, request.Audience, async moment =>
        {
            var scene = new PaperScene(services.GetRequiredService<Atkaruu.Data.Db>(), moment.Plan, moment.From(request), request, moment.Today, actor, services.GetRequiredService<EvidenceFiles>(), "https://example.kg", services);
            return new Composed(await services.GetRequiredService<PaperKinds>().Get(kind).ComposeAsync(scene, language, said, default), said);
        }, default);
    }

    /// <summary>All blocks, those that stand in others too.</summary>
    public IEnumerable<Block> Blocks => Flat(Part.Blocks);

    public IReadOnlyList<Table> Tables => [.. Blocks.OfType<Table>()];

    /// <summary>Everything that is written on it, a paragraph a line.</summary>
    public string Text => string.Join('\n', Blocks.SelectMany(Words));

    /// <summary>The row of a measure in the first table that has it under «title».</summary>
    public Row RowOf(Measure measure) => Tables.SelectMany(t => t.Rows).First(row => row.Kind == RowKind.Plain && row.Cells.Any(cell => Said(cell) == measure.Title.Ky || Said(cell).StartsWith(measure.ShortName.Ky, StringComparison.Ordinal)));

    public static string Said(Cell cell) => string.Join('\n', cell.Paragraphs.Select(p => p.Plain));

    /// <summary>What stands in a named column of a row of the first table.</summary>
    public string Cell(Row row, string column) => Said(row.Cells[Tables.First(t => t.Rows.Contains(row)).Columns.ToList().FindIndex(c => c.Name == column)]);

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Together together => Flat(together.Blocks),
        Beside beside => Flat(beside.Columns.SelectMany(c => c.Blocks)),
        _ => [block],
    });

    private static IEnumerable<string> Words(Block block) => block switch
    {
        Heading heading => [heading.Text.Plain],
        Paragraph paragraph => [paragraph.Text.Plain],
        Bullets bullets => bullets.Items.Select(i => i.Plain),
        Facts facts => facts.Pairs.Select(p => $"{p.Name} {p.Value.Plain}"),
        Tally tally => tally.Figures.Select(f => $"{f.Figure} {f.Words}"),
        Table table => [table.Caption ?? "", .. table.Columns.Select(c => c.Head), .. table.Rows.SelectMany(r => r.Cells).Select(Said)],
        Figure figure => [figure.Alt, figure.Caption ?? ""],
        Signatures signatures => signatures.Signers.Select(s => $"{s.Post} {s.Name}"),
        _ => [],
    };
}

/// <summary>A small cast that has told something: the administration a works measure, two village governments their shares of another.</summary>
internal sealed record Told(Period Period, Measure Works, Measure Shared)
{
    public const string OfWorks = "Дубалы тургузулду", OfChonAlay = "Чоң-Алайдын иши", OfKashkaSuu = "Кашка-Суунун иши";

    /// <summary>Accepted and not published.</summary>
    public static async Task<Told> AcceptedAsync(App app)
    {
        var period = await app.OpenPeriodAsync();
        var works = (await app.DutiesOfAsync(period, "RMA")).First(d => d.Part == Part.Lead && d.Measure.Kind == MeasureKind.Works && d.Measure.Schedule.To > new DateOnly(2026, 12, 31));
        await app.AcceptAsync(await app.SendAsync(Cast.AdministrationReporter, period, works, new() { Done = OfWorks, Phase = WorksPhase.Construction, PhysicalPercent = 42, Problems = "Цемент кымбаттады", NextStep = "Чатырын жабуу" }));
        var plan = await app.PlanAsync();
        var shared = plan.Measures.First(m => plan.DutyOf(m, "AO-CHON-ALAY")?.Part == Part.Share && plan.DutyOf(m, "AO-KASHKA-SUU")?.Part == Part.Share && plan.Owed(period).Any(d => d.Measure.Id == m.Id));
        await app.AcceptAsync(await app.SendAsync(Cast.Reporter, period, plan.DutyOf(shared, "AO-CHON-ALAY")!, new() { Done = OfChonAlay }));
        await app.AcceptAsync(await app.SendAsync(Cast.OtherReporter, period, plan.DutyOf(shared, "AO-KASHKA-SUU")!, new() { Done = OfKashkaSuu }));
        return new(period, works.Measure, shared);
    }

    public static async Task<Told> PublishedAsync(App app)
    {
        var told = await AcceptedAsync(app);
        await app.PublishAsync(told.Period);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        return told;
    }
}
