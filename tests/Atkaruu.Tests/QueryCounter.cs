using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Atkaruu.Tests;

/// <summary>Counts the questions that pages ask the database, so that a page cannot quietly begin to ask one for each row.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _asked = [];

    /// <summary>How many questions something asks.</summary>
    public async Task<int> CountAsync(Func<Task> work) => (await AskedAsync(work)).Count;

    /// <summary>The questions themselves, for whoever wants to know which there are too many of.</summary>
    public async Task<IReadOnlyList<string>> AskedAsync(Func<Task> work)
    {
        _asked.Clear();
        await work();
        return [.. _asked];
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        _asked.Enqueue(command.CommandText);
        return new(result);
    }
}
