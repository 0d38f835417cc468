using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Tests.Intake.Checks;

/// <summary>What the checks say about the plan of Chon-Alay, judged row by row by a person who read it.</summary>
public class RealPlanTests
{
    [Theory]
    [InlineData("schedule-missing", 9), InlineData("schedule-open-ended", 38), InlineData("result-missing", 20)]
    [InlineData("number-repeated", 22, 23), InlineData("number-repeated", 30, 31), InlineData("number-gap", 44, 45)]
    [InlineData("figures-disagree", 13), InlineData("figures-disagree", 25), InlineData("figures-total-disagree", 36)]
    [InlineData("result-elsewhere", 45), InlineData("result-elsewhere", 69), InlineData("result-elsewhere", 71)]
    [InlineData("task-elsewhere", 8, 9, 10, 11, 12), InlineData("task-elsewhere", 22)]
    [InlineData("wrong-territory", 76), InlineData("same-object-twice", 63, 66), InlineData("same-object-twice", 75, 77)]
    [InlineData("figure-missing", 64), InlineData("figure-missing", 78), InlineData("body-misnamed", 43)]
    [InlineData("schedule-over", 1, 8, 18, 37, 40, 67), InlineData("only-begins", 1, 2, 10, 16, 34, 76)]
    [InlineData("result-copied", 8, 9, 11, 12, 14, 15, 16, 17, 18, 22), InlineData("body-unnamed", 3, 7, 23, 80)]
    [InlineData("lead-is-group", 6, 10, 21, 23, 30, 38, 39, 40, 41, 42, 75, 76, 77)]
    [InlineData("several-territories", 21, 23, 24, 25, 36, 43, 44)]
    [InlineData("nothing-measurable", 10, 29, 31, 32, 39, 41, 75, 77)]
    public void Each_trap_is_found_in_its_rows(string code, params int[] rows) =>
        Assert.Contains(RealPlan.Of(code), finding => finding.Ordinals.SequenceEqual(rows));

    [Theory]
    [InlineData("Чон-Алай", "Чоң-Алай"), InlineData("Кара-Мык", "Карамык"), InlineData("Кара-Теит", "Кара-Тейит"), InlineData("Кум талаа", "Кум-Талаа")]
    [InlineData("дароот-Коргон", "Дароот-Коргон"), InlineData("жаны", "жаңы"), InlineData("үчун", "үчүн"), InlineData("ынгайлуу", "ыңгайлуу"), InlineData("обьект", "объект")]
    public void Each_spelling_is_found_with_the_right_one(string wrong, string right) => Assert.Contains(RealPlan.Of("spelling-variants"), finding =>
        finding.What.Args[0]!.ToString()!.Contains(wrong + " (", StringComparison.Ordinal) && finding.What.Args[1] is string known && known == right);

    [Theory]
    [InlineData("«ЭСКМБ»", "«ЭСКММБ»", "«РЭСМБ»"), InlineData("«Чон-Алай айыл өкмөтү»", "«Чоң-Алай айыл өкмөтү»", "«Чоң-Алай айыл өкмөт»")]
    public void Each_body_of_several_names_is_found(params string[] names) => Assert.Contains(RealPlan.Of("body-spelled-several-ways"), finding =>
        names.All(name => finding.What.Args[0]!.ToString()!.Contains(name + " (", StringComparison.Ordinal)));

    /// <summary>All misprints of the document that can be told without knowing them, and not one word more.</summary>
    [Fact]
    public void The_misprints_are_these()
    {
        var finding = Assert.Single(RealPlan.Of("likely-misprint"));
        Assert.Equal(
            "кошкмча → кошумча, амагында → аймагында, өкмөтүнун → өкмөтүнүн, эсплутатциялоо → эксплуатациялоо, асфальтто → асфальттоо, жылдыр → жылдар, өкөтүнүн → өкмөтүнүн, " +
            "түзүлө → түзүлөт, здөштүрүлөт → өздөштүрүлөт, түшүмдөрун → түшүмдөрүн, иштетүүчу → иштетүүчү, түзүлөи → түзүлөт, муниципиалдык → муниципалдык, саткоо → сактоо, " +
            "контрагын → контрактын, сабаттуулугуу → сабаттуулугу, рапйондук → райондук, мигарция → миграция, киргизиүү → киргизүү, ткем → кем, көөттөрү → көчөттөрү, " +
            "жердерди → жерлерди, обьекттилердин → объектилердин, мамлекттик → мамлекеттик",
            finding.What.Args[1]);
    }

    [Fact]
    public void What_is_said_of_the_whole_plan_is_said_once()
    {
        Assert.Equal([77, 80, "32,0 млн сом, 68,0 млн сом, 134,0 млн сом", "1, 4, 60"], Assert.Single(RealPlan.Of("no-money")).What.Args);
        Assert.Equal([28, 80, "12, 20, 54–57, 59–80"], Assert.Single(RealPlan.Of("number-missing")).What.Args);
        Assert.Equal("41", Assert.Single(RealPlan.Of("number-gap")).What.Args[0]);
        Assert.Single(RealPlan.Of("act-blank"));
        Assert.Single(RealPlan.Of("heading-missing"));
        Assert.Single(RealPlan.Of("body-outside"));
    }

    /// <summary>A person reads them all, so there may be no flood, and each code stands in as many findings as were judged.</summary>
    [Fact]
    public void There_is_no_flood()
    {
        Dictionary<string, int> expected = new()
        {
            ["schedule-missing"] = 1,
            ["result-missing"] = 1,
            ["number-repeated"] = 2,
            ["schedule-open-ended"] = 1,
            ["task-elsewhere"] = 2,
            ["figures-disagree"] = 2,
            ["figures-total-disagree"] = 1,
            ["result-elsewhere"] = 3,
            ["same-object-twice"] = 2,
            ["figure-missing"] = 2,
            ["wrong-territory"] = 1,
            ["act-blank"] = 1,
            ["schedule-over"] = 1,
            ["only-begins"] = 1,
            ["body-spelled-several-ways"] = 2,
            ["spelling-variants"] = 9,
            ["likely-misprint"] = 1,
            ["body-unnamed"] = 1,
            ["lead-is-group"] = 1,
            ["result-copied"] = 1,
            ["body-outside"] = 1,
            ["nothing-measurable"] = 1,
            ["number-missing"] = 1,
            ["several-territories"] = 1,
            ["body-misnamed"] = 1,
            ["number-gap"] = 1,
            ["no-money"] = 1,
            ["heading-missing"] = 1,
        };
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), RealPlan.Findings.CountBy(f => f.Code).OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_worst_comes_first_then_the_order_of_the_document()
    {
        Assert.Equal(RealPlan.Findings.Select(f => f.Severity).Order(), RealPlan.Findings.Select(f => f.Severity));
        foreach (var severity in RealPlan.Findings.GroupBy(f => f.Severity))
            Assert.Equal(severity.Select(First).Order(), severity.Select(First));

        static int First(Finding finding) => finding.Ordinals.Count == 0 ? int.MaxValue : finding.Ordinals[0];
    }

    [Fact]
    public void Every_mark_points_at_words_of_the_document()
    {
        foreach (var (finding, quote) in RealPlan.Findings.SelectMany(f => f.Quotes.Select(q => (f, q))))
        {
            var end = 0;
            foreach (var (start, length) in quote.Marks)
            {
                Assert.True(start >= end && length > 0 && start + length <= quote.Text.Length, finding.Code);
                Assert.Equal(quote.Text.Substring(start, length).Trim(), quote.Text.Substring(start, length));
                end = start + length;
            }
            if (quote.Ordinal == 0) continue;
            var measure = RealPlan.Draft.Measures[quote.Ordinal - 1];
            Assert.Equal(quote.Field switch
            {
                Field.Number => measure.Number,
                Field.Task => measure.Task,
                Field.Title => measure.Title,
                Field.Schedule => measure.Schedule.Text,
                Field.Result => measure.ExpectedResult,
                _ => measure.Responsible.Text,
            }, quote.Text);
        }
    }

    [Theory, InlineData("ky"), InlineData("ru"), InlineData("en")]
    public void Every_finding_can_be_said(string language)
    {
        foreach (var finding in RealPlan.Findings)
            foreach (var message in new[] { finding.What, finding.Why, finding.Todo }.Concat(finding.Ordinals.Select(finding.WhatIn)))
            {
                var said = Texts.All.Say(language, message);
                Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
                Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void The_reviewed_plan_has_the_same_findings()
    {
        var reviewed = PlanChecks.Check(Reviewed.Draft(BundledPlan.ChonAlay.Plan, RealPlan.Vocabulary), RealPlan.Vocabulary, RealPlan.Today);
        Assert.Equal(RealPlan.Findings.Select(Key), reviewed.Select(Key));

        static string Key(Finding finding) => $"{finding.Code} {string.Join(',', finding.Ordinals)} {string.Join('|', finding.What.Args)}";
    }

    [Fact]
    public void An_empty_plan_and_a_plan_of_blanks_are_checked_without_falling_over()
    {
        Assert.DoesNotContain(PlanChecks.Check(Made.Plan(), Made.Vocabulary, RealPlan.Today), f => f.Severity == Severity.Error);
        var blank = Made.Row(1, title: "", result: "", number: null, schedule: "", task: "", section: "", responsible: "");
        Assert.NotEmpty(PlanChecks.Check(Made.Plan(blank, blank with { Ordinal = 2 }), new("", [], []), RealPlan.Today));
    }
}
