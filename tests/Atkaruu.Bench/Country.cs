using System.Diagnostics;
using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atkaruu.Bench;

/// <summary>
/// A country in one database: districts of 90 measures with ten indicators each, and 22 quarters of accepted and published
/// returns; fifty of them are 4,500 measures, 99,000 returns and 990,000 observations. The district that is served was adopted
/// last. Made by the domain's verbs; only the district that is served keeps the log rows of its returns.
/// </summary>
internal static class Country
{
    private const int Measures = 90, IndicatorsEach = 10;
    private static readonly Span[] Quarters = [.. Enumerable.Range(2021, 6).SelectMany(year => Span.Of(year, SpanKind.Quarter)).Take(22)];

    public static async Task<int> MakeAsync(string folder, int districts)
    {
        await using var app = await AppAsync();
        Directory.CreateDirectory(folder);
        var coordinator = (await Scene.PeopleAsync(app, 1, Role.Coordinator))[0];
        await File.WriteAllTextAsync(Path.Combine(folder, "coordinator"), coordinator.Cookie);
        for (var number = 1; number <= districts; number++)
        {
            await DistrictAsync(app, number, coordinator.Actor, serves: number == districts);
            Console.Error.WriteLine($"district {number} of {districts}");
        }
        return 0;
    }

    /// <summary>Prints: seconds of a full recomputation of every district, and the median and p95 in ms of a touched return's.</summary>
    public static async Task<int> ComputeAsync()
    {
        await using var app = await AppAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var editions = await db.Editions.Where(e => e.Number == 1 && e.Source == "bench").Select(e => e.Id).ToListAsync();
        var view = Viewpoint.On(new(2026, 10, 12), Audience.Staff);

        var whole = Stopwatch.StartNew();
        ProgrammeProgress last = null!;
        foreach (var edition in editions) last = await ProgressShelf.ReadAsync(db, await PlanShelf.ReadAsync(db, edition), view);
        whole.Stop();

        List<double> single = [];
        for (var i = 0; i < 200; i++)
        {
            var touched = Stopwatch.StartNew();
            last = last.With(await FactsReading.ReadAsync(db, [last.Plan.Measures[i % Measures].Id], last.Periods));
            _ = last.Whole;
            if (i >= 20) single.Add(touched.Elapsed.TotalMilliseconds);
        }
        single.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{whole.Elapsed.TotalSeconds:0.0} {single[single.Count / 2]:0.0} {single[single.Count * 95 / 100]:0.0} {last.Whole.Told}"));
        return 0;
    }

    private static async Task<WebApplication> AppAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        return app;
    }

    private static async Task DistrictAsync(WebApplication app, int number, Actor by, bool serves)
    {
        var chance = new Random(number);
        var programme = Programme.Begin($"bench-{number}", $"B{number:00}", "41706259000000", 2021, 2030, new($"{number}-район", null, null), [], []);
        var edition = Edition.Adopt(programme, 1, new("буйрук", "РМА", number.ToString(CultureInfo.InvariantCulture), null, 2021, null, "сыноо"), "bench", DateTime.UtcNow, new(Measures, 0, 0, 0));
        Section[] sections = [.. Enumerable.Range(1, 6).Select(_ => new Section { ProgrammeId = programme.Id, Level = 1, Title = new("Бөлүм", null, null) })];
        PlanTask[] tasks = [.. sections.SelectMany(s => Enumerable.Range(1, 3).Select(_ => new PlanTask { ProgrammeId = programme.Id, SectionId = s.Id, Title = new("Милдет", null, null) }))];
        foreach (var (i, section) in sections.Index()) section.StandAt(i + 1);
        foreach (var (i, task) in tasks.Index()) task.StandAt(i + 1);

        var bodies = (await InDbAsync(app, by, db => db.Bodies.AsNoTracking().ToListAsync())).Where(b => !b.IsGroup).ToList();
        var places = await InDbAsync(app, by, db => db.Places.AsNoTracking().Where(p => p.Kind == Modules.Places.PlaceKind.Municipality).Select(p => p.Code).ToListAsync());
        Measure[] measures = [.. Enumerable.Range(0, Measures).Select(i => Measure.Enter(programme, i + 1, Words(i, tasks[i % tasks.Length], bodies[i % bodies.Count].Code, places[i % places.Count])))];
        List<Indicator> indicators = [.. measures.SelectMany(m => Enumerable.Range(1, IndicatorsEach).Select(i => IndicatorOf(m, i)))];
        await InDbAsync(app, by, async db =>
        {
            db.AddRange([programme, edition, .. sections, .. tasks, .. measures, .. indicators]);
            return await db.SaveChangesAsync();
        });
        foreach (var span in Quarters) await QuarterAsync(app, by, programme, measures, indicators.ToLookup(i => i.MeasureId), span, chance, serves);
    }

    private static async Task QuarterAsync(WebApplication app, Actor coordinator, Programme programme, Measure[] measures, ILookup<Guid, Indicator> indicators, Span span, Random chance, bool serves)
    {
        var reporter = new Actor(Guid.CreateVersion7(), "Отчётчу");
        var (open, accepted, over) = (Moment(span.To, 5), Moment(span.To, 12), Moment(span.To, 30));
        var period = Period.Plan(programme.Id, span, span.To, span.To.AddDays(15), span.To.AddDays(20));
        period.Advance(open);
        var age = (span.Year - 2021) * 4 + span.Number;
        List<Entity> made = [];
        foreach (var (i, measure) in measures.Index())
        {
            var it = Return.Begin(period, measure.Id, measure.Bodies[0].Body, Part.Lead, open);
            var percent = Math.Min(100, age * (2 + i % 4));
            it.Write(reporter, new()
            {
                Done = "Иш графиктин негизинде жүрүп жатат, кезектеги бөлүгү бүттү.",
                Phase = measure.Kind == MeasureKind.Works ? (WorksPhase)Math.Min(6, age / 3) : null,
                PhysicalPercent = measure.Kind == MeasureKind.Works ? percent : null,
                Step = measure.Kind == MeasureKind.Action ? (ActionStep)Math.Min(3, age / 6) : null,
            }, indicators[measure.Id].Select(indicator => Observation.Of(indicator.Id, chance.Next(100))), open);
            it.Submit(reporter, period, [], open);
            it.Accept(coordinator, accepted);
            it.Publish();
            made.Add(it);
        }
        period.Advance(over);
        period.Publish(over, coordinator.Name, made.Count);
        if (!serves) foreach (var it in made) it.TakeHappenings();
        await InDbAsync(app, coordinator, async db =>
        {
            db.Add(period);
            db.AddRange(made);
            return await db.SaveChangesAsync();
        });
    }

    private static MeasureWords Words(int i, PlanTask task, string body, string place) => new()
    {
        Ordinal = i + 1, Number = (i + 1).ToString(CultureInfo.InvariantCulture), SectionId = task.SectionId, TaskId = task.Id, Title = new($"Иш-чара {i + 1}: айылдагы жолду жана мектепти оңдоо", null, null),
        Schedule = new("2021-2030-жылдар", ScheduleKind.Years, new(2021, 1, 1), new(2024 + i % 7, 12, 31)), ExpectedResult = new("Жол жана мектеп оңдолду", null, null), ResponsibleText = body,
        Kind = (MeasureKind)(i % 5), ShortName = new($"Иш-чара {i + 1}", null, null), Lead = body, Bodies = [body], Places = [place],
    };

    private static Indicator IndicatorOf(Measure measure, int number)
    {
        var indicator = new Indicator
        {
            MeasureId = measure.Id, Name = new($"Көрсөткүч {number}", null, null), Unit = Units.Pieces, Direction = Direction.Rising, Decimals = 0,
            Accumulation = measure.Kind == MeasureKind.Recurring ? Accumulation.Yearly : Accumulation.Increments,
        };
        indicator.Stand(number, measure.Kind == MeasureKind.Recurring ? null : 2_000, "", measure.Kind == MeasureKind.Recurring ? [.. Enumerable.Range(2021, 10).Select(year => new YearTarget(year, 150))] : []);
        return indicator;
    }

    private static DateTime Moment(DateOnly day, int days) => day.AddDays(days).ToDateTime(new(6, 0), DateTimeKind.Utc);

    private static async Task<T> InDbAsync<T>(WebApplication app, Actor by, Func<Db, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = by;
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
