using System.Text.Json;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using CsCheck;

namespace Atkaruu.Tests.Plan;

public class PlanYamlTests
{
    [Fact]
    public void The_bundled_plan_is_written_byte_for_byte_as_it_stands() =>
        Assert.Equal(Truth.PlanText, PlanYaml.Write(PlanYaml.Read(Truth.PlanText, "plan.yaml")));

    /// <summary>Anything YAML gives a meaning to, and anything people paste.</summary>
    private static readonly string[] Pieces =
    [
        "'", "\"", "''", ": ", ":", "- ", "-", " #", "#", "\n", "\n\n", "\t", " ", "  ", "{", "}", "[", "]", ",", "&a", "*a", "!!int", "%", "@", "`", "|", ">", ">-",
        "---", "\n---\n", "...", "?", "? ", "<<", "\\", "\\n", "null", "~", "true", "no", "12", "1e5", "0x1F", "2025-01-01", "12:30", "өкмөтү", "“", "«", "№", "😀",
        "\u00a0", "\u2028", "\ufeff", "\u200b", "word ", "узун сөз ",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 60].Select(string.Concat);

    [Fact]
    public void Any_text_a_person_can_type_comes_back_as_it_was() =>
        Gen.Select(Hostile, Hostile, Hostile).Sample((title, result, note) =>
        {
            var plan = With(m => m with { Title = new(title, result, null), Result = new(result), Responsible = note, Note = note, Number = title.Length > 200 ? null : title });

            var text = PlanYaml.Write(plan);
            var back = PlanYaml.Read(text, "p");

            Assert.Equal(Flat(plan), Flat(back));
            Assert.Equal(text, PlanYaml.Write(back));
        }, iter: 2_000);

    [Fact]
    public void An_empty_text_is_not_a_missing_one()
    {
        var plan = With(m => m with { Result = new(""), Responsible = "", Schedule = Schedule.None, Note = "" });

        Assert.Equal(Flat(plan), Flat(PlanYaml.Read(PlanYaml.Write(plan), "p")));
    }

    [Fact]
    public void Numbers_days_and_figures_come_back_exactly()
    {
        var plan = With(m => m with
        {
            Schedule = new("2026-жылдын 1-июнуна чейин", ScheduleKind.Date, null, new(2026, 6, 1)),
            Amounts = [new(0.01m, "USD", "1 цент"), new(79_228_162_514_264m, "KGS", "көп")],
            Indicators = [new() { Name = new("Көрсөткүч"), Unit = Units.Hectare, Accumulation = "RunningTotal", Direction = "Falling", Decimals = 2, Baseline = -1.25m, Target = 0m, Targets = new Dictionary<int, decimal> { [2030] = 2.5m, [2026] = -1m }, Source = "" }],
        });

        var back = PlanYaml.Read(PlanYaml.Write(plan), "p").Rows().Single().Measure;

        Assert.Equal(Flat(plan.Rows().Single().Measure.Amounts), Flat(back.Amounts));
        Assert.Equal([(2026, -1m), (2030, 2.5m)], back.Indicators[0].Targets.Select(t => (t.Key, t.Value)));
        Assert.Equal((-1.25m, 0m, "Falling", 2), (back.Indicators[0].Baseline, back.Indicators[0].Target, back.Indicators[0].Direction, back.Indicators[0].Decimals));
        Assert.Equal(new(2026, 6, 1), back.Schedule.To);
    }

    [Fact]
    public void A_file_from_elsewhere_needs_no_codes()
    {
        var back = PlanYaml.Read(PlanYaml.Write(With(m => m with { Code = null, Lead = null, Bodies = [], Places = [], Sdg = null, Cofog = null, Dac = null })), "p");

        Assert.Null(back.Rows().Single().Measure.Code);
    }

    [Fact]
    public void Any_other_way_of_writing_the_same_yaml_is_read_too()
    {
        var json = """
            {"format": "atkaruu.plan/1", "programme": {"code": "a", "prefix": "A", "district": "41706259000000", "fromYear": 2025, "toYear": 2030,
              "title": {"ky": "План"}, "act": {"kind": "буйрук", "body": "РМА", "text": "", "number": null}, "headings": [], "signers": []},
             "sections": [{"title": {"ky": "Бөлүм"}, "level": 1, "tasks": [{"title": {"ky": "Милдет"}, "measures": [
              {"title": {"ky": "Иш"}, "schedule": {"text": "", "kind": "missing"}, "result": {"ky": ""}, "responsible": "", "kind": "works", "shortName": {"ky": "Иш"}}]}]}]}
            """;

        Assert.Equal("Иш", PlanYaml.Read(json, "p.json").Rows().Single().Measure.Title.Ky);
    }

    /// <summary>A plan of one measure, the first of the bundled one, changed.</summary>
    private static PlanFile With(Func<MeasureInFile, MeasureInFile> change) => Truth.Plan with
    {
        Sections = [new() { Title = new("Бөлүм"), Level = 1, Tasks = [new() { Title = new("Милдет"), Measures = [change(Truth.Measures[0])] }] }],
    };

    private static string Flat(object thing) => JsonSerializer.Serialize(thing);
}
