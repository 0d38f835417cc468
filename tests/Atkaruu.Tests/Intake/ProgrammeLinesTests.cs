using Atkaruu.Modules.Intake;
using CsCheck;

namespace Atkaruu.Tests.Intake;

public class ProgrammeLinesTests
{
    [Fact]
    public void One_long_line_is_divided_behind_the_annex()
    {
        var read = Read(["Чоң-Алай райондук мамлекеттик администрациясынын 2025-жылдын № буйругуна №2 тиркеме 2025-2030-жылдарга Чон-Алай районунун программасын ишке ашыруу боюнча иш-чаралар планы"]);
        Assert.Equal("2025-2030-жылдарга Чон-Алай районунун программасын ишке ашыруу боюнча иш-чаралар планы", read.Title);
        Assert.Equal(("Чоң-Алай райондук мамлекеттик администрациясы", null, "№2", 2025), (read.Act!.Body, read.Act.Number, read.Act.Annex, read.Act.Year));
    }

    [Theory]
    [InlineData("Алай райондук мамлекеттик администрациясынын 2026-жылдын 12-майындагы №45 буйругуна 1-тиркеме", "Алай райондук мамлекеттик администрациясы", "45", "2026-05-12", "№1")]
    [InlineData("Кашка-Суу айылдык кеңешинин 12.05.2026 № 7/1 токтомуна №3 тиркеме", "Кашка-Суу айылдык кеңеши", "7/1", "2026-05-12", "№3")]
    [InlineData("Чоң-Алай РМАнын 2026-жылдын «01» июнундагы буйругу № 120 менен бекитилген", "Чоң-Алай РМА", "120", "2026-06-01", null)]
    [InlineData("Приложение №2 к распоряжению Чон-Алайской районной государственной администрации от 12 мая 2026 года № 45-р", "Чон-Алайской районной государственной администрации", "45-", "2026-05-12", "№2")]
    public void An_act_is_read_with_number_date_and_annex(string line, string body, string number, string date, string? annex)
    {
        var read = Read([line, "2026-2030-жылдарга иш-чаралар планы"]);
        Assert.Equal((body, date, annex), (read.Act!.Body, $"{read.Act.Date:yyyy-MM-dd}", read.Act.Annex));
        Assert.Equal(number.TrimEnd('-'), read.Act.Number!.Split('-')[0]);
        Assert.Equal("2026-2030-жылдарга иш-чаралар планы", read.Title);
    }

    [Fact]
    public void A_Russian_title_page_on_several_lines_is_read()
    {
        var read = Read(
        [
            "Приложение №2", "к распоряжению Чон-Алайской", "районной государственной администрации", "от «__» ________ 2025 года № ___",
            "ПЛАН МЕРОПРИЯТИЙ", "по реализации Программы социально-", "экономического развития Чон-Алайского района на 2025–2030 годы",
        ]);
        Assert.Equal("ПЛАН МЕРОПРИЯТИЙ по реализации Программы социально-экономического развития Чон-Алайского района на 2025–2030 годы", read.Title);
        Assert.Equal((2025, 2030), (read.FromYear, read.ToYear));
        Assert.Equal(("Чон-Алайской районной государственной администрации", null, null, "№2"), (read.Act!.Body, read.Act.Number, read.Act.Date, read.Act.Annex));
    }

    [Fact]
    public void A_title_may_stand_above_the_act_or_alone()
    {
        Assert.Equal("2026-жылга иш-чаралар планы", Read(["2026-жылга иш-чаралар планы", "Алай РМАнын №5 буйругу менен бекитилген"]).Title);
        var alone = Read(["2026-жылга", "иш-чаралар планы"]);
        Assert.Equal(("2026-жылга иш-чаралар планы", 2026, 2026, null), (alone.Title, alone.FromYear, alone.ToYear, alone.Act));
        Assert.Equal(("", null, null), (Read([]).Title, Read([]).FromYear, Read([]).Act));
    }

    [Theory]
    [InlineData("Акимдин орун басары                 Б.Ж.Бакыбеков", "Акимдин орун басары=Б.Ж.Бакыбеков")]
    [InlineData("Акимдин орун басары\tБ.Ж. Бакыбеков", "Акимдин орун басары=Б.Ж. Бакыбеков")]
    [InlineData("Акимдин орун басары Б.Ж.Бакыбеков Аппарат жетекчи З.Р.Шакиров", "Акимдин орун басары=Б.Ж.Бакыбеков|Аппарат жетекчи=З.Р.Шакиров")]
    [InlineData("Акимдин|орун басары|Б.Ж.Бакыбеков", "Акимдин орун басары=Б.Ж.Бакыбеков")]
    [InlineData("Аким ____________ Бакыбеков Б.Ж.", "Аким=Бакыбеков Б.Ж.")]
    [InlineData("Аппарат жетекчи        Шакиров Замир", "Аппарат жетекчи=Шакиров Замир")]
    [InlineData("Чоң-Алай районунун акими      Ж.Кадыр уулу", "Чоң-Алай районунун акими=Ж.Кадыр уулу")]
    [InlineData("", "")]
    [InlineData("Б.Ж.Бакыбеков", "")]
    public void Signatories_are_read_with_their_posts(string lines, string expected) =>
        Assert.Equal(expected, string.Join('|', ProgrammeLines.Read([], lines.Split('|')).Signatories.Select(s => $"{s.Post}={s.Name}")));

    [Fact]
    public void No_lines_make_the_reading_fail() =>
        Gen.Char["№2-–.«»_ \tАБРабрмтиркеменинпланбуйругу0159"].Array[0, 80].Select(c => new string(c)).Array[0, 6].Sample(lines =>
        {
            var read = ProgrammeLines.Read(lines, lines);
            Assert.True(read.FromYear is null || read.FromYear <= read.ToYear);
        });

    private static ProgrammeDraft Read(string[] preamble) => ProgrammeLines.Read(preamble, []);
}
