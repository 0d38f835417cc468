using System.Text.Json;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Tests.Intake;

public class PlanReadTests
{
    private static readonly PlanDraft Draft = Understanding.Understand(TrueTable.Document(), TrueTable.Vocabulary);
    private static readonly Finding[] Findings = [new("title-missing", Severity.Warning, [3, 9], new("intake.title-missing"), new("intake.nobody-known"), new("intake.body-unknown", "Х"), [])];
    private static readonly string Json = PlanReadJson.Write(Draft, Findings, "ky");

    [Fact]
    public void The_first_measure_is_written_as_agreed()
    {
        using var json = JsonDocument.Parse(Json);
        Assert.Equal(
            """{"ordinal":1,"number":"1","section":"4.1.1. Өнөр жайы","task":"Ири, орто жана чакан бизнести колдоо жана курулуш тармагындагы өнөр жай ишканаларын ишке киргизүү","title":"Чон-Алай айыл аймагына муниципалдык мал сойуучу цехтин курулуш иштерин баштоо сметалык баасы-32,0 млн сом","schedule":{"text":"2025-ж","kind":"year","from":"2025-01-01","to":"2025-12-31"},"expectedResult":"Тейлөө кызматы үчүн шарт түзүлүп кошкмча жумуш орундары түзүлөт","responsible":{"text":"Чон-Алай айыл өкмөтү, РМА","lead":"AO-CHON-ALAY","bodies":["AO-CHON-ALAY","RMA"]},"amounts":[{"sum":32000000,"currency":"KGS","text":"32,0 млн сом"}],"quantities":[],"places":["41706259851000"],"confidence":1,"notes":[]}""",
            Compact(json.RootElement.GetProperty("measures")[0]));
    }

    [Fact]
    public void The_programme_and_the_findings_are_written_as_agreed()
    {
        using var json = JsonDocument.Parse(Json);
        Assert.Equal(["programme", "measures", "findings"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"title":"2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш- чаралар планы","years":[2025,2030],"act":{"body":"Чоң-Алай райондук мамлекеттик администрациясы","number":null,"date":null},"signatories":[{"post":"Акимдин орун басары","name":"Б.Ж.Бакыбеков"},{"post":"Аппарат жетекчи","name":"З.Р.Шакиров"}]}""",
            Compact(json.RootElement.GetProperty("programme")));
        Assert.Equal("""[{"code":"title-missing","severity":"warning","ordinals":[3,9],"message":"Иш-чаранын аталышы бош."}]""", Compact(json.RootElement.GetProperty("findings")));
    }

    [Fact]
    public void Kinds_of_schedule_numbers_and_places_are_those_of_the_contract()
    {
        using var json = JsonDocument.Parse(Json);
        var measures = json.RootElement.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(80, measures.Count);
        Assert.Equal(["years", "year", "missing", "quarter", "everyYear", "openEnded", "continuous"], measures.Select(m => m.GetProperty("schedule").GetProperty("kind").GetString()!).Distinct().OrderBy(Order));
        Assert.Equal(28, measures.Count(m => m.GetProperty("number").ValueKind == JsonValueKind.Null));
        Assert.All(measures.SelectMany(m => m.GetProperty("places").EnumerateArray()), place => Assert.Matches("^41706259\\d{6}$", place.GetString()));

        static int Order(string kind) => Array.IndexOf(["years", "year", "missing", "quarter", "everyYear", "openEnded", "continuous"], kind);
    }

    [Fact]
    public void Kyrgyz_letters_stay_letters_and_lines_end_in_one_sign()
    {
        Assert.Contains("Чоң-Алай", Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u04", Json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Json);
        Assert.StartsWith("{\n  \"programme\"", Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_a_frame_is_written_with_nulls()
    {
        var draft = new PlanDraft(new("", null, null, null, []), [], Draft.Source);
        using var json = JsonDocument.Parse(PlanReadJson.Write(draft, [], "en"));
        Assert.Equal("""{"title":"","years":[],"act":null,"signatories":[]}""", Compact(json.RootElement.GetProperty("programme")));
        Assert.Equal("""{"findings":[]}""", Compact(JsonDocument.Parse(PlanReadJson.WriteFindings([], "en")).RootElement));
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public void The_text_for_a_terminal_names_every_measure_and_marks_doubts(string language)
    {
        var doubtful = Draft with { Measures = [Draft.Measures[0] with { Confidence = 0.7, Notes = [new("intake.body-unknown", "Х")] }, .. Draft.Measures.Skip(1)] };
        var text = new StringWriter();
        PlanReadText.Write(text, doubtful, language);
        var lines = text.ToString().Split('\n');

        Assert.Equal(80, lines.Count(l => l.StartsWith("   ", StringComparison.Ordinal) && l.Contains(". №", StringComparison.Ordinal) || l.StartsWith("  ? ", StringComparison.Ordinal)));
        Assert.Single(lines, l => l.StartsWith("  ? ", StringComparison.Ordinal));
        Assert.Contains(Texts.All.Say(language, "intake.body-unknown", "Х"), text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_findings_says_what_why_and_what_to_do()
    {
        var text = new StringWriter();
        FindingsText.Write(text, Findings, "ky");
        Assert.Contains("! Иш-чаранын аталышы бош. [title-missing]", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("3, 9", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("→", text.ToString(), StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
