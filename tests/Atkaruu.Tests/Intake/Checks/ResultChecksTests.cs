using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class ResultChecksTests
{
    [Fact]
    public void A_missing_result_is_found()
    {
        Assert.Equal([2], Assert.Single(Made.Findings(ResultChecks.Missing, Made.Row(1), Made.Row(2, result: " "))).Ordinals);
        Assert.Empty(Made.Findings(ResultChecks.Missing, Made.Row(1)));
    }

    [Theory, InlineData("видеокөзөмөл камералары орнотулду саны"), InlineData("Жардам алган үй-бүлөлөрдүн саны. Долбоорлор ишке ашты, саны-800")]
    public void A_count_that_is_announced_and_not_given_is_found(string result) =>
        Assert.Equal(["саны"], Assert.Single(Made.Findings(ResultChecks.FigureMissing, Made.Row(1, result: result))).Marked());

    [Theory, InlineData("долбоорлордун саны-800"), InlineData("туристтердин саны өстү"), InlineData("саны 15ке жетти"), InlineData("2 км жол курулду")]
    public void A_count_that_is_given_or_grows_is_no_finding(string result) => Assert.Empty(Made.Findings(ResultChecks.FigureMissing, Made.Row(1, result: result)));

    [Fact]
    public void Measures_with_nothing_to_see_or_count_are_told_of_once()
    {
        var finding = Assert.Single(Made.Findings(ResultChecks.NothingMeasurable,
            Made.Row(1), Made.Row(2, title: "Питомниктерди өнүктүрүүгө көмөктөшүү", result: "питомниктердин саны көбөйдү"),
            Made.Row(3, title: "Жардамды тартуу", result: "кызмат жакшырды")));
        Assert.Equal([2, 3], finding.Ordinals);
    }

    [Theory]
    [InlineData("Мектептин имаратын куруу", "шарт түзүлөт")]
    [InlineData("Туризмди өнүктүрүү программасын иштеп чыгуу", "туризм өстү")]
    [InlineData("Таза суу менен 98% камсыздоо", "калк камсыздалды")]
    [InlineData("Тренингдерди өткөрүү", "билим жогорулады")]
    [InlineData("Көчөт отургузуу", "жыл сайын 5000ден көчөт отургузулат")]
    public void An_object_a_figure_a_document_or_an_event_can_be_judged(string title, string result) =>
        Assert.Empty(Made.Findings(ResultChecks.NothingMeasurable, Made.Row(1, title, result)));

    [Fact]
    public void Years_and_numbers_of_names_are_no_figures() =>
        Assert.Single(Made.Findings(ResultChecks.NothingMeasurable, Made.Row(1, "№16 ишкананын ишин 2030-жылга чейин жакшыртуу", "иши жакшырды")));

    [Fact]
    public void One_result_for_measures_of_many_tasks_is_a_copy()
    {
        const string result = "Айыл жашоочулары үчүн ынгайлуу шарттар түзүлөт";
        var finding = Assert.Single(Made.Findings(ResultChecks.Copied, Made.Row(1, result: result, task: "Жол"),
            Made.Row(2, result: result.Replace("үчүн", "үчун", StringComparison.Ordinal), task: "Суу"), Made.Row(3, result: result, task: "Банк")));
        Assert.Equal([1, 2, 3], finding.Ordinals);
        Assert.Equal(2, finding.WhatIn(1).Args[0]);
    }

    [Fact]
    public void One_result_within_one_task_is_how_that_field_speaks()
    {
        const string result = "Билим берүүгө шарттар түзүлөт";
        Assert.Empty(Made.Findings(ResultChecks.Copied, Made.Row(1, result: result), Made.Row(2, result: result), Made.Row(3, result: result)));
    }

    [Theory, InlineData("Курулуш иштерин баштоо", "баштоо"), InlineData("Заводдун курулушун баштоого жетишүү", "баштоого жетишүү"), InlineData("Камсыздандыруу жагын колго алуу", "колго алуу")]
    public void A_mere_beginning_is_found(string title, string words) => Assert.Equal([words], Assert.Single(Made.Findings(ResultChecks.OnlyBegins, Made.Row(1, title))).Marked());

    [Fact]
    public void To_finish_is_no_beginning() => Assert.Empty(Made.Findings(ResultChecks.OnlyBegins, Made.Row(1, "Мектептин курулушун бүткөрүү"), Made.Row(2, "Башталгыч класстар үчүн ашкана куруу")));
}
