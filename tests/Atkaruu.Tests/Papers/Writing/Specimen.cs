using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SkiaSharp;

namespace Atkaruu.Tests.Papers.Writing;

/// <summary>Papers with every kind of block on them.</summary>
internal static class Specimen
{
    public const string Code = "7K2M-9QXA", Address = "https://atkaruu.example.kg/verify/7K2M-9QXA", Letters = "Ң Ө Ү ң ө ү";

    /// <summary>What people paste, and what attackers write.</summary>
    public static readonly string[] Hostile =
    [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠A1", "=cmd|' /C calc'!A0", "<w:p/>&amp;]]>", "\u0000\u0001\u0008\u000b\u000c\u001f", "\ud800x\udc00", "a\ufffeb\uffff",
        "\u202Egnp.exe\u202C\u200f", "_x000D_ _x0041_", "😀 👩‍👩‍👧", "\r\n\n\u2028", " ", "", "&C&P&\"Arial\"", "{{body}} {{title}}", "'Барак'!A1", new string('ж', 40_000),
    ];

    public static PaperDocument All(string text = Letters, string language = "ky", bool invented = true, params Block[] more) =>
        Of([.. Blocks(text), .. more], language, invented, text);

    public static PaperDocument Of(IReadOnlyList<Block> blocks, string language = "ky", bool invented = false, string title = "Маалымат") =>
        new(title, [new(language, title, PageShape.Landscape, blocks)], new(Code, Address, new DateTime(2026, 10, 12, 4, 30, 0, DateTimeKind.Utc), new Message("paper.data.open"), invented));

    private static IEnumerable<Block> Blocks(string text)
    {
        yield return new Paragraph(Prose.Bold(text), ParagraphLook.Centred);
        for (var level = 1; level <= 4; level++) yield return new Heading(level, text);
        foreach (var look in Enum.GetValues<ParagraphLook>()) yield return new Paragraph(Looks(text), look);
        yield return new Bullets([text, Prose.State("late", text)]);
        yield return new Facts([(text, text), (text, Looks(text))]);
        yield return new Tally([(text, text), ("8 / 12", text)]);
        yield return Grid(text);
        yield return Grid(text);
        yield return new Picture(Photograph(), text, text, 80);
        yield return new Picture([1, 2, 3], text, text, 80);
        yield return new Figure(Drawing(text), text, text);
        yield return new Qr(Address, text);
        yield return new Qr(text, text);
        yield return new Beside([(1, [new Heading(3, text), Grid(text)]), (2, [new Figure(Drawing(text), text), new PageBreak()]), (0, [])]);
        yield return new Together([new Heading(2, text), Grid(text)]);
        yield return new CutLine(text);
        yield return new AnswerLine(text, 3);
        yield return new Choices(text, [text, text]);
        yield return new Space(4);
        yield return new PageBreak();
        yield return new Signatures([(text, text)]);
    }

    private static Prose Looks(string text) => Prose.Of(
        new(text, RunLook.Struck), new(text, RunLook.Inserted | RunLook.Quiet), new(text, RunLook.Bold | RunLook.Italic) { Language = "ru" }, new(text) { Link = text }, new(text) { Link = Address }, new(text) { State = text });

    public static Table Grid(string text) => new(
        [new(text, 3), new(text, 1, CellAlign.Right), new(text, 1)],
        [
            Row.Through(text, RowKind.Section, 3), Row.Through(text, RowKind.Group, 9), new([new(text), Cell.Percent(.64m, "64 %"), Cell.Day(new(2026, 9, 30), "30.09.2026")]),
            new([new(Looks(text))]), new([new(text), new(text), new(text), new(text)], RowKind.Total), new([]), new([new([text, text])]),
        ])
    { Caption = text, Numbered = true };

    public static Drawing Drawing(string text) => new(60, 30,
    [
        new BoxStroke(0, 0, 20, 10, Inks.Done, Inks.Line) { Hatch = Inks.Hatch }, new PathStroke([(0, 0), (20, 20)], Inks.Lake) { Dashed = true }, new DiscStroke(10, 10, 3, Inks.Felt),
        new LabelStroke(5, 5, text), .. new[] { "done", "donelate", "track", "risk", "late", "silent", "wait", "pause", "gone", "rep", text }.Select((state, i) => new StateStroke(3 + (i * 5), 25, 4, state)),
    ]);

    public static byte[] Photograph(int width = 80, int height = 60)
    {
        using var picture = new SKBitmap(width, height);
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }

    /// <summary>As wide and as long as the execution report.</summary>
    public static PaperDocument Long(int rows = 80)
    {
        Column[] columns = [.. Enumerable.Range(1, 11).Select(i => new Column($"Баш {i}", i == 5 ? 3 : 1))];
        return Of([new Table(columns, [.. Enumerable.Range(1, rows).Select(i => new Row([.. columns.Select((_, c) => new Cell($"{i}-иш-чара, {c}: айыл аймагынын ичүүчү суусу"))]))]) { Caption = "Аткарылышы", Numbered = true }]);
    }

    /// <summary>Any paper at all.</summary>
    public static readonly Gen<PaperDocument> Any = Gen.Select(AnyBlock(2).Array[0, 12], Gen.Bool, Pick("ky", "ru", "en"), AnyText(),
        (blocks, invented, language, title) => Of(blocks, language, invented, title));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> AnyText() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["=+-@ңөү<&'\"\t\n\u0001\ud801\u202e😀"], 0, 30], Pick(Hostile[..^1]));

    private static Gen<Prose> AnyProse() => Gen.Select(AnyText(), Gen.Int[0, 31], Pick<string?>(null, "done", "late", "?"), (text, look, state) => new Run(text, (RunLook)look) { State = state }).Array[0, 3].Select(runs => new Prose(runs));

    private static Gen<Cell> AnyCell() => Gen.Select(AnyProse().Array[0, 2], Gen.Int[-1, 5], Pick<object?>(null, 1, -2.5m, .996m, decimal.MaxValue, 1e300, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 9, 30)), Gen.Int[0, 3],
        (words, span, value, look) => new Cell(words) { Span = span, Value = value, Look = (ValueLook)look });

    private static Gen<Block> AnyBlock(int deep)
    {
        var rows = Gen.Select(AnyCell().Array[0, 6], Gen.Int[0, 3], (cells, kind) => new Row(cells, (RowKind)kind)).Array[0, 5];
        List<Gen<Block>> kinds =
        [
            Gen.Select(AnyProse(), Gen.Int[0, 9], (text, level) => (Block)new Heading(level, text)),
            Gen.Select(AnyProse(), Gen.Int[0, 4], (text, look) => (Block)new Paragraph(text, (ParagraphLook)look)),
            Gen.Select(Gen.Double[-1, 9].Array[0, 5], rows, AnyText(), Gen.Bool, (widths, all, caption, numbered) => (Block)new Table([.. widths.Select(width => new Column(caption, width))], all) { Caption = caption, Numbered = numbered }),
            AnyProse().Array[0, 3].Select(items => (Block)new Bullets(items)),
            Gen.Select(AnyText(), AnyProse(), (name, value) => (Block)new Facts([(name, value)])),
            Gen.Select(AnyText(), Gen.Double[-5, 500], (label, height) => (Block)new Space(height)),
            Gen.Select(AnyText(), Gen.Int[-1, 5], (label, lines) => (Block)new AnswerLine(label, lines)),
            AnyText().Select(text => (Block)new Signatures([(text, text)])),
            AnyText().Select(text => (Block)new Tally([(text, text)])),
        ];
        if (deep > 0)
        {
            kinds.Add(AnyBlock(deep - 1).Array[0, 3].Select(blocks => (Block)new Together(blocks)));
            kinds.Add(Gen.Select(Gen.Double[-1, 3], AnyBlock(deep - 1).Array[0, 3], (share, blocks) => (Block)new Beside([(share, blocks), (1, [])])));
        }
        return Gen.OneOf([.. kinds]);
    }

    /// <summary>What the validator of Office files finds.</summary>
    public static IReadOnlyList<string> Faults(OpenXmlPackage file) =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
}
