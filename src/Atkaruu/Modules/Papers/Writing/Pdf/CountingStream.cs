namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Knows how far it is where the stream behind it does not: a PDF says where each of its objects begins.</summary>
internal sealed class CountingStream(Stream to) : Stream
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

    public override void Write(byte[] buffer, int offset, int count)
    {
        to.Write(buffer, offset, count);
        _length += count;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        to.Write(buffer);
        _length += buffer.Length;
    }

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
