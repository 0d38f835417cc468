using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using CsCheck;

namespace Atkaruu.Tests.Intake;

public class NamesTests
{
    private static readonly BodyNames Bodies = new(TrueTable.Vocabulary);
    private static readonly PlaceNames Places = new(TrueTable.Vocabulary);

    [Theory]
    [InlineData("РМА №16 жол эсплутатциялоо ишканасы.", "RMA JOL-16")]
    [InlineData("РМА  \n№16 жол \nэсплутатциялоо  \nишканасы.", "RMA JOL-16")]
    [InlineData("РАӨБ,ЖӨБО", "RAOB JOBO")]
    [InlineData("ЖӨБО, РАӨБ Бизнес структуралары", "JOBO RAOB BUSINESS")]
    [InlineData("Чоң-Алай РМА, ЖДПБ", "RMA JDPB")]
    [InlineData("Чоң-Алай району ЖДПБ", "JDPB")]
    [InlineData("РМАлар, айыл өкмөттөр, Мерсико жана ПРООН азык-түлүк программасы (макулдашуу боюнча)", "RMA JOBO MERCY-CORPS WFP")]
    [InlineData("МКУнун райондогу өкүлү", "MKU")]
    [InlineData("КРУКМК Чек- ара кызматынын Ош облусу боюнча башкармалыгы", "UKMK")]
    [InlineData("РМАлар, айыл өкмөттөр менен биргеликте", "RMA JOBO")]
    [InlineData("“Мамлекеттик ипотекалык компания” ачык акционердик коомунун райондогу өкүлү", "MIK")]
    [InlineData("Чон-Алай айыл өкөтү, РМА", "AO-CHON-ALAY RMA")]
    [InlineData("Кашка Суу айыл өкмөтүнүн башчысы", "AO-KASHKA-SUU")]
    [InlineData("Жекенди а/ө", "AO-JEKENDI")]
    [InlineData("ЭСКМБ, ЭСКММБ, РЭСМБ", "ESKMB")]
    [InlineData("Эмгек, социалдык камсыздоо жана мигарция башкармалыгы", "ESKMB")]
    [InlineData("Чоң-Алай райондук билим берүү бөлүмү, суу чарба башкармалыгы", "RBBB SCHB")]
    [InlineData("КР ССМ; ӨКМ Чон-Алай бөлүмү", "KR-SSM OKM")]
    [InlineData("Өзгөчө кырдаалдар министрлигинин Чоң-Алай бөлүмү", "OKM")]
    [InlineData("Чон-Алай токойчулугунун кызматкерлери", "TOKOY")]
    [InlineData("РГА, ОМСУ, РУАР", "RMA JOBO RAOB")]
    [InlineData("Чон-Алайская районная государственная администрация, Кашка-Сууский айыл окмоту", "RMA AO-KASHKA-SUU")]
    [InlineData("Районный отдел образования совместно с органами МСУ", "RBBB JOBO")]
    [InlineData("ВПП ООН (по согласованию)", "WFP")]
    [InlineData("рма", "RMA")]
    [InlineData("жеке ишкерлер, инвесторлор", "ENTREPRENEUR INVESTOR")]
    public void Bodies_are_known_by_any_name_in_printed_order(string text, string codes)
    {
        var read = Bodies.Read(text);
        Assert.Equal(codes, string.Join(' ', read.Bodies));
        Assert.Equal(read.Bodies[0], read.Lead);
        Assert.Empty(read.Unknown);
    }

    [Theory]
    [InlineData("РМА, Мурас коомдук фонду", "RMA", "Мурас коомдук фонду")]
    [InlineData("Мурас фонду жана ЖӨБО", "JOBO", "Мурас фонду")]
    [InlineData("Ленин айыл өкмөтү", "", "Ленин айыл өкмөтү")]
    [InlineData("облустук билим берүү бөлүмү", "", "облустук билим берүү бөлүмү")]
    [InlineData("№5 жол эксплуатациялоо ишканасы", "", "5 жол эксплуатациялоо ишканасы")]
    [InlineData("Мурас фонду РМА", "RMA", "Мурас фонду")]
    [InlineData("каржы башкармалыгы, ӨКМ", "OKM", "каржы башкармалыгы")]
    [InlineData("", "", "")]
    [InlineData(" , ; ", "", "")]
    public void Names_that_nobody_answers_to_are_given_back(string text, string codes, string unknown)
    {
        var read = Bodies.Read(text);
        Assert.Equal((codes, unknown), (string.Join(' ', read.Bodies), string.Join('|', read.Unknown)));
    }

    [Fact]
    public void Every_alias_of_every_body_leads_to_it() => Assert.All(
        TrueTable.Vocabulary.Bodies.SelectMany(body => body.Aliases.Append(body.Name.Ky).Append(body.Name.Ru!).Select(alias => (body.Code, alias))),
        pair => Assert.Equal((pair.Code, pair.alias), (Bodies.Read(pair.alias).Lead, pair.alias)));

    [Fact]
    public void Bodies_named_together_are_all_found_in_order_whatever_stands_between() =>
        Gen.Select(Gen.Int[0, TrueTable.Vocabulary.Bodies.Count - 1].Array[1, 5], Gen.Int[0, 3]).Sample((indices, between) =>
        {
            var named = indices.Distinct().Select(i => TrueTable.Vocabulary.Bodies[i]).ToList();
            var text = string.Join(new[] { ", ", ",", "; ", " жана " }[between], named.Select(b => b.Name.Ky));
            Assert.Equal(named.Select(b => b.Code), Bodies.Read(text).Bodies);
        });

    [Theory]
    [InlineData("Кара-Мык айылында", "Карамык")]
    [InlineData("Карамык айылындагы", "Карамык")]
    [InlineData("Кара-Мык-Кара-Теит автожолунун 1 км", "Карамык, Кара-Тейит")]
    [InlineData("Чак-Жаш-Тилек айылына", "Чак, Жаш-Тилек")]
    [InlineData("Үч-Коргон-Дароот-Коргон автожолу", "Дароот-Коргон")]
    [InlineData("дароот-Коргон айылындагы", "Дароот-Коргон")]
    [InlineData("Дароот Коргондун мектеби", "Дароот-Коргон")]
    [InlineData("Чон-Алай айыл өкмөтүнүн аймагында", "Чоң-Алай айыл аймагы")]
    [InlineData("Чон-Алай айыл өкөтүнүн", "Чоң-Алай айыл аймагы")]
    [InlineData("Чоң-Алай айыл аймагындагы", "Чоң-Алай айыл аймагы")]
    [InlineData("Чоң-Алай районунда", "Чоң-Алай району")]
    [InlineData("Чоң-Алай райондук маданият бөлүмүнүн имараты", "Чоң-Алай району")]
    [InlineData("Чоң-Алай ЖДПБнын имараты", "")]
    [InlineData("Кашка-Суу айылында", "Кашка-Суу")]
    [InlineData("Кашка-Суу айыл өкмөтү", "Кашка-Суу айыл аймагы")]
    [InlineData("Кашка-Суу айыл аймагына караштуу Кашка-Суу айылындагы", "Кашка-Суу")]
    [InlineData("Кум талаа участкасына", "Чоң-Алай айыл аймагы")]
    [InlineData("Чон-Алай айыл өкмөтүнүн Жар-Башы айылынын Кызыл-Токой участкасына", "Жар-Башы")]
    [InlineData("Алтын-Дара дарыясына", "Чоң-Алай району")]
    [InlineData("“Кара-Мык- Автожол” өткөрмө пунктунда", "Карамык")]
    [InlineData("“Кара-Кабак”орто мектебинин", "Кара-Кабак")]
    [InlineData("“Кыргызстан” орто мектебинин", "")]
    [InlineData("“Жаш-Келечек” МЧББУМин, “Көк-Суу” мектеби", "")]
    [InlineData("чакан ГЭС куруу", "")]
    [InlineData("Чакан ГЭС куруу", "")]
    [InlineData("Кулчу, Чак жана Чулук айылдарында", "Кулчу, Чак, Чулук")]
    [InlineData("Жар-Башынан Кызыл-Эшмеге чейин", "Жар-Башы, Кызыл-Эшме")]
    [InlineData("Райондун аймагында", "Чоң-Алай району")]
    [InlineData("Райондордо турак жай", "")]
    [InlineData("Ноокат районунда", "")]
    [InlineData("ар бир айыл өкмөттө", "Жекенди айыл аймагы, Кашка-Суу айыл аймагы, Чоң-Алай айыл аймагы")]
    [InlineData("Айыл аймактарда", "Жекенди айыл аймагы, Кашка-Суу айыл аймагы, Чоң-Алай айыл аймагы")]
    [InlineData("айыл өкмөтүнүн башчысы", "")]
    [InlineData("в селе Кашка-Суу", "Кашка-Суу")]
    [InlineData("Чон-Алайского района", "Чоң-Алай району")]
    [InlineData("Кара-Шыбак айылына, Карашыбак айылынан", "Кара-Шыбак")]
    [InlineData("Кара-Шыбк айылына", "Кара-Шыбак")]
    [InlineData("Кызыл-Суу айылы", "")]
    [InlineData("Чоӊ-Алай району", "Чоң-Алай району")]
    public void Places_are_known_by_the_name_and_the_word_behind_it(string text, string names) => Assert.Equal(
        names, string.Join(", ", Places.Read(text).Soate.Select(code => TrueTable.Vocabulary.Places.First(p => p.Code == code).Name.Ky)));

    [Fact]
    public void A_site_is_told_by_its_own_code_too() => Assert.Equal(["kyzyl-tokoy"], Places.Read("Жар-Башы айылынын Кызыл-Токой участкасына").Sites);

    [Fact]
    public void Every_village_is_found_in_any_case_and_without_its_Kyrgyz_letters() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 4], Gen.Bool).Sample((village, ending, poor) =>
        {
            var place = TrueTable.Vocabulary.Places.Where(p => p.Kind == Atkaruu.Modules.Places.PlaceKind.Village).ElementAt(village);
            var name = place.Name.Ky + new[] { " айылында", "", " айылынын", "-Ош жолу", " айылындагы" }[ending];
            Assert.Contains(place.Code, Places.Read(poor ? name.Replace('ң', 'н').Replace('ү', 'у') : name).Soate);
        });

    [Fact]
    public void No_text_makes_the_names_fail_and_every_mention_lies_in_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(i => string.Concat(i.Select(n => Pieces[n]))).Sample(text =>
        {
            var end = 0;
            foreach (var mention in Places.In(text).DistinctBy(m => m.Start))
            {
                Assert.True(mention.Start >= end && mention.Length > 0 && mention.Start + mention.Length <= text.Length, text);
                end = mention.Start + mention.Length;
            }
            var read = Bodies.Read(text);
            Assert.Equal(read.Bodies.Count > 0, read.Lead is not null);
            foreach (var unknown in read.Unknown) Assert.Contains(unknown, text, StringComparison.Ordinal);
        }, iter: 2_000);

    private static readonly string[] Pieces =
        ["Чоң", "-", "Алай", " ", " ", ",", "айыл", "өкмөтү", "району", "РМА", "ЖӨБО", "№", "16", "жол", "Кара", "Мык", "ун", "да", ".", "\n", "жана", "(", ")", "Чак", "Ж", "й", "\u0306", "‑", "райондун", "участкасы"];
}
