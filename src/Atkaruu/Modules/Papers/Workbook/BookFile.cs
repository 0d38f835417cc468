using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Excel;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>Where a cell stands, as Excel shows it.</summary>
internal sealed record At(string Sheet, string Cell);

/// <summary>An answer as it stands in the file.</summary>
/// <param name="Text">As a person sees it; empty for an empty cell.</param>
/// <param name="Was">Fingerprint of what stood in it when the file was made.</param>
/// <param name="Wrong">What is wrong with the cell itself, whatever it says; the answer is not taken then.</param>
internal sealed record ReadAnswer(string Text, At At, string Was, Message? Wrong = null);

/// <summary>What is wrong in a cell.</summary>
internal sealed record Flaw(At At, Message What)
{
    public Message Say() => new("book.at", At.Sheet, At.Cell, What);
}

/// <summary>One measure as it stands in the file.</summary>
/// <param name="Line">Null where its first row is gone or has been changed: nobody knows then what it was filled in beside.</param>
/// <param name="Answers">By the code of the question.</param>
internal sealed record ReadPart(string Measure, MeasureLine? Line, At At, Dictionary<string, ReadAnswer> Answers);

/// <summary>A filled form as it came back: told by hidden codes, and not by where anything stands.</summary>
/// <param name="Notes">What was found besides and is not taken: rows that somebody put in, words beside the form.</param>
internal sealed record BookFile(BookLine Line, IReadOnlyList<ReadPart> Parts, IReadOnlyList<Flaw> Notes)
{
    /// <summary>The hidden code of a row that is ours and asks nothing.</summary>
    public const string Ours = "~";

    private const int CheckAt = 1, LabelAt = 2, AnswerAt = 3, NoteAt = 4, MostNotes = 20;

    private sealed record Row(string Sheet, int Number, SortedDictionary<int, PrintedCell> Cells)
    {
        public string Text(int column) => Cells.GetValueOrDefault(column)?.Text ?? "";

        public At At(int column) => new(Sheet, BookSheet.Column(Math.Min(column - 1, 25)) + Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <exception cref="RuleException">Not a form of ours, or not to be read; one sentence says why.</exception>
    public static BookFile Read(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty) throw BookRules.NoFile();
        if (content.Length > BookLimits.Bytes) throw BookRules.TooLarge();
        var sign = FileSigns.Of(content.Span);
        if (sign == FileSign.OldOffice) throw new RuleException(new("book.rule.old-excel"), "File");
        if (sign != FileSign.Zip) throw BookRules.NotExcel();

        var rows = Rows(content);
        foreach (var row in rows)
            foreach (var (column, cell) in row.Cells)
                if (BookLine.IsOne(cell.Text))
                {
                    var line = BookLine.Read(cell.Text);
                    if (row.Text(column + CheckAt) != line.Check(cell.Text)) throw BookRules.CodesChanged();
                    return new Reading(line, column, rows).File();
                }
        throw BookRules.NotOurs();
    }

    private static List<Row> Rows(ReadOnlyMemory<byte> content)
    {
        var (format, package, main) = Opened(content);
        if (format != SourceFormat.Excel) throw BookRules.NotExcel();
        List<Row> rows = [];
        var book = ExcelBook.Open(package, main);
        foreach (var (name, part) in book.Sheets)
            foreach (var row in book.Read(name, part).Rows)
            {
                if (rows.Count >= BookLimits.Rows) throw BookRules.TooMuch();
                SortedDictionary<int, PrintedCell> cells = [];
                foreach (var cell in row.Cells.Where(c => !c.FromAbove)) cells[(int)cell.Left] = cell;
                rows.Add(new(name, row.Where.Args is [_, int at] ? at : 0, cells));
            }
        return rows;
    }

    private static OfficeFile Opened(ReadOnlyMemory<byte> content)
    {
        try
        {
            return OfficeFile.Open(content);
        }
        catch (IntakeException no) when (no.Sentence.Key == "intake.unknown-kind")
        {
            throw BookRules.NotExcel();
        }
    }

    /// <summary>One pass over the rows.</summary>
    private sealed class Reading(BookLine line, int code, List<Row> rows)
    {
        private readonly Dictionary<string, ReadPart> _parts = new(StringComparer.Ordinal);
        private readonly List<Flaw> _notes = [];
        private int _coded, _changed, _characters;

        public BookFile File()
        {
            foreach (var row in rows.Where(r => r.Sheet == rows.First(FirstOfForm).Sheet || r.Text(code).Contains('|', StringComparison.Ordinal))) Take(row);
            if (_coded > 0 && _changed == _coded) throw BookRules.ColumnsMoved();
            if (_parts.Count > BookLimits.Measures) throw BookRules.TooMuch();
            return new(line, [.. _parts.Values], _notes);
        }

        private bool FirstOfForm(Row row) => BookLine.IsOne(row.Text(code));

        private void Take(Row row)
        {
            var said = row.Text(code);
            if (said.StartsWith("#|", StringComparison.Ordinal)) TakeMeasure(row, said);
            else if (AnswerLine.Read(said) is { } answer) TakeAnswer(row, said, answer);
            else if (said.Length == 0 && row.Cells.Any(c => c.Key > code + CheckAt && !string.IsNullOrWhiteSpace(c.Value.Text))) Note(row, row.Cells.First(c => c.Key > code + CheckAt).Key, "book.row-added");
        }

        private void TakeMeasure(Row row, string said)
        {
            _coded++;
            var honest = IsAsWritten(row, said, row.Text(code + LabelAt));
            var read = MeasureLine.Read(said);
            if (read is null || !honest)
            {
                Note(row, code + LabelAt, "book.fixed-changed");
                if (read is not null) Part(read.Measure, row);
                return;
            }
            var part = Part(read.Measure, row);
            if (part.Line is null) _parts[read.Measure] = part with { Line = read, At = row.At(code + LabelAt) };
            else Note(row, code + LabelAt, "book.twice");
        }

        private void TakeAnswer(Row row, string said, AnswerLine its)
        {
            _coded++;
            var (cell, at) = (row.Cells.GetValueOrDefault(code + AnswerAt), row.At(code + AnswerAt));
            var text = cell?.Text ?? "";
            if ((_characters += text.Length) > BookLimits.Answers) throw BookRules.TooMuch();
            var wrong = !IsAsWritten(row, said, row.Text(code + LabelAt), row.Text(code + NoteAt)) ? new Message("book.fixed-changed")
                : cell?.Doubt is not null ? new Message("book.formula") : null;
            var answers = Part(its.Measure, row).Answers;
            if (answers.TryGetValue(its.Question, out var before))
            {
                if (before.Text != text) answers[its.Question] = before with { Wrong = new("book.twice-answered", at.Cell) };
            }
            else answers[its.Question] = new(text, at, its.Was, wrong);
            if (row.Cells.Where(c => c.Key > code + NoteAt && !string.IsNullOrWhiteSpace(c.Value.Text)).Select(c => c.Key).FirstOrDefault() is > 0 and var beside) Note(row, beside, "book.beside");
        }

        private bool IsAsWritten(Row row, string said, params string[] cells)
        {
            if (row.Text(code + CheckAt) == line.Check(said, cells)) return true;
            _changed++;
            return false;
        }

        private ReadPart Part(string measure, Row row) =>
            _parts.TryGetValue(measure, out var part) ? part : _parts[measure] = new(measure, null, row.At(code + LabelAt), new(StringComparer.Ordinal));

        private void Note(Row row, int column, string key)
        {
            if (_notes.Count < MostNotes) _notes.Add(new(row.At(column), new(key)));
        }
    }
}
