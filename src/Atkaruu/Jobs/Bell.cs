using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Atkaruu.Jobs;

/// <summary>Rings when something has been saved in this process, so that whoever reads the log need not wait for the next look.</summary>
public sealed class Bell : DbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring();
        return Task.CompletedTask;
    }

    /// <summary>Comes back when it rings, or after <paramref name="patience"/>: another node may have saved something.</summary>
    public Task<bool> HeardAsync(TimeSpan patience, CancellationToken stop) => _rung.WaitAsync(patience, stop);

    public void Dispose() => _rung.Dispose();

    private void Ring()
    {
        if (_rung.CurrentCount > 0) return; // rung already, and nobody has come yet
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // somebody else rang at this very moment
        }
    }
}
