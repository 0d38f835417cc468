using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Data;

/// <summary>How far the log is, and where in it the last row of each kind of thing («return», «order») stands.</summary>
/// <param name="Since">Rows until here have not been looked at one by one: anything may have happened in them.</param>
public sealed record LogMarks(long Seq, long Since, IReadOnlyDictionary<string, long> Kinds)
{
    /// <summary>The last row about things of these kinds, or one after which there was none.</summary>
    public long Last(IEnumerable<string> kinds) => Math.Max(Since, kinds.Max(kind => Kinds.GetValueOrDefault(kind)));
}

/// <summary>
/// Whoever keeps something in memory asks here whether it is still so: every change of a thing is a row of the log, saved with it.
/// A request that only reads is told once, when it begins, and shows nothing older than that; all others ask each time.
/// </summary>
public sealed class LogHead(IServiceScopeFactory scopes, IHttpContextAccessor http) : IDisposable
{
    private static readonly object s_seq = new();

    private readonly SemaphoreSlim _reading = new(1);
    private volatile LogMarks? _marks;

    /// <summary>One question at most, and none where the request has been told.</summary>
    public async ValueTask<LogMarks> NowAsync(CancellationToken stop = default)
    {
        var request = http.HttpContext is { } context && HttpMethods.IsGet(context.Request.Method) ? context : null;
        if (request?.Items[s_seq] is long told) return await MarksAsync(told, stop);
        long seq;
        await using (var scope = scopes.CreateAsyncScope())
            seq = await scope.ServiceProvider.GetRequiredService<Db>().Log.MaxAsync(row => (long?)row.Seq, stop) ?? 0;
        request?.Items[s_seq] = seq;
        return await MarksAsync(seq, stop);
    }

    /// <summary>The request has asked by the way, with its first question.</summary>
    public ValueTask<LogMarks> TellAsync(HttpContext request, long seq, CancellationToken stop)
    {
        request.Items[s_seq] = seq;
        return MarksAsync(seq, stop);
    }

    public void Dispose() => _reading.Dispose();

    private async ValueTask<LogMarks> MarksAsync(long seq, CancellationToken stop)
    {
        if (_marks is { } marks && marks.Seq >= seq) return marks;
        await _reading.WaitAsync(stop);
        try
        {
            marks = _marks;
            if (marks is null) return _marks = new(seq, seq, new Dictionary<string, long>());
            if (marks.Seq >= seq) return marks;
            await using var scope = scopes.CreateAsyncScope();
            var news = await scope.ServiceProvider.GetRequiredService<Db>().Log.Where(row => row.Seq > marks.Seq && row.Seq <= seq)
                .GroupBy(row => row.What).Select(of => new { What = of.Key, Last = of.Max(row => row.Seq) }).ToListAsync(stop);
            Dictionary<string, long> kinds = new(marks.Kinds);
            foreach (var of in news.GroupBy(row => row.What.Split('.')[0])) kinds[of.Key] = of.Max(row => row.Last);
            return _marks = new(seq, marks.Since, kinds);
        }
        finally
        {
            _reading.Release();
        }
    }
}

/// <summary>
/// What was read from the database, for whoever asks next, until the log has a row about things of its kinds. Here are facts only, the
/// same for everybody: what somebody may see of them is asked each time, after they were taken from here. Nobody changes them.
/// </summary>
public sealed class KeptReadings(LogHead head)
{
    /// <summary>Kept readings in all; an actor is one of them.</summary>
    private const int Most = 2_000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Reading> _kept = new();

    private sealed record Reading(long Seq, object? Of, object? Value);

    /// <param name="name">Of the reading, once in the whole program.</param>
    /// <param name="of">What else it depends on (the plan, the day); with another one it is read again.</param>
    /// <param name="kinds">Kinds of things whose every change the log tells: the words before the first full stop.</param>
    public async ValueTask<T> GetAsync<T>(string name, object? of, IReadOnlyList<string> kinds, Func<Task<T>> read, CancellationToken stop = default) =>
        await GetAsync(await head.NowAsync(stop), name, of, kinds, read);

    public async ValueTask<T> GetAsync<T>(LogMarks marks, string name, object? of, IReadOnlyList<string> kinds, Func<Task<T>> read)
    {
        if (_kept.TryGetValue(name, out var kept) && kept.Seq >= marks.Last(kinds) && Equals(kept.Of, of)) return (T)kept.Value!;
        var value = await read();
        if (_kept.Count >= Most) _kept.Clear();
        _kept[name] = new(marks.Seq, of, value);
        return value;
    }
}
