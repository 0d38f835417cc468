using System.IO.Compression;
using CsCheck;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>One thing done to the bytes of a file, as damage or malice does it.</summary>
internal sealed record Mutation(int Kind, double At, double To, byte Value, int Length)
{
    public static readonly Gen<List<Mutation>> Some =
        Gen.Select(Gen.Int[0, 6], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Byte, Gen.Int[1, 200], (kind, at, to, value, length) => new Mutation(kind, at, to, value, length))
            .List[1, 6];

    public static byte[] All(byte[] file, IEnumerable<Mutation> mutations) => mutations.Aggregate(file, (bytes, mutation) => mutation.Of(bytes));

    /// <summary>The parts of a zip mutated and packed anew, so that the mutations reach the readers of its XML.</summary>
    public static byte[] Inside(byte[] zip, string part, IEnumerable<Mutation> mutations)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return MakeZip.Of([.. archive.Entries.Select(e => new MakeZip.Entry(e.FullName, e.FullName.EndsWith(part, StringComparison.Ordinal) ? All(Bytes(e), mutations) : Bytes(e)))]);
    }

    private byte[] Of(byte[] bytes)
    {
        if (bytes.Length < 4) return bytes;
        int at = (int)(At * (bytes.Length - 1)), to = (int)(To * (bytes.Length - 1));
        var length = Math.Min(Length, bytes.Length - Math.Max(at, to));
        return Kind switch
        {
            0 => [.. bytes[..at], Value, .. bytes[(at + 1)..]],                                          // a wrong byte
            1 => [.. bytes[..at], .. bytes[(at + length)..]],                                            // a hole
            2 => [.. bytes[..at], .. bytes.AsSpan(to, length), .. bytes[at..]],                          // a piece repeated elsewhere
            3 => [.. bytes[..at], .. Enumerable.Repeat(Value, length), .. bytes[at..]],                  // a stutter
            4 => Cut(bytes, Tag(bytes, at), Tag(bytes, to)),                                             // whole tags gone
            5 => [.. bytes[..Tag(bytes, at)], .. Between(bytes, Tag(bytes, at), Tag(bytes, to)), .. bytes[Tag(bytes, at)..]],   // whole tags twice
            _ => Digits(bytes, at),                                                                      // an absurd number
        };
    }

    private static byte[] Cut(byte[] bytes, int from, int to) => [.. bytes[..Math.Min(from, to)], .. bytes[Math.Max(from, to)..]];

    private static byte[] Between(byte[] bytes, int from, int to) => bytes[Math.Min(from, to)..Math.Min(Math.Max(from, to), Math.Min(from, to) + 5_000)];

    private static int Tag(byte[] bytes, int near) => Array.IndexOf(bytes, (byte)'<', near) is >= 0 and var at ? at : near;

    private static byte[] Digits(byte[] bytes, int near)
    {
        var at = Array.FindIndex(bytes, near, b => b is >= (byte)'0' and <= (byte)'9');
        return at < 0 ? bytes : [.. bytes[..at], .. "2147483647"u8, .. bytes[(at + 1)..]];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
