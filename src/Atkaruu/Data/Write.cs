using Microsoft.EntityFrameworkCore.Storage;

namespace Atkaruu.Data;

/// <summary>A transaction of the only writer.</summary>
public sealed class Write : IAsyncDisposable
{
    private readonly Db _db;
    private readonly IDbContextTransaction _transaction;
    private readonly IDisposable? _turn;
    private readonly SharedFlush? _flush;

    internal Write(Db db, IDbContextTransaction transaction, IDisposable? turn, SharedFlush? flush) => (_db, _transaction, _turn, _flush) = (db, transaction, turn, flush);

    /// <summary>
    /// Makes it so, and comes back when it outlasts a power cut. The next writer's turn begins before that, and not when this is
    /// disposed: those who follow each other closely are flushed together.
    /// </summary>
    public async Task CommitAsync(CancellationToken stop = default)
    {
        _flush?.Begin();
        try
        {
            await DiskFull.SayAsync(_transaction.CommitAsync(stop));
        }
        finally
        {
            _flush?.Written();
        }
        _turn?.Dispose();
        if (_flush is not null) await _flush.LastingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await _db.FlushAloneAsync();
        }
        finally
        {
            _turn?.Dispose();
        }
    }
}
