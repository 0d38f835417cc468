using System.Text;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>Which bytes are text, and which letters they are.</summary>
public class PlainTextTests
{
    private const string Kyrgyz = "Чоң-Алай району: 2025–2030-жылдар, “Көк-Суу” №1\n", Russian = "План мероприятий на 2025–2030 годы, «Кара-Суу» №1\n";

    public static TheoryData<string, Encoding> Readable() => new()
    {
        { Kyrgyz, new UTF8Encoding(false) },
        { Kyrgyz, new UTF8Encoding(true) },
        { Kyrgyz, new UnicodeEncoding(bigEndian: false, byteOrderMark: true) },
        { Kyrgyz, new UnicodeEncoding(bigEndian: true, byteOrderMark: true) },
        { Kyrgyz, new UnicodeEncoding(bigEndian: false, byteOrderMark: false) },
        { Kyrgyz, new UnicodeEncoding(bigEndian: true, byteOrderMark: false) },
        { Russian, CodePagesEncodingProvider.Instance.GetEncoding(1251)! },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Letters_come_back_from_every_encoding_we_read(string text, Encoding encoding) =>
        Assert.Equal(text, PlainText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));

    [Theory]
    [InlineData(866)]
    [InlineData(20866)]
    public void Other_encodings_of_Russian_are_refused_and_not_read_as_gibberish(int codePage) =>
        Assert.Equal("intake.text.not-text", Refusal(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes("План мероприятий на годы\n")));

    [Fact]
    public void A_letter_cut_in_half_at_the_end_is_dropped()
    {
        var bytes = Encoding.UTF8.GetBytes("Чоң");

        Assert.Equal("Чо", PlainText.Decode(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Fact]
    public void Nothing_and_blanks_are_an_empty_file()
    {
        Assert.Equal("intake.text.empty", Refusal([]));
        Assert.Equal("intake.text.empty", Refusal(" \n\n\t "u8.ToArray()));
    }

    [Fact]
    public void Pictures_and_programs_are_refused()
    {
        Assert.Equal("intake.text.not-text", Refusal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 200, 201, 202]));
        Assert.Equal("intake.text.not-text", Refusal([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void More_than_ten_megabytes_are_refused() => Assert.Equal("intake.text.too-large", Refusal(new byte[PlainText.MaxBytes + 1]));

    private static string Refusal(byte[] bytes) => Assert.Throws<IntakeException>(() => PlainText.Decode(bytes)).Sentence.Key;
}
