using System.Text;
using System.Xml;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Office;

/// <summary>
/// XML read forward, without document types, entities or anything from outside, and bounded in depth and in the number of
/// names: what is left for a hostile part is to be boring.
/// </summary>
internal sealed class BoundedXml : IDisposable
{
    private const int MaxDepth = 200;

    private readonly XmlReader _xml;

    public BoundedXml(Stream part) => _xml = Honest(() => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
    }));

    /// <summary>Goes to the next piece; false at the end.</summary>
    /// <exception cref="IntakeException">Not well-formed, or too deep.</exception>
    public bool Read()
    {
        if (!Honest(_xml.Read)) return false;
        return _xml.Depth <= MaxDepth ? true : throw ZipDirectory.Bomb();
    }

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>An element without an end of its own.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    public int Depth => _xml.Depth;

    /// <summary>The name without its prefix: transitional and strict files differ only in namespaces.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Whether an element of this name begins here.</summary>
    public bool Is(string name) => IsStart && _xml.LocalName == name;

    /// <summary>Whether an element of this name ends here.</summary>
    public bool Ends(string name) => IsEnd && _xml.LocalName == name;

    /// <summary>An attribute by its name without prefix; empty when it is not there.</summary>
    public string Attribute(string name)
    {
        var value = "";
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
            if (_xml.LocalName == name && _xml.Prefix != "xmlns") value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    /// <summary>Adds the text here; stops taking more when there is enough.</summary>
    public void AddTextTo(StringBuilder text, int enough)
    {
        if (text.Length <= enough) text.Append(Honest(() => _xml.Value));
    }

    /// <summary>Passes over the element that begins here and everything in it.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement) return;
        for (var depth = Depth; Read();)
            if (IsEnd && Depth == depth) return;
    }

    public void Dispose() => _xml.Dispose();

    private static T Honest<T>(Func<T> reading)
    {
        try
        {
            return reading();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or ArgumentException)
        {
            throw ZipDirectory.Damaged();
        }
    }

    /// <summary>A table of names that a part with a million different ones cannot fill.</summary>
    private sealed class BoundedNames : XmlNameTable
    {
        private const int MaxNames = 20_000, MaxName = 256;

        private readonly NameTable _names = new();
        private int _count;

        public override string Add(string array) => Get(array) ?? Count(_names.Add(array));

        public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Count(_names.Add(array, offset, length));

        public override string? Get(string array) => _names.Get(array);

        public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

        private string Count(string name) => ++_count <= MaxNames && name.Length <= MaxName ? name : throw ZipDirectory.Bomb();
    }
}
