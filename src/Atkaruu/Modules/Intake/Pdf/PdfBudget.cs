using System.Diagnostics;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Office;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// What reading one PDF may cost. A plan of twenty pages draws a hundred thousand letters and lines; a file that asks for a
/// hundred times more is refused where it asks, and so is one that takes too long.
/// </summary>
internal sealed class PdfBudget
{
    public const int MaxPages = 300;
    private const long MaxUnpacked = 64L << 20, MaxStream = 24L << 20, MaxDrawing = 2L << 20, MaxDrawings = 48L << 20, MaxLetters = 1_000_000;
    private const int MaxGlyphs = 1_500_000, MaxPageGlyphs = 60_000, MaxRulings = 100_000, MaxForms = 20_000, MaxOperations = 12_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _unpacked, _drawn;
    private long _letters;
    private int _glyphs, _pageGlyphs, _rulings, _forms, _operations;

    /// <summary>How many bytes a stream may unpack to: the largest honest one is an embedded font.</summary>
    public long Left => Math.Min(MaxStream, MaxUnpacked - _unpacked);

    public void Unpack(long bytes)
    {
        if (bytes > MaxStream) throw ZipDirectory.Bomb();
        Spend(ref _unpacked, bytes, MaxUnpacked);
    }

    /// <summary>Spends on the drawing commands of one page or form.</summary>
    public void Draw(long bytes)
    {
        if (bytes > MaxDrawing) throw ZipDirectory.Bomb();
        Spend(ref _drawn, bytes, MaxDrawings);
    }

    /// <summary>Spends on letters that a font says it has.</summary>
    public void Letters(long count) => Spend(ref _letters, Math.Max(0, count), MaxLetters);

    public void Page() => _pageGlyphs = 0;

    public void Glyph()
    {
        Spend(ref _glyphs, MaxGlyphs);
        if (++_pageGlyphs > MaxPageGlyphs) throw ZipDirectory.Bomb();
    }

    public void Ruling() => Spend(ref _rulings, MaxRulings);

    public void Form() => Spend(ref _forms, MaxForms);

    public void Operation() => Spend(ref _operations, MaxOperations);

    public void CheckTime()
    {
        if (_clock.Elapsed > MaxTime) throw new IntakeException(new Message("intake.too-slow"));
    }

    private void Spend(ref int spent, int most)
    {
        if (++spent > most) throw ZipDirectory.Bomb();
        if ((spent & 0xFFF) == 0) CheckTime();
    }

    private void Spend(ref long spent, long amount, long most)
    {
        spent += amount;
        if (spent > most) throw ZipDirectory.Bomb();
        CheckTime();
    }
}
