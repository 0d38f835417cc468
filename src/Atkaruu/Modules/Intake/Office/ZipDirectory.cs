using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Office;

/// <summary>One file inside a zip, as its directory declares it.</summary>
internal sealed record ZipEntry(string Name, int Method, long Packed, long Unpacked, int Offset);

/// <summary>
/// The directory of a zip, read before anything is unpacked. An honest office file has some dozen entries that unpack to
/// some megabytes; whatever looks like a bomb or a trap is refused by what the directory says, and what it says is held
/// against the bytes while reading.
/// </summary>
internal static class ZipDirectory
{
    private const int MaxEntries = 2_000, MaxRatio = 250, RatioMatters = 1 << 20;
    private const long MaxUnpacked = 200L << 20;
    private const int EndSize = 22, HeaderSize = 46;
    private const uint EndMark = 0x06054b50, HeaderMark = 0x02014b50, LocalMark = 0x04034b50;

    /// <summary>How far a stream may unpack beyond what it says: nothing.</summary>
    /// <exception cref="IntakeException">Damaged, encrypted, or built to harm.</exception>
    public static IReadOnlyList<ZipEntry> Read(ReadOnlySpan<byte> zip)
    {
        var end = FindEnd(zip);
        int count = U16(zip, end + 10), size = Int(zip, end + 12), at = Int(zip, end + 16);
        if (count > MaxEntries) throw Bomb();
        if (at + (long)size > end || count * (long)HeaderSize > size) throw Damaged();

        List<ZipEntry> entries = new(count);
        for (var i = 0; i < count; i++) entries.Add(ReadEntry(zip[..end], ref at));
        CheckNames(entries);
        CheckSizes(entries);
        CheckOverlaps(zip, entries);
        return entries;
    }

    /// <summary>Where the packed bytes of an entry begin.</summary>
    public static int DataStart(ReadOnlySpan<byte> zip, ZipEntry entry)
    {
        if (entry.Offset + 30L > zip.Length || U32(zip, entry.Offset) != LocalMark) throw Damaged();
        var start = entry.Offset + 30L + U16(zip, entry.Offset + 26) + U16(zip, entry.Offset + 28);
        return start + entry.Packed <= zip.Length ? (int)start : throw Damaged();
    }

    public static IntakeException Damaged() => new(new Message("intake.damaged"));

    public static IntakeException Bomb() => new(new Message("intake.bomb"));

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        var lowest = Math.Max(0, zip.Length - EndSize - ushort.MaxValue);
        for (var at = zip.Length - EndSize; at >= lowest; at--)
            if (U32(zip, at) == EndMark && at + EndSize + U16(zip, at + 20) <= zip.Length) return at;
        throw Damaged();
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> zip, ref int at)
    {
        if (at + HeaderSize > zip.Length || U32(zip, at) != HeaderMark) throw Damaged();
        int flags = U16(zip, at + 8), name = U16(zip, at + 28);
        var next = at + HeaderSize + name + U16(zip, at + 30) + U16(zip, at + 32);
        if (next > zip.Length) throw Damaged();
        if ((flags & 1) != 0) throw new IntakeException(new Message("intake.encrypted"));

        var entry = new ZipEntry(Encoding.UTF8.GetString(zip.Slice(at + HeaderSize, name)),
            U16(zip, at + 10), U32(zip, at + 20), U32(zip, at + 24), Int(zip, at + 42));
        at = next;
        return entry;
    }

    /// <summary>Nothing is ever written to disk by these names; but an honest file has no such names.</summary>
    private static void CheckNames(IReadOnlyList<ZipEntry> entries)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in entries.Select(e => e.Name.Replace('\\', '/')))
            if (name.StartsWith('/') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains("..") || !names.Add(name))
                throw new IntakeException(new Message("intake.bad-names"));
    }

    private static void CheckSizes(IReadOnlyList<ZipEntry> entries)
    {
        if (entries.Sum(e => e.Unpacked) > MaxUnpacked) throw Bomb();
        if (entries.Any(e => e.Unpacked > RatioMatters && e.Unpacked / Math.Max(1, e.Packed) > MaxRatio)) throw Bomb();
    }

    /// <summary>Entries that share bytes make a small file unpack into a huge one.</summary>
    private static void CheckOverlaps(ReadOnlySpan<byte> zip, IReadOnlyList<ZipEntry> entries)
    {
        long free = 0;
        foreach (var entry in entries.OrderBy(e => e.Offset))
        {
            if (entry.Offset < free) throw Bomb();
            free = DataStart(zip, entry) + entry.Packed;
        }
    }

    private static int U16(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip[at..]);

    private static uint U32(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]);

    private static int Int(ReadOnlySpan<byte> zip, int at) => U32(zip, at) is <= int.MaxValue and var value ? (int)value : throw Damaged();
}
