using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;

namespace Atkaruu.Modules.Plan;

/// <summary>From the tree of a plan.yaml to a <see cref="PlanFile"/>, field by field.</summary>
internal static partial class PlanFileReading
{
    private const int FirstYear = 2000, LastYear = 2100;

    public static readonly IReadOnlyList<string> Kinds = NamesOf<MeasureKind>(), Schedules = NamesOf<ScheduleKind>(),
        Accumulations = NamesOf<Accumulation>(), Directions = NamesOf<Direction>();

    public static PlanFile Plan(YamlFields file)
    {
        var format = file.Text("format", Limits.Line);
        if (format != PlanFile.CurrentFormat) throw file.Refuse("plan-file.wrong-word", file.Line, "format", format, PlanFile.CurrentFormat);

        var programme = Programme(file.Fields("programme"));
        HashSet<string> codes = [];
        var measures = 0;
        var sections = file.Each("sections", 500, section => Section(section, Remember));
        file.End();
        return measures > 0 ? new() { Programme = programme, Sections = sections } : throw file.Refuse("plan-file.no-measures", file.Line, "sections");

        // Called for every measure: the file as a whole has a limit, and no code may stand in it twice.
        void Remember(YamlFields measure, string? code)
        {
            if (++measures > Limits.Measures) throw measure.Refuse("plan-file.list-too-long", measure.Line, "measures", Limits.Measures);
            if (code is null) return;
            if (!code.StartsWith(programme.Prefix + "-", StringComparison.Ordinal)) throw measure.Refuse("plan-file.wrong-code", measure.Line, "code", code, programme.Prefix + "-001");
            if (!codes.Add(code)) throw measure.Refuse("plan-file.code-twice", measure.Line, "code", code);
        }
    }

    private static ProgrammeInFile Programme(YamlFields fields)
    {
        var programme = new ProgrammeInFile
        {
            Code = fields.Code("code", SlugForm(), "chon-alay-2025-2030"),
            Prefix = fields.Code("prefix", PrefixForm(), "CA"),
            District = fields.Code("district", SoateForm(), "41706259000000"),
            FromYear = fields.Whole("fromYear", FirstYear, LastYear),
            ToYear = fields.Whole("toYear", FirstYear, LastYear),
            Title = Words(fields.Fields("title")),
            Act = Act(fields.Fields("act")),
            Headings = fields.Texts("headings", 30, Limits.Line),
            Signers = fields.Each("signers", 20, Signer),
        };
        if (programme.ToYear < programme.FromYear) throw fields.Refuse("plan-file.ends-before-it-begins", fields.Line, "toYear");
        fields.End();
        return programme;
    }

    private static Act Act(YamlFields fields)
    {
        var act = new Act(
            fields.Text("kind", Limits.Line), fields.Text("body", Limits.Line), fields.OptionalText("number", Limits.Line), fields.OptionalDay("date"),
            fields.OptionalWhole("year", FirstYear, LastYear), fields.OptionalText("annex", Limits.Line), fields.TextOrEmpty("text", Limits.Cell));
        fields.End();
        return act;
    }

    private static Signer Signer(YamlFields fields)
    {
        var signer = new Signer(fields.Text("post", Limits.Line), fields.Text("name", Limits.Line));
        fields.End();
        return signer;
    }

    private static SectionInFile Section(YamlFields fields, Action<YamlFields, string?> remember)
    {
        var section = new SectionInFile
        {
            Title = Words(fields.Fields("title")),
            Level = fields.Whole("level", 1, 6),
            Tasks = fields.Each("tasks", Limits.Measures, task => Task(task, remember)),
        };
        fields.End();
        return section;
    }

    private static TaskInFile Task(YamlFields fields, Action<YamlFields, string?> remember)
    {
        // A row may stand before any task has been printed; its task is an empty text.
        var task = new TaskInFile { Title = WordsOrEmpty(fields.Fields("title")), Measures = fields.Each("measures", Limits.Measures, measure => Measure(measure, remember)) };
        fields.End();
        return task;
    }

    private static MeasureInFile Measure(YamlFields fields, Action<YamlFields, string?> remember)
    {
        var code = fields.OptionalCode("code", MeasureForm(), "CA-001");
        remember(fields, code);
        var measure = new MeasureInFile
        {
            Code = code,
            Number = fields.OptionalText("number", Limits.Line),
            Title = Words(fields.Fields("title")),
            Schedule = Schedule(fields.Fields("schedule")),
            Result = WordsOrEmpty(fields.Fields("result")),
            Responsible = fields.TextOrEmpty("responsible", Limits.Cell),
            Kind = One<MeasureKind>(fields.Word("kind", Kinds)),
            ShortName = Words(fields.Fields("shortName"), Limits.Line),
            Lead = fields.OptionalCode("lead", BodyForm(), "RMA"),
            Bodies = fields.Codes("bodies", 50, BodyForm(), "RMA"),
            Places = fields.Codes("places", 200, PlaceForm(), "41706259851010"),
            Amounts = fields.Each("amounts", 50, Amount),
            Indicators = fields.Each("indicators", 20, Indicator),
            Sdg = fields.OptionalCode("sdg", SdgForm(), "6.1"),
            Cofog = fields.OptionalCode("cofog", CofogForm(), "06.3.0"),
            Dac = fields.OptionalCode("dac", DacForm(), "14031"),
            Note = fields.OptionalText("note", Limits.Cell),
        };
        if (measure.Lead is { } lead && !measure.Bodies.Contains(lead)) throw fields.Refuse("plan-file.lead-not-listed", fields.Line, "lead", lead);
        fields.End();
        return measure;
    }

    private static Schedule Schedule(YamlFields fields)
    {
        var schedule = new Schedule(
            fields.TextOrEmpty("text", Limits.Line), One<ScheduleKind>(fields.Word("kind", Schedules)), fields.OptionalDay("from"), fields.OptionalDay("to"));
        if (schedule.To < schedule.From) throw fields.Refuse("plan-file.ends-before-it-begins", fields.Line, "to");
        fields.End();
        return schedule;
    }

    private static Amount Amount(YamlFields fields)
    {
        var amount = new Amount(fields.Number("sum"), fields.Code("currency", CurrencyForm(), "KGS"), fields.Text("text", Limits.Line));
        fields.End();
        return amount;
    }

    private static IndicatorInFile Indicator(YamlFields fields)
    {
        var indicator = new IndicatorInFile
        {
            Name = Words(fields.Fields("name")),
            Unit = fields.Word("unit", Units.All),
            Accumulation = Capital(fields.Word("accumulation", Accumulations)),
            Direction = Capital(fields.OptionalWord("direction", Directions) ?? "rising"),
            Decimals = fields.OptionalWhole("decimals", 0, 6) ?? 0,
            Baseline = fields.OptionalNumber("baseline"),
            Target = fields.OptionalNumber("target"),
            Targets = fields.OptionalFields("targets") is { } years ? Targets(years) : new Dictionary<int, decimal>(),
            Source = fields.TextOrEmpty("source", Limits.Cell),
        };
        fields.End();
        return indicator;
    }

    private static SortedDictionary<int, decimal> Targets(YamlFields fields)
    {
        SortedDictionary<int, decimal> targets = [];
        foreach (var name in fields.Names)
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
                throw fields.Refuse("plan-file.unknown-field", fields.Line, name);
            targets[year] = fields.Number(name);
        }
        return targets;
    }

    private static Words Words(YamlFields fields, int longest = Limits.Cell)
    {
        var words = new Words(fields.Text("ky", longest), fields.OptionalText("ru", longest), fields.OptionalText("en", longest));
        fields.End();
        return words;
    }

    private static Words WordsOrEmpty(YamlFields fields)
    {
        var words = new Words(fields.TextOrEmpty("ky", Limits.Cell), fields.OptionalText("ru", Limits.Cell), fields.OptionalText("en", Limits.Cell));
        fields.End();
        return words;
    }

    /// <summary>Names of a list of ours as the file writes them: everyYear, runningTotal.</summary>
    private static string[] NamesOf<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(PlanFileWriting.Small)];

    private static T One<T>(string name) where T : struct, Enum => Enum.Parse<T>(Capital(name));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z")] private static partial Regex SlugForm();
    [GeneratedRegex(@"\A[A-Z]{1,6}\z")] private static partial Regex PrefixForm();
    [GeneratedRegex(@"\A[0-9]{14}\z")] private static partial Regex SoateForm();
    [GeneratedRegex(@"\A[A-Z]{1,6}-[0-9]{3,5}\z")] private static partial Regex MeasureForm();
    [GeneratedRegex(@"\A[A-Z0-9][A-Z0-9-]{0,39}\z")] private static partial Regex BodyForm();
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z")] private static partial Regex PlaceForm();
    [GeneratedRegex(@"\A[A-Z]{3}\z")] private static partial Regex CurrencyForm();
    [GeneratedRegex(@"\A[1-9][0-9]?\.([1-9][0-9]?|[a-d])\z")] private static partial Regex SdgForm();
    [GeneratedRegex(@"\A(0[1-9]|10)\.[1-9](\.[0-9])?\z")] private static partial Regex CofogForm();
    [GeneratedRegex(@"\A[0-9]{5}\z")] private static partial Regex DacForm();
}
