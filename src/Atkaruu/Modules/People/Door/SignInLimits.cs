using System.Net;
using System.Net.Sockets;
using Atkaruu.Kernel;
using Microsoft.Extensions.Caching.Memory;

namespace Atkaruu.Modules.People.Door;

/// <summary>Who knocks: as whom, from where, and with what of theirs we have seen before.</summary>
/// <param name="Login">As typed, whether there is such a person or not.</param>
/// <param name="Device">A browser in which this person has signed in before.</param>
/// <param name="KnownPlace">This person has signed in from this address lately.</param>
public sealed record Knock(string Login, IPAddress? Address, Guid? Device, bool KnownPlace);

/// <summary>
/// How long somebody who was wrong must wait. Waits grow and pass by themselves; nothing is locked for good. A stranger's
/// mistakes are counted by address, by login, and by both; a browser or an address that the person has used before is
/// counted alone, so a stranger who guesses at somebody's password does not keep them out. Counts live in the memory of
/// one node and are forgotten with it.
/// </summary>
public sealed class SignInLimits(TimeProvider clock) : IDisposable
{
    /// <param name="Free">Mistakes without a wait.</param>
    /// <param name="First">The first wait; each next one is twice as long.</param>
    private sealed record Patience(int Free, TimeSpan First, TimeSpan Longest);

    private sealed record Count(int Mistakes, DateTime Last);

    private static readonly Patience
        OnePerson = new(5, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(15)),
        OneAddress = new(30, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(15)),
        OneLogin = new(20, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5)),
        Codes = new(5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>After this long without a mistake the count begins anew.</summary>
    private static readonly TimeSpan Forget = TimeSpan.FromHours(2);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 50_000 });
    private readonly Lock _counting = new();

    /// <summary>How long to wait before the next try; null when it may be made now.</summary>
    public TimeSpan? Wait(Knock knock) => Longest(Keys(knock));

    public void Wrong(Knock knock) => Add(Keys(knock));

    /// <summary>What was right is forgiven to this browser or place, not to everybody who tries this login.</summary>
    public void Right(Knock knock) => _counts.Remove(Keys(knock).First().Key);

    /// <summary>Codes can be tried only by whoever has the password, so they are counted for the person as such.</summary>
    public TimeSpan? WaitForCode(Guid person) => Longest([($"code {person}", Codes)]);

    public void WrongCode(Guid person) => Add([($"code {person}", Codes)]);

    public void RightCode(Guid person) => _counts.Remove($"code {person}");

    /// <summary>Who sits at somebody's open browser and guesses at their password.</summary>
    public TimeSpan? WaitToConfirm(Guid person) => Longest([($"confirm {person}", Codes)]);

    public void NotConfirmed(Guid person) => Add([($"confirm {person}", Codes)]);

    public void Dispose() => _counts.Dispose();

    private static IEnumerable<(string Key, Patience Patience)> Keys(Knock knock)
    {
        var (login, place) = (knock.Login.Trim().ToLowerInvariant(), Place(knock.Address));
        if (login.Length > Limits.Line) login = login[..Limits.Line];
        if (knock.Device is { } device)
        {
            yield return ($"device {device} {login}", OnePerson);
            yield break;
        }
        yield return ($"pair {place} {login}", OnePerson);
        if (knock.KnownPlace) yield break;
        yield return ($"address {place}", OneAddress);
        yield return ($"login {login}", OneLogin);
    }

    /// <summary>One subscriber has a whole /64 of IPv6.</summary>
    internal static string Place(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private TimeSpan? Longest(IEnumerable<(string Key, Patience Patience)> keys)
    {
        var now = clock.Now();
        var longest = keys.Max(key => _counts.Get<Count>(key.Key) is { } count && now - count.Last < Forget ? count.Last + WaitAfter(count.Mistakes, key.Patience) - now : TimeSpan.Zero);
        return longest > TimeSpan.Zero ? longest : null;
    }

    private static TimeSpan WaitAfter(int mistakes, Patience patience)
    {
        var over = mistakes - patience.Free;
        if (over < 0) return TimeSpan.Zero;
        var wait = patience.First * Math.Pow(2, Math.Min(over, 20));
        return wait < patience.Longest ? wait : patience.Longest;
    }

    private void Add(IEnumerable<(string Key, Patience Patience)> keys)
    {
        lock (_counting)
        {
            var now = clock.Now();
            foreach (var (key, _) in keys)
            {
                var before = _counts.Get<Count>(key) is { } count && now - count.Last < Forget ? count.Mistakes : 0;
                _counts.Set(key, new Count(before + 1, now), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Forget });
            }
        }
    }
}
