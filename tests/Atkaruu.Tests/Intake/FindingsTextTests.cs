using Atkaruu.Modules.Intake;
using Atkaruu.Tests.Intake.Checks;

namespace Atkaruu.Tests.Intake;

public class FindingsTextTests
{
    [Fact]
    public void The_terminal_shows_counts_severities_rows_and_marked_words()
    {
        var text = Written("ky");

        Assert.StartsWith($"Табылгалар: {RealPlan.Findings.Count} (ката 5, карама-каршылык 14, эскерме 25)", text, StringComparison.Ordinal);
        Assert.Equal(["КАТА: 5", "КАРАМА-КАРШЫЛЫК: 14", "ЭСКЕРМЕ: 25"], text.Split('\n').Where(line => line.Length > 0 && char.IsUpper(line[0])).Skip(1));
        Assert.Contains("    13-сап, чара: «Райондун айылдарын 2030-жылга чейин таза суу менен ‹98%› камсыздоо»", text, StringComparison.Ordinal);
        Assert.Contains("    9-сап, мөөнөтү: ‹бош›", text, StringComparison.Ordinal);
        Assert.Contains("[number-missing]\n    12, 20, 54–57, 59–80-сап\n", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("ky"), InlineData("ru"), InlineData("en")]
    public void Every_finding_is_there_in_every_language(string language)
    {
        var text = Written(language);
        Assert.All(RealPlan.Findings, finding => Assert.Contains($"[{finding.Code}]", text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 1_200));
    }

    [Fact]
    public void A_plan_without_findings_is_told_so()
    {
        var text = new StringWriter();
        FindingsText.Write(text, [], "en");
        Assert.Equal("Nothing wrong was found.\n", text.ToString());
    }

    private static string Written(string language)
    {
        var text = new StringWriter();
        FindingsText.Write(text, RealPlan.Findings, language);
        return text.ToString();
    }
}
