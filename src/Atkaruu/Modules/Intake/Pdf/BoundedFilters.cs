using System.IO.Compression;
using Atkaruu.Modules.Intake.Office;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>The filters of a PDF's streams, each held to the budget before it unpacks: PdfPig itself would unpack without end.</summary>
internal sealed class BoundedFilters(PdfBudget budget) : IFilterProvider
{
    private static readonly IFilterProvider Real = DefaultFilterProvider.Instance;

    public PdfBudget Budget => budget;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(Real.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(Real.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(Real.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        filters.Count > 4 ? throw ZipDirectory.Bomb() : [.. filters.Select(f => new BoundedFilter(f, budget))];

    private sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
    {
        // Of one byte LZW can make 1,365 and run lengths 64; no honest plan has much of either.
        private const int MaxLzw = 64 << 10, MaxRunLength = 1 << 20, MaxColumns = 100_000;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            CheckPredictor(streamDictionary);
            switch (inner)
            {
                case FlateFilter: budget.Unpack(Inflated(input)); break;
                case LzwFilter: budget.Unpack(input.Length <= MaxLzw ? input.Length * 64L : throw ZipDirectory.Bomb()); break;
                case RunLengthFilter: budget.Unpack(input.Length <= MaxRunLength ? input.Length * 8L : throw ZipDirectory.Bomb()); break;
                case Ascii85Filter or AsciiHexDecodeFilter: budget.Unpack(input.Length); break;
                default: return input;                       // a picture's: no plan has its words in it
            }
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>How long the stream is unpacked: counted without keeping, and only as far as the budget reaches.</summary>
        private long Inflated(Memory<byte> input)
        {
            if (input.Length < 3) return 0;
            using var packed = new ReadOnlyMemoryStream(input[2..]);
            using var stream = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[32 << 10];
            long total = 0;
            try
            {
                for (int count; total <= budget.Left && (count = stream.Read(buffer)) > 0;) total += count;
            }
            catch (InvalidDataException)
            {
                // Damaged from here on; what came before counts, and PdfPig makes of it what it can.
            }
            return total;
        }

        private static void CheckPredictor(DictionaryToken stream)
        {
            if (!stream.TryGet(NameToken.DecodeParms, out var parms) && !stream.TryGet(NameToken.Dp, out parms)) return;
            foreach (var one in parms is ArrayToken array ? array.Data : [parms])
                if (one is DictionaryToken d && d.TryGet(NameToken.Columns, out NumericToken columns) && columns.Double is > MaxColumns or < 0)
                    throw ZipDirectory.Bomb();
        }
    }

    /// <summary>Memory as a stream, without a copy.</summary>
    private sealed class ReadOnlyMemoryStream(ReadOnlyMemory<byte> memory) : Stream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, memory.Length - _at);
            memory.Span.Slice(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => memory.Length;
        public override long Position { get => _at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
