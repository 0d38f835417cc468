using System.Globalization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>From a <see cref="PlanFile"/> to the canonical text of plan.yaml: one order of fields, nothing empty written.</summary>
internal sealed class PlanFileWriting
{
    private readonly YamlWriter _yaml = new();

    public static string Text(PlanFile plan) => new PlanFileWriting().Plan(plan);

    /// <summary>A name of ours as the file writes it: everyYear, runningTotal.</summary>
    public static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private string Plan(PlanFile plan)
    {
        _yaml.Comment(Header);
        _yaml.Blank();
        _yaml.Text("format", plan.Format);
        _yaml.Blank();
        _yaml.Map("programme", () => Programme(plan.Programme));
        _yaml.Blank();
        _yaml.Items("sections", plan.Sections, Section, apart: true);
        return _yaml.ToString();
    }

    private void Programme(ProgrammeInFile programme)
    {
        _yaml.Text("code", programme.Code);
        _yaml.Text("prefix", programme.Prefix);
        _yaml.Text("district", programme.District);
        _yaml.Raw("fromYear", Number(programme.FromYear));
        _yaml.Raw("toYear", Number(programme.ToYear));
        Words("title", programme.Title);
        _yaml.Map("act", () => Act(programme.Act));
        _yaml.Texts("headings", programme.Headings);
        _yaml.Items("signers", programme.Signers, signer =>
        {
            _yaml.Text("post", signer.Post);
            _yaml.Text("name", signer.Name);
        });
    }

    private void Act(Act act)
    {
        _yaml.Text("kind", act.Kind);
        _yaml.Text("body", act.Body);
        _yaml.Optional("number", act.Number);
        Day("date", act.Date);
        if (act.Year is { } year) _yaml.Raw("year", Number(year));
        _yaml.Optional("annex", act.Annex);
        _yaml.Text("text", act.Text);
    }

    private void Section(SectionInFile section)
    {
        Words("title", section.Title);
        _yaml.Raw("level", Number(section.Level));
        _yaml.Items("tasks", section.Tasks, Task, apart: true);
    }

    private void Task(TaskInFile task)
    {
        Words("title", task.Title);
        _yaml.Items("measures", task.Measures, Measure, apart: true);
    }

    private void Measure(MeasureInFile measure)
    {
        _yaml.Optional("code", measure.Code);
        _yaml.Optional("number", measure.Number);
        Words("title", measure.Title);
        _yaml.Map("schedule", () => Schedule(measure.Schedule));
        Words("result", measure.Result);
        _yaml.Text("responsible", measure.Responsible);

        _yaml.Text("kind", Small(measure.Kind.ToString()));
        Words("shortName", measure.ShortName);
        _yaml.Optional("lead", measure.Lead);
        _yaml.Line("bodies", measure.Bodies);
        _yaml.Line("places", measure.Places);
        _yaml.Items("amounts", measure.Amounts, Amount);
        _yaml.Items("indicators", measure.Indicators, Indicator);
        _yaml.Optional("sdg", measure.Sdg);
        _yaml.Optional("cofog", measure.Cofog);
        _yaml.Optional("dac", measure.Dac);
        _yaml.Optional("note", measure.Note);
    }

    private void Schedule(Schedule schedule)
    {
        _yaml.Text("text", schedule.Text);
        _yaml.Text("kind", Small(schedule.Kind.ToString()));
        Day("from", schedule.From);
        Day("to", schedule.To);
    }

    private void Amount(Amount amount)
    {
        _yaml.Raw("sum", Number(amount.Sum));
        _yaml.Text("currency", amount.Currency);
        _yaml.Text("text", amount.Text);
    }

    private void Indicator(IndicatorInFile indicator)
    {
        Words("name", indicator.Name);
        _yaml.Text("unit", indicator.Unit);
        _yaml.Text("accumulation", Small(indicator.Accumulation));
        if (indicator.Direction != "Rising") _yaml.Text("direction", Small(indicator.Direction));
        if (indicator.Decimals != 0) _yaml.Raw("decimals", Number(indicator.Decimals));
        if (indicator.Baseline is { } baseline) _yaml.Raw("baseline", Number(baseline));
        if (indicator.Target is { } target) _yaml.Raw("target", Number(target));
        if (indicator.Targets.Count > 0) _yaml.Raw("targets", Targets(indicator.Targets));
        _yaml.Text("source", indicator.Source);
    }

    private static string Targets(IReadOnlyDictionary<int, decimal> targets) =>
        $"{{ {string.Join(", ", targets.OrderBy(t => t.Key).Select(t => $"{Number(t.Key)}: {Number(t.Value)}"))} }}";

    private void Words(string name, Words words) => _yaml.Map(name, () =>
    {
        _yaml.Text("ky", words.Ky);
        _yaml.Optional("ru", words.Ru);
        _yaml.Optional("en", words.En);
    });

    private void Day(string name, DateOnly? day)
    {
        if (day is { } known) _yaml.Raw(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private const string Header = """
        Иш-чаралар планы: документтин өз сөздөрү жана алардын жанында координатор кошкондор.

        ДОКУМЕНТТИКИ. Бир тамгасы да өзгөртүлгөн эмес, басма каталары да калтырылган; буйруксуз өзгөртүлбөйт:
          programme: title.ky, act, headings, signers;
          sections, tasks: title.ky;
          measures: number, title.ky, schedule.text, result.ky, responsible.

        БИЗДИКИ. Координатор документти окуп коёт жана оңдой алат:
          ru, en         расмий эмес котормолор
          code           иш-чаранын туруктуу коду; басылган номер кайталанышы же жок болушу мүмкүн
          schedule       kind, from, to: жазылган мөөнөттүн мааниси; сөздөр күндү айтпаса, күн да жок
          kind           works курулуш же оңдоо, recurring жыл сайынкы, quantity жете турган сан,
                         action документ же уюштуруу иши, continuous туруктуу негиздеги
          shortName      диаграмма жана тизме үчүн кыска аталыш, расмий текстти алмаштырбайт
          lead, bodies   биринчи аталган жооптуу жана бардык аткаруучулар, басылган тартипте
          places         сөздөрдө аталган жерлер: СОАТЭ коду же участоктун кыска аты
          amounts        сөздөрдө аталган акча
          indicators     пландын өз сандары гана, source алар алынган сөздөр; базасы белгисиз бойдон
          sdg, cofog, dac  ТӨМ милдети, бюджеттин функциялык классы, DAC секторунун коду
          note           координатордун эскертүүсү: карама-каршылык же божомол

        The document's own words stand here to the letter, misprints included; everything else is the coordinator's,
        and the Russian and English texts are unofficial. The program writes and reads this file identically.
        """;
}
