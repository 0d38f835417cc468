using System.Net;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Door;
using Microsoft.Extensions.Caching.Memory;

namespace Atkaruu.Modules.Papers;

/// <summary>
/// How many papers are made at once and how many wait, so that the pages stay quick whoever presses the button; and how many one
/// visitor may have made. Counts live in the memory of one node. Papers that are there already cost nothing and are not counted.
/// </summary>
public sealed class PaperGate(TimeProvider clock) : IDisposable
{
    public const int MostWaiting = 12, MostQueued = 20;

    /// <summary>Two, and on a machine of two cores one: the other is the pages'.</summary>
    public static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount / 2, 1, 2);

    /// <summary>New papers in ten minutes: for one who works here, for one address, for all visitors together.</summary>
    private const int ByPerson = 120, ByAddress = 30, ByVisitors = 240;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly Lock _counting = new();
    private int _waiting;

    private sealed record Counted(DateTime Since, int Papers);

    /// <summary>Waits for a place.</summary>
    /// <param name="patient">Waits however many do: what is made in the background.</param>
    /// <exception cref="RuleException">503: too many are waiting.</exception>
    public async Task<IDisposable> EnterAsync(bool patient, CancellationToken stop)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting + AtOnce && !patient)
        {
            Interlocked.Decrement(ref _waiting);
            throw PaperRules.Busy();
        }
        try
        {
            await _places.WaitAsync(stop);
        }
        catch
        {
            Interlocked.Decrement(ref _waiting);
            throw;
        }
        return new Place(this);
    }

    /// <summary>Counts a paper that is going to be made.</summary>
    /// <exception cref="RuleException">429: this one, or all visitors together, have had too many made.</exception>
    public void Count(Actor by, IPAddress? address)
    {
        if (by == Actor.System) return;
        lock (_counting)
        {
            (string Key, int Most)[] counts = by.IsPerson ? [(by.PersonId.ToString(), ByPerson)] : [("from " + SignInLimits.Place(address), ByAddress), ("visitors", ByVisitors)];
            var now = clock.Now();
            var before = Array.ConvertAll(counts, count => _counts.Get<Counted>(count.Key) is { } known && now - known.Since < Window ? known : new Counted(now, 0));
            if (counts.Zip(before).Any(pair => pair.Second.Papers >= pair.First.Most)) throw PaperRules.TooMany();
            foreach (var (count, known) in counts.Zip(before))
                _counts.Set(count.Key, known with { Papers = known.Papers + 1 }, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Window });
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _counts.Dispose();
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _waiting);
        _places.Release();
    }

    private sealed class Place(PaperGate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) gate.Leave();
        }
    }
}
