using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>What is drawn on a page, in the operators of PDF. Points; its origin is the left upper corner.</summary>
internal sealed class PageInk(double height)
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;
    private readonly UsedLetters _used = new();
    private (int Face, double Size, string Fill, string Line, double Weight) _now = (-1, 0, "", "", -1);

    public PageInk Op(ReadOnlySpan<char> operators)
    {
        Room(operators.Length + 1);
        _length += Encoding.ASCII.GetBytes(operators, _bytes.AsSpan(_length));
        _bytes[_length++] = (byte)'\n';
        return this;
    }

    public PageInk Number(double number)
    {
        Room(24);
        // Hundredths of a point are finer than any printer.
        number = Math.Round(number, 3);
        if (!double.IsFinite(number)) number = 0;
        Utf8Formatter.TryFormat((decimal)Math.Clamp(number, -99_999, 99_999), _bytes.AsSpan(_length), out var written);
        _length += written;
        _bytes[_length++] = (byte)' ';
        return this;
    }

    public void MoveTo(double x, double y) => Number(x).Number(height - y).Op("m");

    public void LineTo(double x, double y) => Number(x).Number(height - y).Op("l");

    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        Number(x1).Number(height - y1).Number(x2).Number(height - y2).Number(x).Number(height - y).Op("c");

    public void Box(double x, double y, double width, double tall) => Number(x).Number(height - y - tall).Number(width).Number(tall).Op("re");

    /// <summary>A circle out of four curves.</summary>
    public void Circle(double x, double y, double radius)
    {
        var k = radius * .5523;
        MoveTo(x + radius, y);
        CurveTo(x + radius, y + k, x + k, y + radius, x, y + radius);
        CurveTo(x - k, y + radius, x - radius, y + k, x - radius, y);
        CurveTo(x - radius, y - k, x - k, y - radius, x, y - radius);
        CurveTo(x + k, y - radius, x + radius, y - k, x + radius, y);
        Op("h");
    }

    public void Fill(string ink)
    {
        if (_now.Fill == ink) return;
        Colour(ink).Op("rg");
        _now.Fill = ink;
    }

    public void Pen(string ink, double weight)
    {
        if (_now.Line != ink) Colour(ink).Op("RG");
        if (_now.Weight != weight) Number(weight).Op("w");
        (_now.Line, _now.Weight) = (ink, weight);
    }

    public void Save() => Op("q");

    public void Restore()
    {
        Op("Q");
        _now = (-1, 0, "", "", -1);
    }

    /// <summary>Draws an object of the page's resources into a rectangle: a picture, a QR code.</summary>
    public void Place(string name, double x, double y, double width, double tall)
    {
        Save();
        Number(width).Number(0).Number(0).Number(tall).Number(x).Number(height - y - tall).Op("cm").Op("/" + name + " Do");
        Restore();
    }

    /// <summary>Letters on a line.</summary>
    /// <param name="y">The line they stand on.</param>
    /// <param name="wider">Points by which every space is wider: lines that reach both edges.</param>
    public void Letters(Face face, double size, string ink, double x, double y, string text, double wider = 0)
    {
        Fill(ink);
        Op("BT");
        Set(face, size);
        Number(1).Number(0).Number(0).Number(1).Number(x).Number(height - y).Op("Tm");
        Glyphs(face, size, text, wider);
        Op("ET");
    }

    private void Set(Face face, double size)
    {
        if (_now.Face == face.Number && _now.Size == size) return;
        Op($"/F{face.Number} {size.ToString("0.##", CultureInfo.InvariantCulture)} Tf");
        (_now.Face, _now.Size) = (face.Number, size);
    }

    private void Glyphs(Face face, double size, string text, double wider)
    {
        Room(text.Length * 16 + 8);
        _bytes[_length++] = (byte)'[';
        _bytes[_length++] = (byte)'<';
        _used.Add(face, text);
        foreach (var letter in text)
        {
            var glyph = face.Glyph(letter);
            Hex(glyph >> 8);
            Hex(glyph);
            if (letter != ' ' || wider == 0) continue;
            _bytes[_length++] = (byte)'>';
            Number(-wider / size * 1000);
            _bytes[_length++] = (byte)'<';
        }
        _bytes[_length++] = (byte)'>';
        _bytes[_length++] = (byte)']';
        Op("TJ");
    }

    private void Hex(int value)
    {
        const string Digits = "0123456789ABCDEF";
        _bytes[_length++] = (byte)Digits[(value >> 4) & 15];
        _bytes[_length++] = (byte)Digits[value & 15];
    }

    private PageInk Colour(string ink)
    {
        for (var i = 1; i < 7; i += 2) Number(int.Parse(ink.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        return this;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }

    public UsedLetters Used => _used;

    /// <summary>As a page keeps it: pressed.</summary>
    /// <param name="under">What lies under it.</param>
    public byte[] Press(PageInk? under = null)
    {
        using var pressed = new MemoryStream(_length / 4);
        using (var zip = new ZLibStream(pressed, CompressionLevel.Fastest))
        {
            if (under is not null) zip.Write(under._bytes, 0, under._length);
            zip.Write(_bytes, 0, _length);
        }
        return pressed.ToArray();
    }
}
