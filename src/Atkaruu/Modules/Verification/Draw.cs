using System.Security.Cryptography;
using System.Text;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Modules.Verification;

/// <summary>
/// Which of the things reported done are looked at: drawn by lot, so that nobody chooses, and so that anybody can draw again
/// from the published seed and list and get the same.
/// </summary>
/// <remarks>
/// What it does not prove: that whoever runs the server did not draw several seeds and keep the one they liked. The seed and
/// the list enter the hash-chained log together, once, so they cannot be changed afterwards; only a seed from outside that
/// nobody here can know (a lottery's number) would prove more.
/// </remarks>
public static class Draw
{
    /// <summary>One in ten.</summary>
    public const decimal Share = 0.1m;

    /// <summary>256 random bits, hex.</summary>
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// Orders the codes by SHA-256 of «seed:code» (UTF-8, hex) and takes the first: the share of them rounded up, at least
    /// one. Neither the order nor repetitions of the list matter.
    /// </summary>
    public static IReadOnlyList<string> Pick(string seed, IEnumerable<string> candidates, decimal share = Share)
    {
        var order = Order(seed, candidates);
        return [.. order.Take((int)Math.Clamp(Math.Ceiling(order.Count * share), Math.Min(1, order.Count), order.Count)).Select(drawn => drawn.Code)];
    }

    /// <summary>All candidates as they lie after the draw.</summary>
    public static IReadOnlyList<(string Code, string Hash)> Order(string seed, IEnumerable<string> candidates) =>
        [.. candidates.Distinct(StringComparer.Ordinal).Select(code => (Code: code, Hash: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{code}"))))).OrderBy(c => c.Hash, StringComparer.Ordinal)];

    /// <summary>Whether an accepted return says that something was done that can be gone and looked at: words, values, a phase or a step; not «no change», not «no part».</summary>
    public static bool CanBeLookedAt(Return made) =>
        made.State is ReturnState.Accepted or ReturnState.Published && !made.Words.NoChange && !made.Words.NoPart
        && (made.Values.Any(value => value.Number is > 0) || made.Words.PhysicalPercent is > 0 || made.Words.Phase is not null || made.Words.Step is not null || made.Words.Done.Length > 0);
}
