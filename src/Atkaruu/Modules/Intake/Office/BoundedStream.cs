using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Office;

/// <summary>
/// An unpacked part that is held to its word: it may not give more bytes than the directory declared, nor than any plan
/// needs, and no single tag or text in it may be huge (between two «&lt;» at most a megabyte), so that no reader on top of it
/// can be made to hold much at once.
/// </summary>
/// <param name="inner">The part unpacked.</param>
/// <param name="declared">What the directory says of its length.</param>
/// <param name="spend">Told of every piece that was unpacked; may refuse.</param>
internal sealed class BoundedStream(Stream inner, long declared, Action<int> spend) : Stream
{
    private const int MaxPiece = 1 << 20;

    private long _read;
    private int _piece;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        if (_read > declared) throw ZipDirectory.Bomb();
        spend(count);
        Measure(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'<') is >= 0 and var at)
        {
            Grow(at);
            _piece = 0;
            bytes = bytes[(at + 1)..];
        }
        Grow(bytes.Length);
    }

    private void Grow(int bytes)
    {
        _piece += bytes;
        if (_piece > MaxPiece) throw ZipDirectory.Bomb();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
