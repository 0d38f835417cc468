using Atkaruu.Modules.Papers.Writing;
using CsCheck;

namespace Atkaruu.Tests.Papers.Writing;

using Page = UglyToad.PdfPig.Content.Page;

public class PdfHostileTests
{
    [Theory]
    [InlineData("\0\u0001\u0007\u001b[31m көрүнөт")]
    [InlineData("\u202eтескери\u202c \u200e\u200f\u2066көрүнөт\u2069")]
    [InlineData("\ud83d жарым \udc00 көрүнөт")]
    [InlineData("😀👨‍👩‍👧‍👦 漢字 العربية → ✓ көрүнөт")]
    [InlineData("(\\) <FEFF> >> endobj %%EOF BT ET көрүнөт")]
    [InlineData("и\u0306е\u0308 a\u0301\u0302\u0303\u0304 көрүнөт")]
    [InlineData("\ufffe\uffff\ufeff көрүнөт")]
    [InlineData("1\u202f000\u2009км\u2011лик көрүнөт")]
    public void Hostile_words_are_harmless_everywhere(string words)
    {
        var drawing = new Drawing(60, 20, [new LabelStroke(1, 5, words)]);
        using var pdf = PdfReading.Of(
            new Heading(1, words), new Paragraph(words), new Bullets([words]), new Facts([(words, words)]), new Tally([(words, words)]), new Figure(drawing, words, words), new Qr("https://example.kg/?q=" + words, words),
            new Table([new(words, 1)], [new([new(words)])]) { Caption = words }, new Picture([1, 2, 3], words, words, 50), new CutLine(words), new Choices(words, [words]), new AnswerLine(words), new Signatures([(words, words)]),
            new Paragraph(new Run(words) { Link = "javascript:" + words, Language = "ru", State = words }));

        Assert.True(pdf.Text.Split("көрүнөт").Length > 15);
        Assert.DoesNotContain(pdf.Pages.SelectMany(page => page.Letters), letter => letter.Value.Any(c => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')));
    }

    [Fact]
    public void A_letter_that_no_font_has_is_seen_as_a_sign_and_read_as_itself()
    {
        using var pdf = PdfReading.Of(new Paragraph("баш 漢😀 аяк"));

        var read = string.Concat(pdf.Pages[0].GetMarkedContents().SelectMany(of => of.Children.Prepend(of)).Select(of => of.ActualText));
        Assert.Contains("漢", read, StringComparison.Ordinal);
        Assert.Contains("😀", read, StringComparison.Ordinal);
        Assert.Equal(2, pdf.Pages[0].Letters.Count(letter => letter.Value == "¤"));
    }

    [Fact]
    public void A_file_that_is_no_picture_leaves_its_place_and_its_words()
    {
        using var pdf = PdfReading.Of(new Picture([0xff, 0xd8, 0xff, 0xe0, 0, 0], "Сүрөт окулбады", null, 50), new Picture([], "Бош файл", null, 50));

        Assert.Empty(pdf.Pages[0].GetImages());
        Assert.Contains("Сүрөтокулбады", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("Бошфайл", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_blocks_leave_nothing_and_break_nothing()
    {
        using var pdf = PdfReading.Of(
            new Heading(1, ""), new Paragraph(" "), new Bullets([]), new Facts([]), new Tally([]), new Table([], []), new Table([new("а", 1)], []), new Table([new("а", 0)], [new([]), new([new("x") { Span = 9 }])]), new Beside([]), new Beside([(0, []), (0, [])]),
            new Signatures([]), new Choices("", []), new AnswerLine("", 0), new Together([]), new Figure(new Drawing(0, 0, []), ""), new PageBreak(), new PageBreak());

        Assert.Single(pdf.Pages);
    }

    [Fact]
    public void Only_addresses_of_the_web_can_be_followed()
    {
        using var pdf = PdfReading.Of(new Paragraph(Prose.Of(new Run("бир ") { Link = "https://example.kg/ң?x=1" }, new Run("эки ") { Link = "javascript:alert(1)" }, new Run("үч ") { Link = "file:///etc/passwd" }, new Run("төрт") { Link = "/measure" })));

        Assert.Single(pdf.Pages[0].GetAnnotations());
    }

    private static readonly Gen<string> Word = Gen.Char["абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяABCxyz0123456789.,-–«»№%/()"].Array[1, 24].Select(letters => new string(letters));
    private static readonly Gen<string> Words = Word.List[1, 30].Select(words => string.Join(' ', words));
    private static readonly Gen<Prose> AnyProse = Gen.Select(Words, Gen.Int[0, 31], Gen.Bool, (words, look, state) => (Prose)new Run(words, (RunLook)look) { State = state ? "late" : null });

    private static readonly Gen<Cell> AnyCell = AnyProse.List[0, 3].Select(paragraphs => new Cell(paragraphs));
    private static readonly Gen<Block> AnyTable = Gen.Select(Gen.Int[1, 9], Gen.Int[0, 25]).SelectMany((columns, rows) => Gen.Select(
        Words.Array[columns], AnyCell.Array[columns].Array[rows], Gen.Enum<RowKind>().Array[rows],
        (heads, cells, kinds) => (Block)new Table([.. heads.Select((head, i) => new Column(head, i + 1))], [.. cells.Select((row, i) => new Row(row, kinds[i]))])));

    private static readonly Gen<Block> Simple = Gen.OneOf(
        Gen.Select(Gen.Int[1, 4], AnyProse, (level, text) => (Block)new Heading(level, text)),
        Gen.Select(AnyProse, Gen.Enum<ParagraphLook>(), (text, look) => (Block)new Paragraph(text, look)),
        AnyProse.List[0, 5].Select(items => (Block)new Bullets(items)),
        Gen.Select(Words, AnyProse).List[0, 5].Select(pairs => (Block)new Facts(pairs)),
        Gen.Select(Words, Words).List[0, 4].Select(figures => (Block)new Tally(figures)),
        Gen.Select(Words, Words).List[0, 3].Select(signers => (Block)new Signatures(signers)),
        Gen.Select(Words, Words.List[0, 4], (label, options) => (Block)new Choices(label, options)),
        Words.Select(label => (Block)new AnswerLine(label, 2)));

    private static readonly Gen<Block> Any = Gen.OneOf(Simple, AnyTable, Simple.List[0, 4].Select(blocks => (Block)new Together(blocks)), Gen.Select(Simple.List[0, 3], Simple.List[0, 3], (left, right) => (Block)new Beside([(1, left), (2, right)])));

    [Fact]
    public void Any_paper_is_written_and_all_its_words_come_out_again() =>
        Gen.Select(Any.Array[1, 8], Gen.Enum<PageShape>()).Sample((blocks, shape) =>
        {
            using var pdf = PdfReading.Of(shape, blocks);
            var text = pdf.Said();
            foreach (var words in blocks.SelectMany(WordsOf)) Assert.Contains(PdfReading.Squeezed(words), text, StringComparison.Ordinal);
        }, iter: 25, threads: 1);

    /// <summary>Single words: lines of neighbouring columns are read one after the other.</summary>
    private static IEnumerable<string> WordsOf(Block block) => (block switch
    {
        Heading heading => [heading.Text.Plain],
        Paragraph paragraph => [paragraph.Text.Plain],
        Bullets bullets => bullets.Items.Select(item => item.Plain),
        Facts facts => facts.Pairs.SelectMany(pair => (string[])[pair.Name, pair.Value.Plain]),
        Tally tally => tally.Figures.SelectMany(figure => (string[])[figure.Figure, figure.Words]),
        Signatures signatures => signatures.Signers.SelectMany(signer => (string[])[signer.Post, signer.Name]),
        Choices choices => [choices.Label, .. choices.Options],
        AnswerLine answer => [answer.Label],
        Together together => together.Blocks.SelectMany(WordsOf),
        Beside beside => beside.Columns.SelectMany(column => column.Blocks.SelectMany(WordsOf)),
        Table table => [.. table.Columns.Select(column => column.Head), .. table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Select(prose => prose.Plain)],
        _ => Enumerable.Empty<string>(),
    }).SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
