using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class AnswerChecksTests
{
    [Fact]
    public void A_result_that_makes_another_thing_is_found()
    {
        var finding = Assert.Single(Made.Findings(AnswerChecks.ResultElsewhere, Made.Row(1, "Мектепте электрондук китепкана уюштуруу",
            "Улуттук китепканалардын базасында коворкинг зоналарын түзүү", task: "Креативдүү экономиканы өнүктүрүү")));
        Assert.Equal(["электрондук китепкана", "коворкинг зоналарын"], finding.Marked());
    }

    [Fact]
    public void A_result_of_another_field_is_found()
    {
        var finding = Assert.Single(Made.Findings(AnswerChecks.ResultElsewhere, Made.Row(1, "Тиричилик таштандыларын чогултуу үчүн полигон уюштуруу",
            "Тазаланбаган саркынды сууларды чыгаруу менен айлана-чөйрөнүн булганышын азайтуу", task: "Таштанды таштоочу жайлар")));
        Assert.Contains("саркынды сууларды", finding.Marked());
        Assert.DoesNotContain("азайтуу", finding.Marked());
    }

    [Theory]
    [InlineData("Автожолдун курулушун бүткөрүү", "Айыл жашоочулары үчүн ыңгайлуу шарттар түзүлөт")]
    [InlineData("Картошканы кайра иштетүүчү цех куруу", "Дыйкандардын түшүмдөрүн сатууга шарттар түзүлөт")]
    [InlineData("Завод куруу", "Кошумча салык төлөмдөрү түшөт, жаңы жумуш орундары түзүлөт")]
    [InlineData("Дарыялардын жээгин бекемдөө", "Табигый кырсыктардын тобокелдиги азайды")]
    [InlineData("Мектептин имаратын куруу", "Мектептин имараты курулду")]
    [InlineData("Маалымдуулугун жогорулатуу боюнча чаралар", "окуулар, семинарлар өткөрүлөт")]
    [InlineData("Көп кабаттуу үйлөргө жер бөлүү", "көп кабаттуу үйлөр курулат")]
    public void A_result_that_follows_from_its_measure_is_no_finding(string title, string result) =>
        Assert.Empty(Made.Findings(AnswerChecks.ResultElsewhere, Made.Row(1, title, result, task: "Программаны ишке ашыруу")));

    [Fact]
    public void What_the_measures_beside_it_speak_of_is_not_elsewhere() => Assert.Empty(Made.Findings(AnswerChecks.ResultElsewhere,
        Made.Row(1, "Таштанды үчүн полигон уюштуруу", "Саркынды суулардын булганышын азайтуу", task: "Таза айлана"),
        Made.Row(2, "Саркынды суунун каналын оңдоо", "2 км канал оңдолду", task: "Таза айлана")));

    [Fact]
    public void Roads_under_the_task_of_energy_are_found()
    {
        var finding = Assert.Single(Made.Findings(AnswerChecks.TaskElsewhere,
            Made.Row(1, "Электр станция куруу", task: "Энергия алуучу станцияларды куруу"), Made.Row(2, "2 км жолду асфальттоо", task: "Энергия алуучу станцияларды куруу")));
        Assert.Equal([2], finding.Ordinals);
        Assert.Contains("жолду", finding.Marked());
    }

    [Theory]
    [InlineData("Саламаттыкты сактоо тармагын өнүктүрүү", "Дарыгерлерге үй салуу", "Жаш дарыгерлерге шарт түзүлөт")]
    [InlineData("Туризмди өнүктүрүү", "Кызыл-Токой участкасына эс алуу борборун куруу", "эс алуучуларга шарт")]
    [InlineData("Туризмди өнүктүрүү", "Велосипед жолдору", "Туристтик кызмат жакшырды")]
    [InlineData("Мал чарбасын өнүктүрүү", "Жардам көрсөтүү", "жардам берилди")]
    public void A_measure_of_its_tasks_field_or_of_none_is_no_stranger(string task, string title, string result) =>
        Assert.Empty(Made.Findings(AnswerChecks.TaskElsewhere, Made.Row(1, title, result, task: task)));
}
