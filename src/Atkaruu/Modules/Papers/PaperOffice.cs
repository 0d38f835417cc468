using System.Collections.Concurrent;
using System.Net;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>One paper that somebody wants.</summary>
/// <param name="Site">Address of this system, for what is printed on it.</param>
/// <param name="Address">Whence it is asked, for the count of visitors' papers.</param>
public sealed record PaperOrder(PaperRequest Request, PaperFormat Format, string Site, Actor By, IPAddress? Address = null);

/// <summary>
/// Where papers are made and kept. The same paper in the same state of the data is made once, however many ask; a long one is put into
/// the queue. The bytes are on the disk before the row is in the database, so a row without its file cannot be.
/// </summary>
public sealed class PaperOffice(IServiceScopeFactory scopes, PaperGate gate, PaperKinds kinds, TimeProvider clock, IHostApplicationLifetime life, ILogger<PaperOffice> log)
{
    /// <summary>What is being made at this moment, by the name of its request: who asks for the same waits for it.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<Guid>>> _making = new(StringComparer.Ordinal);

    /// <summary>The paper as it stands now: one that is there, or one made on the spot.</summary>
    /// <exception cref="RuleException">It names what is not there, or there are too many.</exception>
    public async Task<Guid> GiveAsync(PaperOrder order, CancellationToken stop)
    {
        var name = await NameAsync(order, stop);
        if (await FindAsync(name, stop) is { } there) return there;
        gate.Count(order.By, order.Address);
        var made = _making.GetOrAdd(name, _ => new(() => BeginAsync(order)));
        try
        {
            return await made.Value.WaitAsync(stop);
        }
        finally
        {
            _making.TryRemove(new(name, made));
        }
    }

    /// <summary>The paper as it stands now if it has been made, is being made, or can only be queued: then it is.</summary>
    public async Task<Guid> AskAsync(PaperOrder order, CancellationToken stop)
    {
        var name = await NameAsync(order, stop);
        if (await FindAsync(name, stop) is { } there) return there;
        await using var scope = ScopeOf(order.By);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var whole = await db.BeginWriteAsync(stop);
        var waiting = await db.Papers.AsNoTracking().Where(p => p.State == PaperState.Asked || p.State == PaperState.Making).ToListAsync(stop);
        if (waiting.FirstOrDefault(p => p.Request.Equals(order.Request) && p.Format == order.Format && p.Site == order.Site && (p.AskedBy == order.By.PersonId || p.Audience == Progress.Audience.Public)) is { } same) return same.Id;
        if (waiting.Count >= PaperGate.MostQueued) throw PaperRules.Busy();
        gate.Count(order.By, order.Address);
        var paper = Paper.Ask(order.Request, order.Format, order.Site, order.By, clock.Now());
        db.Add(paper);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return paper.Id;
    }

    /// <summary>Makes what was asked for; what is made already, or being made by another node, is left alone.</summary>
    public async Task MakeAskedAsync(Guid id, CancellationToken stop)
    {
        var by = await InAsync(async db => await db.Papers.Where(p => p.Id == id).Select(p => new { p.AskedBy, p.AskedByName }).SingleOrDefaultAsync(stop));
        if (by is null) return;
        using var place = await gate.EnterAsync(patient: true, stop);
        await using var scope = ScopeOf(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.Papers.SingleOrDefaultAsync(p => p.Id == id, stop) is not { IsUnderWay: true } paper) return;
        await KeepAsync(scope.ServiceProvider, paper, await SomebodyAsync(by.AskedBy, by.AskedByName, stop), (step, percent) => SayAsync(id, step, percent, stop), stop);
    }

    /// <summary>Makes a paper that has not been saved yet, and saves it made.</summary>
    public async Task MakeAsync(Paper paper, Actor by, CancellationToken stop)
    {
        using var place = await gate.EnterAsync(patient: by == Actor.System, stop);
        await using var scope = ScopeOf(by);
        scope.ServiceProvider.GetRequiredService<Db>().Add(paper);
        await KeepAsync(scope.ServiceProvider, paper, by, (_, _) => Task.CompletedTask, stop);
    }

    /// <summary>Outside the request of the one who asks: others may be waiting for it when that one goes away, and it must not be told what the request knew when it began.</summary>
    private Task<Guid> BeginAsync(PaperOrder order)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(() => MakeNowAsync(order));
    }

    private async Task<Guid> MakeNowAsync(PaperOrder order)
    {
        var paper = Paper.Begin(order.Request, order.Format, order.Site, order.By, clock.Now());
        await MakeAsync(paper, order.By, life.ApplicationStopping);
        return paper.Id;
    }

    private async Task KeepAsync(IServiceProvider services, Paper paper, Actor by, PaperHears hears, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        var queued = db.Entry(paper).State != EntityState.Added;
        try
        {
            var printed = await services.GetRequiredService<PaperPress>().PrintAsync(paper, by, hears, stop);
            await services.GetRequiredService<EvidenceFiles>().PutAsync(printed.Made.Hash, printed.Bytes, stop);
            paper.Make(printed.Made);
            await db.SaveChangesAsync(stop);
        }
        catch (RuleException refused) when (queued)
        {
            paper.Fail(PaperPress.Said(refused.Sentence));
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException) when (queued)
        {
            log.LogInformation("The paper {Code} has been made by another node", paper.Code);
        }
        catch (Exception failure) when (queued && failure is not OperationCanceledException and not IOException and not DbUpdateException && !Databases.IsAway(failure))
        {
            log.LogError(failure, "The paper {Code} cannot be made", paper.Code);
            paper.Fail(PaperPress.Said(new("paper.failed.ours", paper.Code)));
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>Shown while it is being made, and no news: it goes round the log, and does not outlast it.</summary>
    private Task<int> SayAsync(Guid id, PaperStep step, int percent, CancellationToken stop) => InAsync(db =>
        db.Papers.Where(p => p.Id == id && (p.State == PaperState.Asked || p.State == PaperState.Making))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PaperState.Making).SetProperty(x => x.Step, step).SetProperty(x => x.Progress, percent), stop));

    private Task<Guid?> FindAsync(string name, CancellationToken stop) => InAsync(async db =>
        await db.Papers.Where(p => p.Again == name && p.State == PaperState.Made && p.ForgottenAt == null).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(stop));

    /// <summary>Asks for what is named before anything is made or counted.</summary>
    private async Task<string> NameAsync(PaperOrder order, CancellationToken stop)
    {
        await using var scope = ScopeOf(order.By);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var plan = await scope.ServiceProvider.GetRequiredService<PlanShelf>().CurrentAsync() ?? throw PaperRules.NoPlan();
        await kinds.CheckAsync(db, plan, order.Request, order.Format, stop);
        return PaperMoment.Again(order.Request, order.Format, order.Site, scope.ServiceProvider.GetRequiredService<PaperTemplates>().State, order.By, await PaperMoment.PlaceAsync(db, order.Request.Audience, stop), clock.Today());
    }

    /// <summary>Who asked, with the rights of today; a visitor or the program as such.</summary>
    private Task<Actor> SomebodyAsync(Guid id, string name, CancellationToken stop) => id == Actor.System.PersonId ? Task.FromResult(Actor.System)
        : id == Actor.Visitor.PersonId ? Task.FromResult(Actor.Visitor)
        : InAsync(async db => await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, stop) is { } person
            ? new Actor(id, person.Name) { Body = person.Body, Grants = [.. person.GrantsOn(clock.Today())] } : new Actor(id, name));

    private AsyncServiceScope ScopeOf(Actor by)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = by;
        return scope;
    }

    private async Task<T> InAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
