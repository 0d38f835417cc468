using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Tests.Intake.Tables;

public class HeadingWordsTests
{
    [Theory]
    [InlineData("№ п.п.", ColumnRole.Number), InlineData("№", ColumnRole.Number), InlineData("№ п/п", ColumnRole.Number), InlineData("№ П/П", ColumnRole.Number), InlineData("Катар номери", ColumnRole.Number)]
    [InlineData("милдеттер", ColumnRole.Task), InlineData("Милдет", ColumnRole.Task), InlineData("Задачи", ColumnRole.Task), InlineData("Задача", ColumnRole.Task)]
    [InlineData("Чаралар /аракеттер", ColumnRole.Title), InlineData("Иш-чаралар", ColumnRole.Title), InlineData("Ишчаралар", ColumnRole.Title), InlineData("АРАКЕТТЕР", ColumnRole.Title)]
    [InlineData("Мероприятия", ColumnRole.Title), InlineData("Меры", ColumnRole.Title), InlineData("Наименование мероприятия", ColumnRole.Title)]
    [InlineData("Ишке ашыруу мөөнөтү", ColumnRole.Schedule), InlineData("Мөөнөтү", ColumnRole.Schedule), InlineData("Срок", ColumnRole.Schedule), InlineData("Сроки реализации", ColumnRole.Schedule)]
    [InlineData("Күтүлүүчү жыйынтыктар", ColumnRole.Result), InlineData("Күтүлгөн натыйжалар", ColumnRole.Result), InlineData("Ожидаемый результат", ColumnRole.Result)]
    [InlineData("Жооптуу аткаруучулар", ColumnRole.Responsible), InlineData("Жооптуулар", ColumnRole.Responsible), InlineData("Ответственные исполнители", ColumnRole.Responsible), InlineData("Исполнитель", ColumnRole.Responsible)]
    [InlineData("Каржылоо булагы", ColumnRole.Funding), InlineData("Источник финансирования", ColumnRole.Funding), InlineData("Каржылоо булагы жана суммасы", ColumnRole.Funding)]
    [InlineData("Суммасы", ColumnRole.Amount), InlineData("Баасы", ColumnRole.Amount), InlineData("Стоимость, тыс. сом", ColumnRole.Amount), InlineData("Объем финансирования", ColumnRole.Amount)]
    [InlineData("Эскертүү", ColumnRole.Other), InlineData("Индикаторлор", ColumnRole.Other), InlineData("", ColumnRole.Other)]
    public void A_column_is_told_by_its_heading(string heading, ColumnRole role) => Assert.Equal(role, HeadingWords.RoleOf(heading));

    [Theory]
    [InlineData("Ишке ашыруу мөөөнөтү", ColumnRole.Schedule), InlineData("Ишке ашыруу моонотү", ColumnRole.Schedule), InlineData("Жооптуу аткаручулар", ColumnRole.Responsible)]
    [InlineData("Жоптуу аткаруучлар", ColumnRole.Responsible), InlineData("Күтүлүүчү жыйнтыктар", ColumnRole.Result), InlineData("Меропрятия", ColumnRole.Title), InlineData("Отвественные", ColumnRole.Responsible)]
    [InlineData("милдет-тер", ColumnRole.Task), InlineData("Жооптуу аткаруу-чулар", ColumnRole.Responsible)]
    public void A_misprint_does_not_matter(string heading, ColumnRole role) => Assert.Equal(role, HeadingWords.RoleOf(heading));

    /// <summary>Kyrgyz names the thing last, Russian first.</summary>
    [Theory]
    [InlineData("Иш-чараларды ишке ашыруу мөөнөтү", ColumnRole.Schedule), InlineData("Срок реализации мероприятий", ColumnRole.Schedule)]
    [InlineData("Милдеттерди аткаруу боюнча чаралар", ColumnRole.Title), InlineData("Меры по решению задач", ColumnRole.Title)]
    [InlineData("Иш-чаранын күтүлгөн жыйынтыгы", ColumnRole.Result), InlineData("Ответственные за мероприятие", ColumnRole.Responsible)]
    public void Of_several_words_the_one_that_is_the_thing_counts(string heading, ColumnRole role) => Assert.Equal(role, HeadingWords.RoleOf(heading));

    [Fact]
    public void A_measure_is_no_heading() =>
        Assert.Equal(ColumnRole.Other, HeadingWords.RoleOf("Райондун айылдарын таза суу менен камсыздоо, " + new string('ж', 150)));
}
