using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Files;
using CsCheck;

namespace Atkaruu.Tests.Intake;

/// <summary>
/// Whatever is done to a file, its reader answers with a plan or with one clear sentence. A few hundred files a reader each
/// time; more by <c>ATKARUU_FUZZ=100000</c>.
/// </summary>
public class ReaderFuzzTests
{
    private static readonly int Files = int.TryParse(Environment.GetEnvironmentVariable("ATKARUU_FUZZ"), out var files) ? files : 300;

    private static readonly byte[] Docx = MakeDocx.With(body => body.Append(
        MakeDocx.Paragraph("План"), MakeDocx.TableOf(
            ["№", "Милдеттер", "Чаралар", "Мөөнөтү", "Жыйынтыгы", "Жооптуу"],
            ["4.1. Өнөр жайы", "", "", "", "", ""],
            ["1", "Жолдор", "Жол оңдоо", "2026-жыл", "Жол оңдолду", "РМА"],
            ["", "", "Мектеп куруу", "2025-2030-жылдар", "Мектеп ачылды", "ЖӨБО"])));

    private static readonly byte[] Xlsx = MakeXlsx.Of(
        ["№", "Милдеттер", "Чаралар", "Мөөнөтү", "Жыйынтыгы", "Жооптуу"],
        [1.0, "Жолдор", "Жол оңдоо", new DateOnly(2026, 6, 1), new MakeXlsx.Percent(0.5), "РМА"],
        [2.0, "", "Мектеп куруу", "2025-2030-жылдар", new MakeXlsx.Formula("A1", "Мектеп ачылды"), "ЖӨБО"]);

    private static readonly byte[] Ruled = MakePdf.Plan(new() { Measures = 5 });

    private static readonly byte[] Aligned = MakePdf.Plan(new() { Measures = 5, Rulings = Rulings.None });

    [Theory]
    [InlineData("document.xml"), InlineData("[Content_Types].xml"), InlineData(".rels")]
    public void A_word_file_mutated_inside(string part) => Survives(mutations => Mutation.Inside(Docx, part, mutations), "plan.docx");

    [Theory]
    [InlineData("sheet1.xml"), InlineData("workbook.xml"), InlineData("sharedStrings.xml"), InlineData("styles.xml")]
    public void An_excel_file_mutated_inside(string part) => Survives(mutations => Mutation.Inside(Xlsx, part, mutations), "plan.xlsx");

    [Fact]
    public void A_word_file_mutated() => Survives(mutations => Mutation.All(Docx, mutations), "plan.docx");

    [Fact]
    public void An_excel_file_mutated() => Survives(mutations => Mutation.All(Xlsx, mutations), "plan.xlsx");

    /// <summary>Most of the file is the embedded font; the mutations go to the drawing and the structure too.</summary>
    [Fact]
    public void A_pdf_mutated()
    {
        Survives(mutations => Mutation.All(Ruled, mutations), "plan.pdf", Files / 3);
        Survives(mutations => [.. Mutation.All(Aligned[..20_000], mutations), .. Aligned[20_000..]], "plan.pdf", Files / 3);
        Survives(mutations => [.. Aligned[..^6_000], .. Mutation.All(Aligned[^6_000..], mutations)], "plan.pdf", Files / 3);
    }

    private static void Survives(Func<List<Mutation>, byte[]> mutate, string name, int? times = null) => Mutation.Some.Sample(mutations =>
    {
        var file = mutate(mutations);
        try
        {
            Assert.NotEmpty(PlanReader.Read(file, name).Rows);
        }
        catch (IntakeException no)
        {
            Assert.StartsWith("intake.", no.Sentence.Key, StringComparison.Ordinal);
        }
    }, iter: times ?? Files, threads: 1);
}
