using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Atkaruu.Tests;

/// <summary>Counts the questions that pages ask the database, so that a page cannot quietly begin to ask one for each row.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private int _count;

    /// <summary>How many questions something asks.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var before = Volatile.Read(ref _count);
        await work();
        return Volatile.Read(ref _count) - before;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return new(result);
    }
}
