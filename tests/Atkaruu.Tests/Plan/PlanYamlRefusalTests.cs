using System.Globalization;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using CsCheck;

namespace Atkaruu.Tests.Plan;

/// <summary>What is wrong with a plan.yaml is said in one sentence, with file, line and field.</summary>
public class PlanYamlRefusalTests
{
    [Theory]
    [InlineData("            kind: works\n", "            kind: works\n            colour: red\n", "plan-file.unknown-field", "colour")]
    [InlineData("            kind: works\n", "            kind: building\n", "plan-file.wrong-word", "building")]
    [InlineData("            kind: works\n", "            kind: Works\n", "plan-file.wrong-word", "Works")]
    [InlineData("            kind: works\n", "            kind: works\n            kind: action\n", "plan-file.twice", "kind")]
    [InlineData("            kind: works\n", "", "plan-file.missing-field", "kind")]
    [InlineData("              ky: Мал союучу цех\n", "", "plan-file.missing-field", "shortName.ky")]
    [InlineData("              ky: Мал союучу цех\n", "              ky:\n", "plan-file.missing-field", "shortName.ky")]
    [InlineData("              ky: Мал союучу цех\n", "              ky: [Мал, союучу]\n", "plan-file.text-expected", "shortName.ky")]
    [InlineData("              ky: Мал союучу цех\n", "              ky: \"\\a\"\n", "plan-file.control-character", "shortName.ky")]
    [InlineData("              ky: Мал союучу цех\n", "              ky: \"\\uD83D\"\n", "plan-file", "")]
    [InlineData("code: CA-002", "code: CA-001", "plan-file.code-twice", "CA-001")]
    [InlineData("code: CA-002", "code: XX-002", "plan-file.wrong-code", "XX-002")]
    [InlineData("lead: AO-CHON-ALAY", "lead: SCHB", "plan-file.lead-not-listed", "SCHB")]
    [InlineData("bodies: [AO-CHON-ALAY, RMA]", "bodies: AO-CHON-ALAY", "plan-file.list-expected", "bodies")]
    [InlineData("bodies: [AO-CHON-ALAY, RMA]", "bodies: [AO-CHON-ALAY, 'айыл өкмөт']", "plan-file.wrong-code", "айыл өкмөт")]
    [InlineData("from: 2025-01-01", "from: 01.01.2025", "plan-file.wrong-day", "01.01.2025")]
    [InlineData("from: 2025-01-01", "from: 2026-01-01", "plan-file.ends-before-it-begins", "to")]
    [InlineData("sum: 32000000", "sum: 32 млн", "plan-file.wrong-number", "32 млн")]
    [InlineData("fromYear: 2025", "fromYear: 25", "plan-file.wrong-whole", "25")]
    [InlineData("unit: workshops", "unit: furlong", "plan-file.wrong-word", "furlong")]
    [InlineData("sdg: '9.2'", "sdg: nine", "plan-file.wrong-code", "nine")]
    [InlineData("  act:\n", "  act: x\n  act2:\n", "plan-file.fields-expected", "programme.act")]
    [InlineData("format: atkaruu.plan/1", "format: atkaruu.plan/9", "plan-file.wrong-word", "atkaruu.plan/9")]
    [InlineData("format: atkaruu.plan/1", "format: &a atkaruu.plan/1", "plan-file.anchor", "")]
    [InlineData("format: atkaruu.plan/1", "format: !!str atkaruu.plan/1", "plan-file.anchor", "")]
    [InlineData("prefix: CA", "prefix: {{{", "plan-file.not-yaml", "")]
    [InlineData("targets: { 2025: 3,", "targets: { next: 3,", "plan-file.unknown-field", "next")]
    public void A_mistake_is_named_with_its_line(string right, string wrong, string key, string named)
    {
        var at = Truth.PlanText.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"«{right}» is not in the plan any more");

        var refusal = Assert.Throws<RuleException>(() => PlanYaml.Read(Truth.PlanText[..at] + wrong + Truth.PlanText[(at + right.Length)..], "plan.yaml"));

        var sentence = Texts.All.Say("ky", refusal.Sentence);
        Assert.StartsWith(key, refusal.Sentence.Key);
        Assert.Contains(named, sentence);
        Assert.StartsWith("plan.yaml", sentence);
        Assert.InRange((long)refusal.Sentence.Args[1]!, 1, Truth.PlanText.Count(c => c == '\n'));
    }

    [Fact]
    public void The_line_is_the_line_of_the_mistake()
    {
        var lines = Truth.PlanText.Split('\n').ToList();
        var at = lines.FindIndex(line => line.Contains("code: CA-040"));
        lines.Insert(at + 1, "            colour: red");

        var refusal = Assert.Throws<RuleException>(() => PlanYaml.Read(string.Join('\n', lines), "plan.yaml"));

        Assert.Equal((long)at + 2, refusal.Sentence.Args[1]);
        Assert.Equal($"plan.yaml, {at + 2}-сап: «sections.tasks.measures.colour» деген талаа белгисиз. Атын оңдоңуз же алып салыңыз.", Texts.All.Say("ky", refusal.Sentence));
    }

    [Theory]
    [InlineData("", "plan-file.not-a-plan")]
    [InlineData("# only a comment\n", "plan-file.not-a-plan")]
    [InlineData("just words", "plan-file.not-a-plan")]
    [InlineData("- a\n- b\n", "plan-file.not-a-plan")]
    [InlineData("a: [1, 2", "plan-file.not-yaml")]
    [InlineData("a: 'open", "plan-file.not-yaml")]
    [InlineData("a:\n\t- b\n", "plan-file.not-yaml")]
    [InlineData("a: 1\n b: 2\n", "plan-file.not-yaml")]
    [InlineData("{a: 1}: b", "plan-file.not-yaml")]
    [InlineData("format: atkaruu.plan/1\n---\nformat: atkaruu.plan/1\n", "plan-file.second-document")]
    [InlineData("PK\u0003\u0004\u0000\u0000", "plan-file.not-a-plan")]
    public void What_is_no_plan_is_refused(string text, string key) => Assert.Equal(key, Refuse(text));

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (var i = 1; i < 30; i++) bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");

        Assert.Equal("plan-file.anchor", Refuse(bomb.ToString()));
    }

    [Theory]
    [InlineData("a: ", "[", "plan-file.too-deep")]
    [InlineData("a: ", "{a: ", "plan-file.too-deep")]
    [InlineData("a: [", "x,", "plan-file.too-many")]
    public void Endless_nesting_and_endless_lists_are_refused(string start, string again, string key) =>
        Assert.Equal(key, Refuse(start + string.Concat(Enumerable.Repeat(again, 900_000 / again.Length * 2))));

    [Fact]
    public void A_file_over_5_MB_is_refused() => Assert.Equal("plan-file.too-big", Refuse(new string('ө', PlanYaml.MaxBytes / 2 + 1)));

    [Fact]
    public void A_text_longer_than_any_cell_is_refused() =>
        Assert.Equal("plan-file.text-too-long", Refuse(Truth.PlanText.Replace("text: 32,0 млн сом", "text: " + new string('x', 201))));

    [Fact]
    public void A_plan_without_measures_is_refused() =>
        Assert.Equal("plan-file.no-measures", Refuse(PlanYaml.Write(Truth.Plan with { Sections = [] })));

    /// <summary>Whatever happens to the bytes of a file on its way, it is read or it is refused with a sentence.</summary>
    [Fact]
    public void A_damaged_file_is_read_or_refused_never_worse()
    {
        var text = PlanYaml.Write(Truth.Plan with { Sections = [Truth.Plan.Sections[1] with { Tasks = [.. Truth.Plan.Sections[1].Tasks.Take(2)] }] });
        string[] pieces = ["", "\0", "\t", "\n", ":", "- ", "\"", "'", "&", "*", "!", "{", "[", "]", "}", "%", "?", "|", ">", "#", "---", "\\u", "\ud800", "\ufeff", "💥"];
        var junk = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], junk, junk).Array[1, 4].Sample(damages =>
        {
            var broken = text;
            foreach (var (at, cut, first, second) in damages)
            {
                var from = Math.Min(at, broken.Length);
                broken = broken[..from] + first + second + broken[Math.Min(from + cut, broken.Length)..];
            }
            try
            {
                PlanYaml.Read(broken, "p");
            }
            catch (RuleException refusal)
            {
                Assert.NotEmpty(Texts.All.Say("ky", refusal.Sentence));
            }
        }, iter: 3_000);
    }

    private static string Refuse(string text) => Assert.Throws<RuleException>(() => PlanYaml.Read(text, "plan.yaml")).Sentence.Key;
}
