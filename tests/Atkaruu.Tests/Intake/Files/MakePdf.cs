using Atkaruu.Modules.Intake;
using SkiaSharp;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>How the lines of a table are drawn in a PDF: Word fills thin rectangles, others stroke, some draw none.</summary>
internal enum Rulings { Strokes, Rectangles, None }

/// <summary>How a PDF of the plan looks.</summary>
internal sealed record PdfLook
{
    public TableLook Table { get; init; } = new();
    public Rulings Rulings { get; init; }

    /// <summary>A row that does not fit goes on on the next page; else it moves there whole.</summary>
    public bool SplitRows { get; init; }

    /// <summary>Points between the text of a cell and its edges above and below.</summary>
    public double Padding { get; init; } = 3;

    /// <summary>Words placed one by one, without blanks between them.</summary>
    public bool WordByWord { get; init; }

    /// <summary>No line ends the row that a page cuts, nor begins its rest: so print browsers.</summary>
    public bool OpenPages { get; init; }

    public bool PageNumbers { get; init; } = true;

    /// <summary>How many of the measures it has.</summary>
    public int Measures { get; init; } = WholePlan.Rows.Count;
}

/// <summary>Writes the real plan as a PDF, on pages lying on their side.</summary>
internal sealed class MakePdf
{
    private const double Size = 9, Leading = 11, Side = 5, Margin = 42, PageWidth = 842, PageHeight = 595;

    private static readonly Dictionary<ColumnRole, double> Widths = new()
    {
        [ColumnRole.Number] = 40,
        [ColumnRole.Task] = 140,
        [ColumnRole.Title] = 200,
        [ColumnRole.Schedule] = 86,
        [ColumnRole.Result] = 160,
        [ColumnRole.Responsible] = 120,
        [ColumnRole.Funding] = 110,
        [ColumnRole.Amount] = 60,
        [ColumnRole.Other] = 50,
    };

    private static readonly string[] Fonts =
        ["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/truetype/paratype/PTS55F.ttf"];

    private readonly PdfLook _look;
    private readonly MemoryStream _stream = new();
    private readonly SKDocument _pdf;
    private readonly SKFont _font = new(MachineFont(), (float)Size);
    private readonly SKPaint _black = new() { Color = SKColors.Black, IsAntialias = true, StrokeWidth = 0.5f };
    private readonly double[] _edges;
    private readonly int _taskColumn;
    private SKCanvas _page = null!;
    private int _pages;
    private double _y;

    // The task's merged cell: what is still to be printed of it, and where it begins on this page.
    private readonly Queue<string> _task = new();
    private double _taskTop;

    private MakePdf(PdfLook look)
    {
        _look = look;
        _pdf = SKDocument.CreatePdf(_stream);
        _taskColumn = look.Table.Columns.ToList().IndexOf(ColumnRole.Task);
        var total = look.Table.Columns.Sum(c => Widths[c]);
        var scale = (PageWidth - 2 * Margin) / total;
        _edges = [Margin, .. look.Table.Columns.Select((_, i) => Margin + scale * look.Table.Columns.Take(i + 1).Sum(c => Widths[c]))];
    }

    public static byte[] Plan(PdfLook look)
    {
        var maker = new MakePdf(look);
        maker.Write();
        return maker.Saved();
    }

    /// <summary>Lines of text on one page; none for a scan.</summary>
    public static byte[] Lines(params string[] lines)
    {
        var maker = new MakePdf(new PdfLook { PageNumbers = false });
        maker.NewPage();
        foreach (var line in lines) maker.WriteLine(line, Margin);
        return maker.Saved();
    }

    private byte[] Saved()
    {
        _pdf.EndPage();
        _pdf.Close();
        return _stream.ToArray();
    }

    private void Write()
    {
        NewPage();
        foreach (var line in WholePlan.Above)
            foreach (var piece in Wrapped(line, PageWidth - 2 * Margin)) WriteLine(piece, Margin + 60);
        _y += 10;
        WriteHead();
        foreach (var row in WholePlan.Rows.Take(_look.Measures))
        {
            foreach (var section in WholePlan.SectionsBefore(row)) WriteSection(section);
            WriteMeasure(row);
        }
        EndTask(isLast: true);
        _y += 25;
        if (_y > PageHeight - Margin - 40) NewPage();
        foreach (var (post, name) in WholePlan.Signers)
        {
            WriteLine(post, Margin + 40);
            _y -= Leading;
            WriteLine(name, Margin + 320);
            _y += 8;
        }
    }

    private void NewPage()
    {
        if (_pages++ > 0) _pdf.EndPage();
        _page = _pdf.BeginPage((float)PageWidth, (float)PageHeight);
        _y = Margin;
        if (_look.PageNumbers) Text($"{_pages}", PageWidth / 2, PageHeight - 20);
    }

    private void NextTablePage()
    {
        EndTask(isLast: false);
        NewPage();
        if (_look.Table.RepeatHead) WriteHead();
        else Level(_y, 0, _look.Table.Columns.Count);
        _taskTop = _y;
    }

    private void WriteHead()
    {
        Level(_y, 0, _look.Table.Columns.Count);
        DrawRow([.. _look.Table.Columns.Select((c, i) => Wrapped(_look.Table.Heading(c), Width(i)))], isHead: true);
        _taskTop = _y;
    }

    private void WriteSection(string section)
    {
        if (_y + Height(1) > PageHeight - Margin) NextTablePage();
        EndTask(isLast: true);
        Text(section, _edges[0] + Side, _y + _look.Padding + Size);
        Upright(_edges[0], _y, _y + Height(1));
        Upright(_edges[^1], _y, _y + Height(1));
        _y += Height(1);
        Level(_y, 0, _look.Table.Columns.Count);
        _taskTop = _y;
    }

    private void WriteMeasure(TrueRow row)
    {
        if (row.Task.Length > 0) EndTask(isLast: true);
        var cells = _look.Table.Columns.Select((c, i) => Wrapped(row.Of(c), Width(i))).ToArray();
        if (_look.Table.MergeTasks && row.Task.Length > 0)
        {
            foreach (var line in cells[_taskColumn]) _task.Enqueue(line);
            _taskTop = _y;
        }
        if (_look.Table.MergeTasks && _taskColumn >= 0) cells[_taskColumn] = [];

        var isLastOfTask = row.Ordinal == _look.Measures || WholePlan.Rows[row.Ordinal].Task.Length > 0;
        var room = (int)((PageHeight - Margin - _y - 2 * _look.Padding) / Leading);
        var lines = cells.Max(c => c.Length);
        if (lines > room && (!_look.SplitRows || room < 2))
        {
            NextTablePage();
            if (_look.Table.MergeTasks && row.Task.Length > 0) _taskTop = _y;
        }
        else if (lines > room)
        {
            DrawRow([.. cells.Select(c => c.Take(room).ToArray())], isOpen: _look.OpenPages);
            NextTablePage();
            cells = [.. cells.Select(c => c.Skip(room).ToArray())];
        }
        DrawRow(cells, isLastOfTask: isLastOfTask);
    }

    /// <summary>The last row of a task is high enough for what is left of it.</summary>
    private void DrawRow(string[][] cells, bool isHead = false, bool isLastOfTask = false, bool isOpen = false)
    {
        var height = Height(cells.Max(c => c.Length));
        var isMerged = _look.Table.MergeTasks && !isHead && _taskColumn >= 0;
        if (isMerged && isLastOfTask) height = Math.Max(height, _taskTop + Height(_task.Count) - _y);
        for (var i = 0; i < cells.Length; i++)
            for (var line = 0; line < cells[i].Length; line++)
                Text(cells[i][line], _edges[i] + Side, _y + _look.Padding + Size + line * Leading);

        foreach (var edge in _edges) Upright(edge, _y, _y + height);
        _y += height;
        if (isOpen) return;
        if (!isMerged) Level(_y, 0, cells.Length);
        else
        {
            Level(_y, 0, _taskColumn);
            Level(_y, _taskColumn + 1, cells.Length);
        }
    }

    /// <summary>Prints of the merged task what fits between its top and here.</summary>
    private void EndTask(bool isLast)
    {
        if (!_look.Table.MergeTasks) return;
        for (var y = _taskTop + _look.Padding + Size; _task.Count > 0 && (isLast || y + Leading - Size <= _y); y += Leading)
            Text(_task.Dequeue(), _edges[_taskColumn] + Side, y);
        if (_taskColumn >= 0) Level(_y, _taskColumn, _taskColumn + 1);
        _taskTop = _y;
    }

    private double Height(int lines) => lines * Leading + 2 * _look.Padding;

    private double Width(int column) => _edges[column + 1] - _edges[column] - 2 * Side;

    private void WriteLine(string text, double x)
    {
        Text(text, x, _y + Size);
        _y += Leading;
    }

    private void Text(string text, double x, double baseline)
    {
        foreach (var piece in _look.WordByWord ? text.Split(' ') : [text])
        {
            _page.DrawText(piece, (float)x, (float)baseline, SKTextAlign.Left, _font, _black);
            x += WidthOf(piece + " ");
        }
    }

    private double WidthOf(string text) => _font.MeasureText(text);

    private void Level(double y, int from, int to) => Line(_edges[from], y, _edges[to], y);

    private void Upright(double x, double from, double to) => Line(x, from, x, to);

    private void Line(double x1, double y1, double x2, double y2)
    {
        if (_look.Rulings == Rulings.Strokes) _page.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, _black);
        if (_look.Rulings == Rulings.Rectangles)
            _page.DrawRect((float)(x1 - 0.25), (float)(y1 - 0.25), (float)(x2 - x1 + 0.5), (float)(y2 - y1 + 0.5), _black);
    }

    /// <summary>Lines as wide as the cell, broken at blanks and after hyphens as Word does it.</summary>
    private string[] Wrapped(string text, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var piece in TableLook.Pieces(text, 1))
        {
            var joined = line.Length == 0 || line.EndsWith('-') ? line + piece : line + " " + piece;
            if (line.Length > 0 && WidthOf(joined) > width)
            {
                lines.Add(line);
                line = piece;
            }
            else line = joined;
        }
        if (line.Length > 0) lines.Add(line);
        return [.. lines];
    }

    /// <summary>A font of the machine that has the Kyrgyz letters.</summary>
    private static SKTypeface MachineFont() =>
        Fonts.Where(File.Exists).Select(file => SKTypeface.FromFile(file)).FirstOrDefault()
        ?? throw new InvalidOperationException("Install fonts-dejavu-core or fonts-noto-core: the PDF tests need a font with Ңң Өө Үү.");
}
