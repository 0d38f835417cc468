using System.Security.Cryptography;
using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>The plan and its progress as of one moment, while what else is read from the database stays in that moment too.</summary>
public sealed record PaperMoment(PlanInForce Plan, ProgrammeProgress Progress, DateTime At, DateOnly Today, LogPlace Log)
{
    private const int Tries = 4;

    /// <summary>
    /// Holds the database still and does some work with what the pages show at that moment: what is at hand, where it knows all that the
    /// database knows; otherwise everything is read anew.
    /// </summary>
    /// <param name="work">Reads what it likes by the same <paramref name="db"/>.</param>
    public static async Task<T> InAsync<T>(Db db, IServiceProvider services, Audience audience, Func<PaperMoment, Task<T>> work, CancellationToken stop)
    {
        var (plans, shelf, clock) = (services.GetRequiredService<PlanShelf>(), services.GetRequiredService<ProgressShelf>(), services.GetRequiredService<TimeProvider>());
        for (var tries = 0; ; tries++)
        {
            var (plan, news) = await plans.FreshAsync();
            if (plan is null) throw PaperRules.NoPlan();
            var (progress, known) = await shelf.KnownAsync(stop);
            await using var still = await db.BeginReadAsync(stop);
            var last = await LastAsync(db, stop);
            if (progress is null || known != last || !ReferenceEquals(progress.Plan, plan) || await PlanShelf.LastNewsAsync(db) != news)
            {
                if (tries < Tries) continue; // somebody saved something between the two looks
                (plan, progress) = await ReadAsync(db, plans, clock, stop);
            }
            return await work(new(plan, progress, clock.Now(), clock.Today(), await PlaceAsync(db, audience, stop)));
        }
    }

    /// <summary>The point of view of a request: the end of its period, or today where that is still to come.</summary>
    public ProgrammeProgress From(PaperRequest request) =>
        Progress.From(request.Period is { } period && period.To < Today ? Viewpoint.After(period, Today, request.Audience) : Viewpoint.On(Today, request.Audience));

    /// <summary>
    /// The last row that changes what a paper says: for everybody, what is published; for those who work here, all but the papers
    /// themselves.
    /// </summary>
    public static async Task<LogPlace> PlaceAsync(Db db, Audience audience, CancellationToken stop)
    {
        var rows = db.Log.AsNoTracking();
        rows = audience == Audience.Public ? rows.Where(row => PlanShelf.News.Contains(row.What) || row.What == "edition.adopted") : rows.Where(row => !row.What.StartsWith("paper."));
        return await rows.OrderByDescending(row => row.Seq).Select(row => new LogPlace(row.Seq, row.Hash)).FirstOrDefaultAsync(stop) ?? new(0, LogEntry.Beginning);
    }

    /// <summary>
    /// The name of a request in a state of the data, made by this build of the program: another may write it better. What only some may read is
    /// also of whoever asked.
    /// </summary>
    /// <param name="templates">The administration's own files, as <see cref="Templates.PaperTemplates.State"/> names them: on a new letterhead a paper is made anew.</param>
    public static string Again(PaperRequest request, PaperFormat format, string site, string templates, Actor by, LogPlace log, DateOnly today)
    {
        var who = request.Audience == Audience.Public ? "" : by.PersonId.ToString();
        var name = $"{request.Kind}\n{format}\n{string.Join(',', request.Languages)}\n{request.Period}\n{request.Subject}\n{request.Audience}\n{who}\n{site}\n{templates}\n{log.Hash}\n{today:yyyyMMdd}\n{typeof(PaperMoment).Module.ModuleVersionId}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }

    private static async Task<long> LastAsync(Db db, CancellationToken stop) => await db.Log.MaxAsync(row => (long?)row.Seq, stop) ?? 0;

    private static async Task<(PlanInForce, ProgrammeProgress)> ReadAsync(Db db, PlanShelf plans, TimeProvider clock, CancellationToken stop)
    {
        var edition = await PlanShelf.NewestEditionAsync(db) ?? throw PaperRules.NoPlan();
        var plan = await plans.ReadAndCheckAsync(db, edition);
        plan = plan.With(await ProgressShelf.ReportedAsync(db, plan, clock.Today()));
        return (plan, await ProgressShelf.ReadAsync(db, plan, Viewpoint.On(clock.Today(), Audience.Staff), stop));
    }
}
