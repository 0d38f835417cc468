using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// A plan's table without ruling lines between its columns. A row begins where a number or a deadline does, or where a wider
/// gap parts it from the row above; a task's words run on beside the rows of its measures.
/// </summary>
internal sealed partial class AlignedTable
{
    /// <summary>Gaps wider than this many usual ones part rows.</summary>
    private const double RowGap = 1.3, BlockGap = 1.6;

    private readonly AlignedHeading _heading;
    private readonly double _leading;
    private readonly int _task, _title;
    private readonly List<AlignedRow> _rows = [];
    private AlignedRow? _taskOwner;

    private AlignedTable(AlignedHeading heading, double leading)
    {
        (_heading, _leading) = (heading, leading);
        (_task, _title) = (heading.Map.IndexOf(ColumnRole.Task), heading.Map.IndexOf(ColumnRole.Title));
    }

    /// <summary>The document's lines above, its table, its lines below; null when there is no heading of a plan.</summary>
    public static IReadOnlyList<PrintedPiece>? Read(IReadOnlyList<PageLayout> layouts)
    {
        var pages = layouts.Select(page => TextLines.Of(page.Glyphs)).ToList();
        if (AlignedHeading.Find(pages) is not { } heading) return null;

        var body = Body(pages, heading, layouts);
        var below = BelowFrom(body);
        var table = new AlignedTable(heading, LeadingOf(body));
        foreach (var line in body.Take(below)) table.Take(line);

        return
        [
            .. pages.Take(heading.Page).SelectMany(lines => lines).Concat(pages[heading.Page].Take(heading.First)).Select(line => new PrintedLine(line.Text)),
            new PrintedTable([table.Head(), .. table._rows.Select(row => row.Printed(heading.Edges))]),
            .. body.Skip(below).Select(line => new PrintedLine(line.Line.Text)),
        ];
    }

    /// <summary>A line of the table: how far it lies under the one before (zero at the top of a page), and whether a ruling parts them.</summary>
    private sealed record BodyLine(TextLine Line, int Page, int Number, double Gap, bool IsUnderRuling);

    private static List<BodyLine> Body(List<IReadOnlyList<TextLine>> pages, AlignedHeading heading, IReadOnlyList<PageLayout> layouts)
    {
        List<BodyLine> body = [];
        for (var page = heading.Page; page < pages.Count; page++)
        {
            var lines = pages[page];
            var i = page == heading.Page ? heading.First + heading.Count : 0;
            for (var first = true; i < lines.Count; i++, first = false)
            {
                if (heading.RepeatedAt(lines, i) is > 0 and var count)
                {
                    i += count - 1;
                    continue;
                }
                var gap = first ? 0 : lines[i - 1].Base - lines[i].Base;
                body.Add(new(lines[i], layouts[page].Number, i + 1, gap, i > 0 && IsRuled(layouts[page], lines[i], lines[i - 1])));
            }
        }
        return body;
    }

    private static bool IsRuled(PageLayout page, TextLine line, TextLine above) =>
        page.Rulings.Any(r => r.IsLevel && r.Length > 0.4 * page.Width && r.At > line.Base && r.At < above.Base);

    /// <summary>Signatures: the last lines, parted from the table by a wide gap and without a deadline.</summary>
    private static int BelowFrom(List<BodyLine> body)
    {
        var below = body.Count;
        for (var i = body.Count - 1; i >= 0 && body.Count - i < 30; i--)
        {
            if (ScheduleStart().IsMatch(body[i].Line.Text)) break;
            if (NameAtEnd().IsMatch(body[i].Line.Text)) below = i;
        }
        return below;
    }

    private static double LeadingOf(List<BodyLine> body)
    {
        var gaps = body.Select(line => line.Gap).Where(gap => gap > 0).Order().ToList();
        return gaps.Count == 0 ? 12 : gaps[gaps.Count / 2];
    }

    private PrintedRow Head() => new(Where.RowOfPage(_heading.Page + 1, _heading.First + 1),
        [.. _heading.Map.Columns.Select((column, i) => new PrintedCell(AlignedRow.Edge(_heading.Edges, i), AlignedRow.Edge(_heading.Edges, i + 1), column.Heading))]);

    private void Take(BodyLine body)
    {
        if (IsAcross(body.Line))
        {
            _rows.Add(AlignedRow.Across(Where.RowOfPage(body.Page, body.Number), body.Line.Text, _heading.Map.Columns.Count));
            return;
        }

        var texts = new string[_heading.Map.Columns.Count];
        foreach (var phrase in body.Line.Phrases)
        {
            ref var text = ref texts[_heading.ColumnOf((phrase.Left + phrase.Right) / 2)];
            text = text is null ? phrase.Text : text + " " + phrase.Text;
        }
        if (Begins(body, texts) is { } sure) _rows.Add(new(Where.RowOfPage(body.Page, body.Number), texts.Length, sure));
        if (_rows.Count == 0 || _rows[^1].IsAcross) _rows.Add(new(Where.RowOfPage(body.Page, body.Number), texts.Length, 0.8));
        for (var i = 0; i < texts.Length; i++)
            if (texts[i] is { } text) (i == _task ? TaskOwner(text, body.Line) : _rows[^1]).Add(i, text);
        _rows[^1].EndLine();
    }

    /// <summary>Words of one breath that run over a gutter, and nothing else on the line.</summary>
    private bool IsAcross(TextLine line) => line.Phrases.Count <= 2 && line.Phrases.Any(phrase =>
        _heading.ColumnOf(phrase.Left + 1) < _heading.ColumnOf(phrase.Right - 1)) && !ScheduleStart().IsMatch(line.Text);

    /// <summary>How sure it is that a row begins with this line; null when none does.</summary>
    private double? Begins(BodyLine line, string?[] texts)
    {
        var (number, title, schedule) = (Of(texts, ColumnRole.Number), Of(texts, ColumnRole.Title), Of(texts, ColumnRole.Schedule));
        var open = _rows.Count > 0 && !_rows[^1].IsAcross ? _rows[^1] : null;
        if (Number().IsMatch(number)) return 0.95;
        if (open is null) return title.Length > 0 || schedule.Length > 0 ? 0.9 : null;
        if (schedule.Length > 0 && title.Length > 0 && BeginsSchedule(open, schedule)) return 0.95;
        if (line.IsUnderRuling && title.Length > 0) return 0.95;
        return line.Gap > RowGap * _leading && title.Length > 0 && !char.IsLower(title[0]) ? 0.8 : null;
    }

    private bool BeginsSchedule(AlignedRow open, string schedule)
    {
        var before = open.TextOf(_heading.Map.IndexOf(ColumnRole.Schedule));
        return ScheduleStart().IsMatch(schedule) && (before.Length == 0 || !IsOpenSchedule(before, schedule));
    }

    /// <summary>«2025-» goes on with «2030-жылдар» and «2025-2026-» with «жыл», but «2026-» not with a deadline of its own.</summary>
    private static bool IsOpenSchedule(string before, string schedule) =>
        before.EndsWith("жылдын", StringComparison.Ordinal) || before is "Жыл" or "до" or "с"
        || (before[^1] is '-' or '–' && (char.IsLetter(schedule[0]) || (SingleYear().IsMatch(before) && LastYear().IsMatch(schedule))));

    /// <summary>
    /// The row whose task these words are. A task begins on the first line of a row, on the very baseline of its measure; one that
    /// runs on beside several measures keeps its own baselines.
    /// </summary>
    private AlignedRow TaskOwner(string text, TextLine line)
    {
        var begins = _rows[^1].IsNew && !char.IsLower(text[0]) && Math.Abs(BaseOf(line, _task) - BaseOf(line, _title)) < 0.08 * line.Size;
        return begins || _taskOwner is null ? _taskOwner = _rows[^1] : _taskOwner;
    }

    private double BaseOf(TextLine line, int column) =>
        line.Phrases.FirstOrDefault(p => _heading.ColumnOf((p.Left + p.Right) / 2) == column)?.Base ?? line.Base;

    private string Of(string?[] texts, ColumnRole role) => _heading.Map.IndexOf(role) is >= 0 and var i ? texts[i] ?? "" : "";

    [GeneratedRegex(@"^\d{1,4}\.?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:20\d\d|жыл\b|туруктуу|дайыма|ар\s|ежегодно|постоянно|регулярно|до\s|с\s|в\s+течение|в\s+течении|[IVХX]{1,3}\s|[1-4]\s*-?\s*(?:кварт|чейрек))", RegexOptions.IgnoreCase)]
    private static partial Regex ScheduleStart();

    [GeneratedRegex(@"^20\d\d\s*[-–]$")]
    private static partial Regex SingleYear();

    [GeneratedRegex(@"^20\d\d\s*[-–]?\s*(?!жылдын)\p{L}*\.?$")]
    private static partial Regex LastYear();

    [GeneratedRegex(@"\s(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{Ll}-]+$")]
    private static partial Regex NameAtEnd();
}
