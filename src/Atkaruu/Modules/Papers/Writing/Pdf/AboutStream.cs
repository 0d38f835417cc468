namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>
/// What goes out, with two things PDFsharp does not do: it counts where the stream behind cannot say how far it is, and it says about the file
/// (XMP) that it is tagged. PDFsharp writes words of its own there; ours, filled up with blanks as XMP allows, take their place.
/// </summary>
internal sealed class AboutStream(Stream to, byte[] about) : Stream
{
    private long _length;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length >= about.Length && buffer.StartsWith("<?xpacket"u8))
        {
            to.Write(about);
            for (var i = about.Length; i < buffer.Length; i++) to.WriteByte((byte)' ');
        }
        else to.Write(buffer);
        _length += buffer.Length;
    }

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
