using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Atkaruu.Modules.Papers.Writing.Word;

/// <summary>What stands beside each other without rules, and what is filled in by hand.</summary>
internal sealed class WordLayouts(WordProse prose, WordStyles styles)
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const string Box = "☐";

    /// <summary>Words beside words, or a picture beside words: a table without rules that only holds its places.</summary>
    public static IEnumerable<OpenXmlElement> Beside(WordPlace place, IReadOnlyList<(double Share, Func<WordPlace, IEnumerable<OpenXmlElement>> Content)> columns, bool centred = false)
    {
        if (columns.Count == 0) return [];
        var widths = WordTable.Widths(columns.Select(c => c.Share), place.Width);
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        for (var i = 0; i < widths.Length; i++)
            row.AppendChild(Holder(widths[i], columns[i].Content(place with { Width = Math.Max(widths[i] - 140, 200), InCell = true }), centred, i == widths.Length - 1));
        return [Layout(widths, [row])];
    }

    /// <summary>Names to the left, what they are to the right.</summary>
    public IEnumerable<OpenXmlElement> Facts(Facts facts, WordPlace place)
    {
        if (facts.Pairs.Count == 0) return [];
        var widths = WordTable.Widths(place.Millimetres < 100 ? [38, 62] : place.Millimetres > 200 ? [20, 80] : [30, 70], place.Width);
        return [Layout(widths, facts.Pairs.Select(pair => new W.TableRow(
            new W.TableRowProperties(new W.CantSplit()),
            Holder(widths[0], [Line(pair.Name, WordStyles.FactName, place)]),
            Holder(widths[1], [Line(pair.Value, WordStyles.Body, place, tight: true)], last: true))))];
    }

    public IEnumerable<OpenXmlElement> Tally(Tally tally, WordPlace place)
    {
        if (tally.Figures.Count == 0) return [];
        return Beside(place, [.. tally.Figures.Select(figure => (1d, (Func<WordPlace, IEnumerable<OpenXmlElement>>)(inner =>
            [Line(figure.Figure, WordStyles.Figure, inner), Line(figure.Words, WordStyles.FigureWords, inner)])))]);
    }

    /// <summary>Post, a line to sign on, name: each against its own tab stop, so that whoever edits it moves the stop and not the blanks.</summary>
    public IEnumerable<OpenXmlElement> Signatures(Signatures signatures, WordPlace place)
    {
        int line = (int)(place.Width * .52), name = (int)(place.Width * .72);
        var letters = Math.Max(12, (int)(line / TwipsPerMillimetre / 2.15));
        foreach (var (post, signer) in signatures.Signers)
        {
            var paragraph = Line(Wrapped(CleanText.Line(post), letters), WordStyles.Signature, place);
            paragraph.ParagraphProperties!.Tabs = new(
                new W.TabStop { Val = W.TabStopValues.Left, Position = line }, new W.TabStop { Val = W.TabStopValues.Left, Leader = W.TabStopLeaderCharValues.Underscore, Position = name - 120 },
                new W.TabStop { Val = W.TabStopValues.Left, Position = name });
            paragraph.ParagraphProperties.KeepLines = new();
            paragraph.Append(new W.Run(new W.TabChar(), new W.TabChar(), new W.TabChar()));
            paragraph.Append(prose.Runs(CleanText.Line(signer), place.Language));
            yield return paragraph;
        }
    }

    /// <summary>A dashed line with words: here one cuts.</summary>
    public W.Paragraph CutLine(CutLine cut, WordPlace place)
    {
        var paragraph = Line("✂  " + cut.Words, WordStyles.Note, place);
        paragraph.ParagraphProperties!.ParagraphBorders = new() { TopBorder = new() { Val = W.BorderValues.Dashed, Size = 6, Space = 3, Color = Inks.Line2[1..] } };
        paragraph.ParagraphProperties.SpacingBetweenLines = new() { Before = "240", After = "120" };
        return paragraph;
    }

    public IEnumerable<OpenXmlElement> AnswerLines(AnswerLine answer, WordPlace place)
    {
        for (var i = 0; i < Math.Clamp(answer.Lines, 1, 40); i++)
        {
            var paragraph = Line(i == 0 ? answer.Label + " " : Prose.Empty, WordStyles.Body, place);
            paragraph.ParagraphProperties!.Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Underscore, Position = place.Width });
            paragraph.ParagraphProperties.SpacingBetweenLines = new() { Before = i == 0 ? "60" : "200", After = "60" };
            paragraph.Append(new W.Run(new W.TabChar()));
            yield return paragraph;
        }
    }

    public W.Paragraph Choices(Choices choices, WordPlace place)
    {
        List<Run> runs = [new(choices.Label)];
        foreach (var option in choices.Options) runs.Add(new($"    {Box}\u00a0{option.Replace(' ', '\u00a0')}"));
        return Line(new Prose(runs), WordStyles.Body, place);
    }

    /// <summary>Millimetres of nothing.</summary>
    public static W.Paragraph Gap(double height = 1)
    {
        var points = WordStyles.Twentieths(Math.Max(height, .4) * 72 / 25.4);
        return new(new W.ParagraphProperties { SpacingBetweenLines = new() { Before = "0", After = "0", Line = points, LineRule = W.LineSpacingRuleValues.Exact } });
    }

    private W.Paragraph Line(Prose text, string style, WordPlace place, bool tight = false)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles[style] } };
        if (tight) properties.SpacingBetweenLines = new() { After = "40" };
        return new([properties, .. prose.Runs(text, place.Language)]);
    }

    private static W.Table Layout(int[] widths, IEnumerable<W.TableRow> rows) => new([
        new W.TableProperties
        {
            TableWidth = new() { Width = Twips(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
            TableLayout = new() { Type = W.TableLayoutValues.Fixed },
            TableCellMarginDefault = new() { TableCellLeftMargin = new() { Width = 0, Type = W.TableWidthValues.Dxa }, TableCellRightMargin = new() { Width = 140, Type = W.TableWidthValues.Dxa } },
            TableLook = new() { FirstRow = false, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
        },
        new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Twips(w) })),
        .. rows]);

    /// <summary>A cell ends with a paragraph, whatever stands in it: Word repairs files in which one does not.</summary>
    private static W.TableCell Holder(int width, IEnumerable<OpenXmlElement> content, bool centred = false, bool last = false)
    {
        var properties = new W.TableCellProperties { TableCellWidth = new() { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa } };
        if (last) properties.TableCellMargin = new() { RightMargin = new() { Width = "0", Type = W.TableWidthUnitValues.Dxa } };
        if (centred) properties.TableCellVerticalAlignment = new() { Val = W.TableVerticalAlignmentValues.Center };
        var cell = new W.TableCell([properties, .. content]);
        if (cell.LastChild is not W.Paragraph) cell.AppendChild(Gap());
        return cell;
    }

    /// <summary>A long post on several lines, so that the line to sign on stands behind its last one.</summary>
    private static string Wrapped(string post, int letters)
    {
        var (lines, line) = (new StringBuilder(), 0);
        foreach (var word in post.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line > 0 && line + word.Length + 1 > letters) (line, _) = (0, lines.Append('\n'));
            if (line > 0) lines.Append(' ');
            lines.Append(word);
            line += word.Length + 1;
        }
        return lines.ToString();
    }

    private static string Twips(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
