using Atkaruu.Data;

namespace Atkaruu.Web;

/// <summary>
/// Tells a supervisor whether the process lives and whether it can serve. The database is asked at most once a second, however
/// often the question comes, and the answer says nothing else.
/// </summary>
internal sealed class Health(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _looking = new(1);
    private (bool Ready, long LookedAt)? _last;

    public async Task<bool> ReadyAsync()
    {
        await _looking.WaitAsync();
        try
        {
            if (_last is { } last && clock.GetElapsedTime(last.LookedAt) < LookAgain) return last.Ready;
            var ready = await LookAsync();
            _last = (ready, clock.GetTimestamp());
            return ready;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task<bool> LookAsync()
    {
        try
        {
            using var stop = new CancellationTokenSource(Patience);
            await using var scope = scopes.CreateAsyncScope();
            return scope.ServiceProvider.GetService<Db>() is not { } db || await db.Database.CanConnectAsync(stop.Token);
        }
        catch (Exception)
        {
            return false; // whatever is wrong, the answer is the same
        }
    }
}

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => Results.Text("ok")).OpenToAll();
        app.MapGet("/healthz/ready", async (Health health) =>
            await health.ReadyAsync() ? Results.Text("ok") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).OpenToAll();
    }
}
