using System.Threading.Channels;
using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>
/// Writes down when a session was last seen: at most every ten minutes each, one after the other, and never while somebody
/// waits for a page. What a crash loses is a few minutes of a seven days' limit.
/// </summary>
internal sealed class SeenSessions(IServiceScopeFactory scopes, ILogger<SeenSessions> log) : BackgroundService
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly Channel<(Guid Session, DateTime At)> _seen =
        Channel.CreateBounded<(Guid, DateTime)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Saw(Guid session, DateTime before, DateTime now)
    {
        if (now - before > Within) _seen.Writer.TryWrite((session, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WriteDownAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // told to stop: what was seen in the last moments is not worth a line in the log
        }
    }

    private async Task WriteDownAsync(CancellationToken stoppingToken)
    {
        await foreach (var (session, at) in _seen.Reader.ReadAllAsync(stoppingToken))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Db>().Sessions.Where(s => s.Id == session && s.SeenAt < at)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, at), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "A visit was not written down");
            }
    }
}
