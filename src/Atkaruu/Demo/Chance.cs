using System.Security.Cryptography;
using System.Text;

namespace Atkaruu.Demo;

/// <summary>Chance that comes out the same for the same seed and subject, whatever else has been asked in between.</summary>
internal sealed class Chance(int seed)
{
    /// <summary>Luck of its own for a subject: a measure, a body in a period.</summary>
    public Random Of(params ReadOnlySpan<string> subject)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{string.Join(':', subject!)}"));
        return new(BitConverter.ToInt32(hash));
    }
}

internal static class Luck
{
    public static bool Happens(this Random luck, double share) => luck.NextDouble() < share;

    public static T OneOf<T>(this Random luck, IReadOnlyList<T> from) => from[luck.Next(from.Count)];

    public static double Between(this Random luck, double least, double most) => least + (luck.NextDouble() * (most - least));
}
