using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>
/// Writes the form as an Excel file: a sheet that says how, and the form, in which every row carries its own hidden code, so
/// that it is understood wherever it ends up.
/// </summary>
internal static class BookWriter
{
    /// <summary>Widths of what is asked, the answer and the note, in characters; together as wide as a landscape A4.</summary>
    public const int LabelWide = 36, AnswerWide = 62, NoteWide = 36;

    /// <summary>Points of a page between its margins, without the rows that are repeated on it.</summary>
    private const double PageHeight = 452, Line = 13.5;

    public static byte[] Write(Book book, string site)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var parts = document.AddWorkbookPart();
            parts.AddNewPart<WorkbookStylesPart>().Stylesheet = BookStyles.Make();
            var (guide, form) = (Guide(book, site), Form(book, out var checks));
            var sheets = new Sheets(
                new Sheet { Id = Add(parts, SheetOf(guide, [(1, 6, false), (2, 126, false)], null, null, book, selected: false)), SheetId = 1, Name = guide.Name },
                new Sheet { Id = Add(parts, SheetOf(form, [(1, 12, true), (2, 12, true), (3, LabelWide, false), (4, AnswerWide, false), (5, NoteWide, false)], 4, checks, book, selected: true)), SheetId = 2, Name = form.Name });
            parts.Workbook = new(
                new WorkbookProtection { LockStructure = true },
                new BookViews(new WorkbookView { ActiveTab = 0 }), sheets,
                new DefinedNames(new DefinedName($"'{form.Name}'!$2:$3") { Name = "_xlnm.Print_Titles", LocalSheetId = 1 }));
            document.PackageProperties.Title = book.Text.Say("book.title", book.Period.Span);
            document.PackageProperties.Subject = book.Body.Name.In(book.Text.Language);
            document.PackageProperties.Language = book.Text.Language;
        }
        return file.ToArray();
    }

    private static BookSheet Guide(Book book, string site)
    {
        var (text, sheet) = (book.Text, new BookSheet(book.Text.Say("book.sheet.guide")));
        void Say(Look look, string said, double least = 20) => sheet.Row(Math.Max(least, BookSheet.Lines(said, 118) * Line + 5), (null, Look.Plain), (said, look));
        Say(Look.Title, text.Say("book.title", book.Period.Span), 30);
        Say(Look.Step, book.Body.Name.In(text.Language));
        Say(Look.Must, text.Say("book.until", book.Period.Due));
        Say(Look.Sub, text.Say("book.code", book.Line.Short, book.Line.Made.InBishkek(), book.Parts.Count));
        foreach (var (at, key) in (string[])["book.step.open", "book.step.numbers", "book.step.same", "book.step.nodata", "book.step.empty", "book.step.keep", "book.step.back", "book.step.photos"] is var steps ? steps.Index() : [])
        {
            var said = text.Say(key, site);
            sheet.Row(Math.Max(24, BookSheet.Lines(said, 118) * Line + 9), ((decimal)(at + 1), Look.Step), (said, Look.Step));
        }
        sheet.Row(24, (null, Look.WordsMust), (text.Say("book.legend.must"), Look.Step));
        sheet.Row(24, (null, Look.Words), (text.Say("book.legend.may"), Look.Step));
        if (book.Sent.Count > 0)
        {
            Say(Look.Heading, text.Say("book.sent", book.Sent.Count), 30);
            foreach (var sent in book.Sent.Chunk(6)) Say(Look.Note, string.Join(" · ", sent));
        }
        return sheet;
    }

    private static BookSheet Form(Book book, out AnswerChecks checks)
    {
        var (text, sheet, line) = (book.Text, new BookSheet(book.Text.Say("book.sheet.form")), book.Line);
        checks = new(text);
        sheet.Row(15, hidden: true, (line.Write(), Look.Plain), (line.Check(line.Write()), Look.Plain));
        sheet.Row(28, (BookFile.Ours, Look.Plain), (null, Look.Plain), (text.Say("book.form.title", book.Body.ShortName.In(text.Language), book.Period.Span), Look.Title));
        sheet.Row(20, (BookFile.Ours, Look.Plain), (null, Look.Plain), (text.Say("book.column.asked"), Look.Heading), (text.Say("book.column.answer"), Look.Heading), (text.Say("book.column.note"), Look.Heading));
        double used = 0;
        foreach (var part in book.Parts)
        {
            var height = HeightOf(part);
            if (used > 0 && used + height > PageHeight) { sheet.Break(); used = 0; }
            used = (used + height) % PageHeight;
            Write(sheet, part, line, checks);
        }
        return sheet;
    }

    private static void Write(BookSheet sheet, BookPart part, BookLine line, AnswerChecks checks)
    {
        var code = part.Line.Write();
        sheet.Row(TitleHeight(part), (code, Look.Plain), (line.Check(code, part.Title), Look.Plain), (part.Title, Look.Measure), (null, Look.Measure), (null, Look.Measure));
        sheet.Merge('C', 'E');
        if (part.State.Length > 0)
        {
            sheet.Row(StateHeight(part), (BookFile.Ours, Look.Plain), (null, Look.Plain), (part.State, Look.State), (null, Look.State), (null, Look.State));
            sheet.Merge('C', 'E');
        }
        foreach (var row in part.Rows)
        {
            checks.Add(row.Asked, "D" + sheet.Next.ToString(CultureInfo.InvariantCulture));
            code = AnswerLine.Of(part.Line.Measure, row.Asked, row.Answer).Write();
            sheet.Row(HeightOf(row), (code, Look.Plain), (line.Check(code, row.Label, row.Note), Look.Plain), (row.Label, row.Asked.Needed ? Look.Must : Look.Label), (Typed(row, checks.Text), LookOf(row.Asked)), (row.Note, Look.Note));
        }
    }

    /// <summary>A number as a number, where a double holds it whole; what was chosen in words; texts as they are.</summary>
    private static object? Typed(BookRow row, Web.PageText text) => row.Asked.Ask switch
    {
        Ask.Number when decimal.TryParse(row.Answer.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && row.Answer.Count(char.IsAsciiDigit) <= 15 => number,
        Ask.Choice or Ask.Yes when row.Answer.Length > 0 => BookWords.Shown(text, row.Asked, row.Answer),
        _ => row.Answer,
    };

    private static Look LookOf(Question asked) => (asked.Ask, asked.Needed) switch
    {
        (Ask.Number, true) => Look.NumberMust,
        (Ask.Number, false) => Look.Number,
        (Ask.Choice or Ask.Yes, true) => Look.ChoiceMust,
        (Ask.Choice or Ask.Yes, false) => Look.Choice,
        (_, true) => Look.WordsMust,
        _ => Look.Words,
    };

    private static double HeightOf(BookPart part) => TitleHeight(part) + (part.State.Length > 0 ? StateHeight(part) : 0) + part.Rows.Sum(HeightOf);

    private static double TitleHeight(BookPart part) => BookSheet.Lines(part.Title, 115) * Line + 8;

    private static double StateHeight(BookPart part) => BookSheet.Lines(part.State, 130) * 12.5 + 6;

    /// <summary>Room to write by hand, and for what is already there.</summary>
    private static double HeightOf(BookRow row)
    {
        var least = row.Asked.Ask switch { Ask.Words => 52, Ask.Line => 34, _ => 21 };
        var lines = Math.Max(BookSheet.Lines(row.Label, LabelWide - 3), BookSheet.Lines(row.Answer, AnswerWide - 4));
        return Math.Max(least, Math.Max(lines * Line, BookSheet.Lines(row.Note, NoteWide) * 12.5) + 6);
    }

    private static string Add(WorkbookPart book, Worksheet sheet)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        return book.GetIdOfPart(part);
    }

    /// <param name="frozen">The first row that moves; null where nothing stays.</param>
    private static Worksheet SheetOf(BookSheet sheet, (uint At, double Wide, bool Hidden)[] columns, uint? frozen, AnswerChecks? checks, Book book, bool selected)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = !selected };
        if (frozen is { } first)
        {
            var cell = "C" + first.ToString(CultureInfo.InvariantCulture);
            view.Append(new Pane { VerticalSplit = first - 2, TopLeftCell = cell, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
            view.Append(new Selection { Pane = PaneValues.BottomLeft, ActiveCell = cell, SequenceOfReferences = new() { InnerText = cell } });
        }
        var made = new Worksheet(
            new SheetViews(view), new SheetFormatProperties { DefaultRowHeight = Line },
            new Columns(columns.Select(c => new Column { Min = c.At, Max = c.At, Width = c.Wide, CustomWidth = true, Hidden = c.Hidden ? true : null })),
            sheet.Rows,
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatRows = false, FormatColumns = false });
        if (sheet.Merged is { } merged) made.Append(merged);
        if (checks?.Validations is { } validations) made.Append(validations);
        made.Append(new PrintOptions { HorizontalCentered = true }, new PageMargins { Left = .4, Right = .4, Top = .5, Bottom = .55, Header = .25, Footer = .25 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, Scale = 100 },
            new HeaderFooter(new OddFooter($"&L&9{Foot(book)}&R&9&P / &N")));
        if (sheet.Breaks is { } breaks) made.Append(breaks);
        return made;
    }

    private static string Foot(Book book) =>
        $"{book.Body.ShortName.In(book.Text.Language)} · {book.Text.SpanName(book.Period.Span)} · {book.Line.Short}".Replace("&", "&&", StringComparison.Ordinal);
}

/// <summary>What a cell lets in while one types: lists, numbers within bounds, texts not too long, each with its sentence.</summary>
internal sealed class AnswerChecks(Web.PageText text)
{
    private readonly List<(string Kind, Question Asked, List<string> Cells)> _cells = [];

    public Web.PageText Text => text;

    public void Add(Question asked, string cell)
    {
        var kind = asked.Ask is Ask.Choice or Ask.Yes ? asked.Field : asked.Ask == Ask.Number ? $"n{Most(asked)}" : $"t{asked.Longest}";
        if (_cells.FindIndex(c => c.Kind == kind) is var at and >= 0) _cells[at].Cells.Add(cell);
        else _cells.Add((kind, asked, [cell]));
    }

    public DataValidations? Validations => _cells.Count == 0 ? null : new(_cells.Select(c => Check(c.Asked, c.Cells))) { Count = (uint)_cells.Count };

    private static decimal Most(Question asked) => asked switch
    {
        { Field: nameof(ReturnForm.PhysicalPercent) } => 100,
        { Indicator.IsPercent: true, Field: nameof(ValueFields.Value) or "Parts" } => 1000,
        _ => NumberInput.Most,
    };

    private DataValidation Check(Question asked, List<string> cells)
    {
        var check = asked.Ask switch
        {
            Ask.Number => new DataValidation(new Formula1("0"), new Formula2(Most(asked).ToString(CultureInfo.InvariantCulture)))
            {
                Type = DataValidationValues.Decimal, Operator = DataValidationOperatorValues.Between,
                Error = text.Say("book.check.number", Most(asked)), Prompt = text.Say("book.prompt.number"), ShowInputMessage = true,
            },
            Ask.Choice or Ask.Yes => new DataValidation(new Formula1('"' + string.Join(',', Options(asked)) + '"')) { Type = DataValidationValues.List, Error = text.Say("book.check.choice") },
            _ => new DataValidation(new Formula1(asked.Longest.ToString(CultureInfo.InvariantCulture)))
            {
                Type = DataValidationValues.TextLength, Operator = DataValidationOperatorValues.LessThanOrEqual, Error = text.Say("book.check.long", asked.Longest),
            },
        };
        (check.AllowBlank, check.ShowErrorMessage, check.ErrorTitle) = (true, true, text.Say("book.check.title"));
        check.SequenceOfReferences = new() { InnerText = string.Join(' ', cells) };
        return check;
    }

    private IEnumerable<string> Options(Question asked) => asked.Choices.Select(c => text.Say(c.Key)).Concat(asked.Ask == Ask.Yes ? [text.Say("book.no")] : []);
}
