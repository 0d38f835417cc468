using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Office;

/// <summary>
/// A Word or Excel file: parts in a zip, read one after another as streams. Nothing is unpacked to disk or kept unpacked,
/// and no link in it is ever followed: the reader has no way to the network.
/// </summary>
/// <remarks>
/// The parts are read by hand and not through the OpenXML SDK, because here every byte, every level and every name of a
/// hostile file must be counted before it is believed; and because a sheet of a hundred thousand styled empty rows
/// must not become objects.
/// </remarks>
internal sealed class OfficePackage
{
    private const int MaxRelations = 5_000;

    /// <summary>Bytes of XML that may be read of one file: the longest plan has a few million.</summary>
    private const long MaxRead = 64L << 20;

    private readonly ReadOnlyMemory<byte> _zip;
    private readonly Dictionary<string, ZipEntry> _entries;
    private long _read;

    private OfficePackage(ReadOnlyMemory<byte> zip)
    {
        _zip = zip;
        _entries = ZipDirectory.Read(zip.Span).ToDictionary(e => e.Name.Replace('\\', '/').TrimStart('/'), StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="IntakeException">Damaged, encrypted, or built to harm.</exception>
    public static OfficePackage Open(ReadOnlyMemory<byte> zip) => new(zip);

    public bool Has(string part) => _entries.ContainsKey(part);

    public IEnumerable<string> Parts => _entries.Keys;

    /// <summary>A part as XML, forward only.</summary>
    /// <exception cref="IntakeException">The part is missing.</exception>
    public BoundedXml Xml(string part)
    {
        if (!_entries.TryGetValue(part, out var entry)) throw ZipDirectory.Damaged();
        return new(new BoundedStream(Unpack(entry), entry.Unpacked, Spend));
    }

    /// <summary>Where a part's relations lead, by their ids, and by what they are. Links out of the file are left out.</summary>
    public IReadOnlyList<Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var rels = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return Has(rels) ? [.. RelationsIn(rels).Where(r => !r.IsExternal).Select(r => r with { Target = Resolve(part[..slash], r.Target) })] : [];
    }

    /// <summary>
    /// A hyperlink is a word of the document and harmless. Anything else that is to be fetched from elsewhere when the file is
    /// opened (a template, a picture, an object) is how documents attack their readers; we would not fetch it, but neither
    /// do we take such a file. Paths on the author's own disk are ordinary and ignored.
    /// </summary>
    public void RefuseFetching()
    {
        foreach (var part in Parts.Where(p => p.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            if (RelationsIn(part).Any(r => r.IsExternal && r.Kind != "hyperlink" && IsElsewhere(r.Target)))
                throw new IntakeException(new Message("intake.external"));
    }

    private static bool IsElsewhere(string target) =>
        target.StartsWith(@"\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal)
        || (target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        || target.StartsWith("file://", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("file:///", StringComparison.OrdinalIgnoreCase);

    private List<Relation> RelationsIn(string rels)
    {
        List<Relation> relations = [];
        using var xml = Xml(rels);
        while (xml.Read() && relations.Count < MaxRelations)
        {
            if (!xml.Is("Relationship")) continue;
            var kind = xml.Attribute("Type");
            relations.Add(new(xml.Attribute("Id"), kind[(kind.LastIndexOf('/') + 1)..], xml.Attribute("Target"),
                string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)));
        }
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        List<string> path = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var step in target.Split('/'))
            if (step == "..") { if (path.Count > 0) path.RemoveAt(path.Count - 1); }
            else if (step is not ("." or "")) path.Add(step);
        return string.Join('/', path);
    }

    private void Spend(int bytes)
    {
        _read += bytes;
        if (_read > MaxRead) throw ZipDirectory.Bomb();
    }

    private Stream Unpack(ZipEntry entry)
    {
        var packed = _zip.Slice(ZipDirectory.DataStart(_zip.Span, entry), (int)entry.Packed);
        var stream = MemoryMarshal.TryGetArray(packed, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
        return entry.Method switch
        {
            0 => stream,
            8 => new DeflateStream(stream, CompressionMode.Decompress),
            _ => throw ZipDirectory.Damaged(),
        };
    }
}

/// <summary>A relation of one part to another, or out of the file.</summary>
/// <param name="Id">The name by which the part speaks of it.</param>
/// <param name="Kind">The last word of its type: officeDocument, worksheet, sharedStrings.</param>
/// <param name="Target">The full name of the other part; whatever is written there for what lies outside.</param>
internal sealed record Relation(string Id, string Kind, string Target, bool IsExternal);
