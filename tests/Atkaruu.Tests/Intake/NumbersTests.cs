using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using CsCheck;

namespace Atkaruu.Tests.Intake;

public class NumbersTests
{
    [Theory]
    [InlineData("сметалык баасы-32,0 млн сом", "32000000 KGS «32,0 млн сом»")]
    [InlineData("баасы 68,0 млн сом", "68000000 KGS «68,0 млн сом»")]
    [InlineData("бүткөрүү 134,0 млн\u00a0сом", "134000000 KGS «134,0 млн\u00a0сом»")]
    [InlineData("18 500 тыс. сом", "18500000 KGS «18 500 тыс. сом»")]
    [InlineData("18 500 миң сом", "18500000 KGS «18 500 миң сом»")]
    [InlineData("18\u00a0500\u00a0миң\u00a0сом", "18500000 KGS «18\u00a0500\u00a0миң\u00a0сом»")]
    [InlineData("450 000 сом", "450000 KGS «450 000 сом»")]
    [InlineData("450000 сомго", "450000 KGS «450000 сомго»")]
    [InlineData("1,2 млрд сом", "1200000000 KGS «1,2 млрд сом»")]
    [InlineData("1.25 миллиард сом", "1250000000 KGS «1.25 миллиард сом»")]
    [InlineData("1 234 567,89 сом", "1234567.89 KGS «1 234 567,89 сом»")]
    [InlineData("$ 1,5 млн", "1500000 USD «$ 1,5 млн»")]
    [InlineData("500 000 АКШ доллары", "500000 USD «500 000 АКШ доллары»")]
    [InlineData("500 тыс. долларов США", "500000 USD «500 тыс. долларов США»")]
    [InlineData("2 млн евро", "2000000 EUR «2 млн евро»")]
    [InlineData("10 000 руб.", "10000 RUB «10 000 руб.»")]
    [InlineData("5 млн сом, анын ичинде 2 млн сом", "5000000 KGS «5 млн сом» | 2000000 KGS «2 млн сом»")]
    [InlineData("32,0 млн", "")]
    [InlineData("Сомдук чыгаруу 15 жыл", "")]
    [InlineData("270 км арык", "")]
    [InlineData("", "")]
    public void Sums_are_found_with_their_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Sums.In(text).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Sum} {a.Currency} «{a.Text}»"))));

    [Theory]
    [InlineData("32,0", "Сумма, млн сом", 32_000_000)]
    [InlineData("18 500", "Суммасы (миң сом)", 18_500_000)]
    [InlineData("450000", "Каржы", 450_000)]
    [InlineData("2 млн сом", "Сумма, тыс. сом", 2_000_000)]
    public void A_bare_number_in_a_column_for_money_is_counted_as_its_heading_says(string text, string heading, int sum) =>
        Assert.Equal(sum, Assert.Single(Sums.InColumn(text, heading)).Sum);

    [Theory]
    [InlineData("270 км", "270 km «270 км»")]
    [InlineData("жаңы 1437 га сугат жерлер", "1437 ha «1437 га»")]
    [InlineData("6790 гектар жаны сугат жер", "6790 ha «6790 гектар»")]
    [InlineData("станция куруу- 10 МВт", "10 MW «10 МВт»")]
    [InlineData("Кубаттуулугу 10, МВт болгон", "10 MW «10, МВт»")]
    [InlineData("98%", "98 percent «98%»")]
    [InlineData("98 %", "98 percent «98 %»")]
    [InlineData("98,5 %", "98.5 percent «98,5 %»")]
    [InlineData("100 пайызга камсыздоо", "100 percent «100 пайызга»")]
    [InlineData("95 пайыз", "95 percent «95 пайыз»")]
    [InlineData("275 орундуу мектеп", "275 seats «275 орундуу»")]
    [InlineData("180орундуу", "180 seats «180орундуу»")]
    [InlineData("5000ден", "5000 pieces «5000ден»")]
    [InlineData("5000ден ткем эмес токой көөттөрү отургузулат", "5000 seedlings «5000ден ткем эмес токой көөттөрү»")]
    [InlineData("1500 ден ашуун жумушсуз жарандар", "1500 people «1500 ден ашуун жумушсуз жарандар»")]
    [InlineData("1500 ден ашуун", "1500 pieces «1500 ден»")]
    [InlineData("12,5 км", "12.5 km «12,5 км»")]
    [InlineData("25 кошумча нарк чынжырчасын түзүү", "25 chains «25 кошумча нарк чынжырчасын»")]
    [InlineData("15 туристтик обьекттер ачылат", "15 objects «15 туристтик обьекттер»")]
    [InlineData("15 туристтик объект", "15 objects «15 туристтик объект»")]
    [InlineData("2 тигүү цехи иштейт", "2 workshops «2 тигүү цехи»")]
    [InlineData("6 студенттин контрагын", "6 students «6 студенттин»")]
    [InlineData("18 мектептерде", "18 schools «18 мектептерде»")]
    [InlineData("1тен кем эмес долбоорду", "1 projects «1тен кем эмес долбоорду»")]
    [InlineData("5тен долбоор ишке ашырылды", "5 projects «5тен долбоор»")]
    [InlineData("бирден кем эмес туристтик обьекттерди", "1 objects «бирден кем эмес туристтик обьекттерди»")]
    [InlineData("жаңы 3 таштанды таштоочу жайды", "3 objects «3 таштанды таштоочу жайды»")]
    [InlineData("10 гектардан кем эмес", "10 ha «10 гектардан»")]
    [InlineData("долбоорлордун саны-800", "800 projects «долбоорлордун саны-800»")]
    [InlineData("адам саны- 1500", "1500 people «адам саны- 1500»")]
    [InlineData("800", "800 pieces «800»")]
    [InlineData("2 км ички жолду", "2 km «2 км»")]
    [InlineData("1 200 көчөт", "1200 seedlings «1 200 көчөт»")]
    [InlineData("270 км жана 1437 га", "270 km «270 км» | 1437 ha «1437 га»")]
    [InlineData("40 орундуу бала бакча", "40 seats «40 орундуу»")]
    [InlineData("10 жаңы бала бакча", "10 objects «10 жаңы бала бакча»")]
    public void Quantities_are_found_with_unit_and_words(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("2030-жылга чейин")]
    [InlineData("2025-2030-жылдар")]
    [InlineData("2030 жылга чейин объект ачуу")]
    [InlineData("№16 жол эксплуатациялоо ишканасы")]
    [InlineData("№1 ҮДТнын жаңы имараты")]
    [InlineData("ДЭП-16 имараты")]
    [InlineData("01.06.2026")]
    [InlineData("4.1.1. Өнөр жайы")]
    [InlineData("32,0 млн сом долбоор")]
    [InlineData("5-класстын окуучулары")]
    [InlineData("3 айыл өкмөттө")]
    [InlineData("7 жашка чейинки балдар")]
    [InlineData("2026")]
    [InlineData("биринчи таасирди")]
    public void Years_names_dates_and_sums_are_no_quantities(string text) => Assert.Equal("", Shown(text));

    [Fact]
    public void No_text_makes_the_finders_fail_and_every_find_is_in_the_text() =>
        Gen.Char["0123456789 ,.%№-млнсомкгапайызденорундуу\u00a0$€"].Array[0, 60].Select(c => new string(c)).Sample(text =>
        {
            foreach (var sum in Sums.In(text)) Assert.Contains(sum.Text, text, StringComparison.Ordinal);
            foreach (var quantity in Quantities.In(text)) Assert.Contains(quantity.Text, text, StringComparison.Ordinal);
        }, iter: 5_000);

    [Fact]
    public void A_sum_grouped_in_threes_reads_back() =>
        Gen.Int[1, 999_999_999].Sample(sum => Assert.Equal(sum, Assert.Single(Sums.In($"баасы {sum.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = "\u00a0" })} сом")).Sum));

    private static string Shown(string text) =>
        string.Join(" | ", Quantities.In(text).Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Value} {q.Unit} «{q.Text}»")));
}
