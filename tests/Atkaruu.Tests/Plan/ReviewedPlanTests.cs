using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Plan;

/// <summary>The bundled plan.yaml: the document's own words to the letter, and what was added beside them is sound.</summary>
public partial class ReviewedPlanTests
{
    private static readonly IReadOnlyList<MeasureInFile> Measures = Truth.Measures;
    private static readonly Vocabulary Names = Vocabulary.Load(Path.GetDirectoryName(Truth.PlanPath)!);

    [Fact]
    public void Every_cell_of_the_document_stands_in_the_plan_in_its_order()
    {
        var rows = Truth.Plan.Rows().Select((row, i) => new TrueRow(
            i + 1, row.Measure.Number ?? "", row.Section.Title.Ky, row.Task.Measures[0] == row.Measure ? row.Task.Title.Ky : "", row.Task.Title.Ky,
            row.Measure.Title.Ky, row.Measure.Schedule.Text, row.Measure.Result.Ky, row.Measure.Responsible));

        Assert.Equal(Truth.Rows, rows);
    }

    [Fact]
    public void The_head_of_the_document_is_there()
    {
        var programme = Truth.Plan.Programme;

        Assert.Equal(["№ п.п.", "милдеттер", "Чаралар /аракеттер", "Ишке ашыруу мөөнөтү", "Күтүлүүчү жыйынтыктар", "Жооптуу аткаруучулар"], programme.Headings);
        Assert.Equal([new Signer("Акимдин орун басары", "Б.Ж.Бакыбеков"), new Signer("Аппарат жетекчи", "З.Р.Шакиров")], programme.Signers);
        Assert.Equal((null, null, 2025), (programme.Act.Number, programme.Act.Date, programme.Act.Year)); // the paper leaves number and date blank
        Assert.Equal(["4.1. Экономикалык өнүгүү", "4.1.1. Өнөр жайы", "Социалдык өнүгүү"], Truth.Plan.Sections.Select(s => s.Title.Ky));
    }

    [Fact]
    public void Codes_follow_the_order_of_the_document() =>
        Assert.Equal(Enumerable.Range(1, 80).Select(n => $"CA-{n:000}"), Measures.Select(m => m.Code));

    [Fact]
    public void Everything_is_said_in_three_languages()
    {
        IEnumerable<Words> said =
        [
            Truth.Plan.Programme.Title, .. Truth.Plan.Sections.Select(s => s.Title), .. Truth.Plan.Sections.SelectMany(s => s.Tasks).Select(t => t.Title),
            .. Measures.SelectMany(m => new[] { m.Title, m.ShortName }), .. Measures.Select(m => m.Result).Where(r => r.Ky != ""),
            .. Measures.SelectMany(m => m.Indicators).Select(i => i.Name),
        ];

        Assert.DoesNotContain(said, words => string.IsNullOrWhiteSpace(words.Ru) || string.IsNullOrWhiteSpace(words.En));
        Assert.DoesNotContain(said, words => KyrgyzLetter().IsMatch(Outside(words.Ru!)) || Cyrillic().IsMatch(words.En!));

        // A school keeps its own name in Russian too.
        static string Outside(string russian) => Regex.Replace(russian, "«[^»]*»", "");
    }

    [Fact]
    public void Figures_of_the_document_survive_translation() =>
        Assert.Empty(
            from measure in Measures
            from text in new[] { measure.Title, measure.Result }
            from language in new[] { text.Ru, text.En }
            where language is not null && !Figures(text.Ky).SequenceEqual(Figures(language))
            select $"{measure.Code}: {text.Ky} | {language}");

    [Fact]
    public void Short_names_are_short_and_tell_measures_apart()
    {
        foreach (var language in new[] { "ky", "ru", "en" })
        {
            var names = Measures.Select(m => m.ShortName.In(language)).ToList();
            Assert.DoesNotContain(names, name => name.Length > 40);
            Assert.Equal(80, names.Distinct().Count());
        }
    }

    [Fact]
    public void The_lead_is_the_first_body_and_every_body_is_known()
    {
        Assert.All(Measures, m => Assert.Equal(m.Bodies[0], m.Lead));
        Assert.All(Measures, m => Assert.Equal(m.Bodies.Distinct(), m.Bodies));
        Assert.Empty(Measures.SelectMany(m => m.Bodies).Except(Names.Bodies.Select(b => b.Code)));
    }

    [Fact]
    public void Every_known_body_has_something_to_do_except_members_of_groups() =>
        Assert.Empty(Names.Bodies.Select(b => b.Code).Except(Measures.SelectMany(m => m.Bodies)));

    [Fact]
    public void Every_place_is_known()
    {
        Assert.All(Measures, m => Assert.Equal(m.Places.Distinct(), m.Places));
        Assert.Empty(Measures.SelectMany(m => m.Places).Except(Names.Places.Select(p => p.Code)));
    }

    [Theory]
    [InlineData(1, "41706259851000")] // «Чон-Алай айыл аймагына»
    [InlineData(4)] // nothing is named
    [InlineData(8, "41706259851090", "41706259851030")] // «Чак-Жаш-Тилек»
    [InlineData(9, "41706259816010", "41706259816030")] // «Кара-Мык-Кара-Теит»
    [InlineData(13, "41706259000000")] // «Райондун айылдарын»
    [InlineData(15, "41706259851110", "kum-talaa")]
    [InlineData(36, "41706259816000", "41706259824000", "41706259851000")] // «ар бир айыл өкмөттө»
    [InlineData(49, "41706259851100")] // the school stands in Кызыл-Эшме
    [InlineData(79, "karamyk-avtojol")]
    public void Places_are_those_the_words_name(int ordinal, params string[] places) => Assert.Equal(places, Measures[ordinal - 1].Places);

    [Fact]
    public void Sums_are_the_three_that_the_text_names()
    {
        var sums = from m in Measures from amount in m.Amounts where m.Title.Ky.Contains(amount.Text) select (m.Code, amount.Sum, amount.Currency);

        Assert.Equal([("CA-001", 32_000_000m, "KGS"), ("CA-004", 68_000_000m, "KGS"), ("CA-060", 134_000_000m, "KGS")], sums);
        Assert.Equal(3, Measures.Sum(m => m.Amounts.Count));
    }

    [Fact]
    public void Classification_codes_are_of_the_lists_this_plan_needs()
    {
        Assert.All(Measures, m => Assert.Matches(@"^([1-9]|1[0-7])\.([1-9]|1[0-9]|[a-d])$", m.Sdg!));
        Assert.All(Measures, m => Assert.Matches(@"^(0[1-9]|10)\.[1-9](\.[0-9])?$", m.Cofog!));
        Assert.All(Measures, m => Assert.Matches("^(11|12|14|15|16|21|23|24|31|32|33|43|74)[0-9]{3}$", m.Dac!));
        Assert.DoesNotContain(Measures, m => m.Dac == "41050"); // withdrawn in 2017
    }

    [Fact]
    public void Notes_are_one_Kyrgyz_sentence() =>
        Assert.All(Measures.Select(m => m.Note).OfType<string>(), note => Assert.Matches(@"^[^.]*[^. ]\.$", note.Replace("Н.", "").Replace("х.", "")));

    private static IEnumerable<string> Figures(string text) =>
        Figure().Matches(text).Select(m => Separators().Replace(m.Value, "")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\d+(?:[,.  ]\d+)*")] private static partial Regex Figure();
    [GeneratedRegex("[,.  ]")] private static partial Regex Separators();
    [GeneratedRegex("[ңөүҢӨҮ]")] private static partial Regex KyrgyzLetter();
    [GeneratedRegex(@"\p{IsCyrillic}")] private static partial Regex Cyrillic();
}
