using System.Diagnostics;
using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atkaruu.Bench;

/// <summary>How long papers take, composed and written as the office does it, over the invented history. One line a figure, for papers.sh.</summary>
internal static class Papers
{
    private const int Runs = 9, Photographs = 200;

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);

        var report = new PaperRequest("execution", ["ky"], Span.Parse("2026-Q3"), null, Audience.Staff);
        foreach (var format in Enum.GetValues<PaperFormat>())
            Say($"execution {format}", await TimesAsync(app, () => MakeAsync(app, report, format)));
        var review = new PaperRequest("review", ["ky"], Span.Parse("2026-M9"), null, Audience.Staff);
        foreach (var format in new[] { PaperFormat.Pdf, PaperFormat.Docx })
        {
            var (before, most) = (Resident(), 0L);
            using var watch = new Timer(_ => most = Math.Max(most, Resident()), null, 0, 20);
            var time = Stopwatch.StartNew();
            var document = await WithPhotographsAsync(app, review);
            var composed = time.ElapsedMilliseconds;
            Write(app, document, format);
            var pictures = document.Parts.SelectMany(part => part.Blocks).OfType<Picture>().Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"review {format}, {pictures} pictures\t{composed}\t{time.ElapsedMilliseconds}\t{Math.Max(0, most - before) >> 20}"));
        }
        return 0;
    }

    private static void Say(string what, List<double> times) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{times[0]:0}\t{times[1..].Order().ElementAt((Runs - 1) / 2):0}\t{times[1..].Max():0}"));

    /// <summary>The first, which is cold, and then the others.</summary>
    private static async Task<List<double>> TimesAsync(WebApplication app, Func<Task> work)
    {
        List<double> times = [];
        for (var run = 0; run <= Runs; run++)
        {
            var time = Stopwatch.StartNew();
            await work();
            times.Add(time.Elapsed.TotalMilliseconds);
        }
        return times;
    }

    private static async Task MakeAsync(WebApplication app, PaperRequest request, PaperFormat format) => Write(app, await ComposeAsync(app, request, part => Task.FromResult(part)), format);

    private static void Write(WebApplication app, PaperDocument document, PaperFormat format)
    {
        using var file = new MemoryStream();
        app.Services.GetRequiredService<WritePaper>()(document, format, file);
    }

    private static async Task<PaperDocument> ComposeAsync(WebApplication app, PaperRequest request, Func<PaperPart, Task<PaperPart>> more)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var (services, kind) = (scope.ServiceProvider, app.Services.GetRequiredService<PaperKinds>().Get(request.Kind));
        var db = services.GetRequiredService<Db>();
        return await PaperMoment.InAsync(db, services, request.Audience, async moment =>
        {
            var scene = new PaperScene(db, moment.Plan, moment.From(request), request, moment.Today, Actor.System, services.GetRequiredService<EvidenceFiles>(), "http://localhost:5080", services);
            var part = await more(await kind.ComposeAsync(scene, request.Languages[0], new PaperSaid(), default));
            return new PaperDocument(part.Title, [part], new("0000-0000", "http://localhost:5080/verify/0000-0000", moment.At, new("paper.data.open"), Invented: true));
        }, default);
    }

    /// <summary>The review as it is, and photographs of the history after it until there are two hundred.</summary>
    private static Task<PaperDocument> WithPhotographsAsync(WebApplication app, PaperRequest request) => ComposeAsync(app, request, async part =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var hashes = await scope.ServiceProvider.GetRequiredService<Db>().Evidence.Where(e => e.PublicHash != null).OrderBy(e => e.Id).Select(e => e.PublicHash!).Take(Photographs).ToListAsync();
        List<Block> more = [];
        foreach (var hash in hashes)
        {
            await using var file = await app.Services.GetRequiredService<EvidenceFiles>().OpenAsync(hash, default);
            using var bytes = new MemoryStream();
            await file!.CopyToAsync(bytes);
            more.Add(new Picture(bytes.ToArray(), "bench", null, 84, 62));
        }
        return part with { Blocks = [.. part.Blocks, .. more] };
    });

    private static long Resident()
    {
        using var own = Process.GetCurrentProcess();
        return own.WorkingSet64;
    }
}
