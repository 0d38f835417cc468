using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

/// <summary>Small plans made by hand. A row without a flaw: whoever tests a check spoils one thing.</summary>
internal static class Made
{
    public const string TitleOfPlan = "2025-2030-жылдарга Чоң-Алай районун өнүктүрүү программасынын иш-чаралар планы";

    public static readonly Body
        Administration = NewBody("RMA", BodyKind.Administration, "РМА"),
        Municipality = NewBody("AO-CHON-ALAY", BodyKind.Municipality, "Чоң-Алай айыл өкмөтү", place: "M1", aliases: ["Чон-Алай айыл өкөтү", "Чоң-Алай айыл өкмөт"]),
        Other = NewBody("AO-JEKENDI", BodyKind.Municipality, "Жекенди айыл өкмөтү", place: "M2"),
        Governments = NewBody("JOBO", BodyKind.Group, "ЖӨБО", members: ["AO-CHON-ALAY", "AO-JEKENDI", "AO-KASHKA-SUU"]),
        Office = NewBody("ESKMB", BodyKind.Department, "ЭСКМБ", aliases: ["ЭСКММБ", "РЭСМБ"]),
        Bank = NewBody("BANK", BodyKind.Enterprise, "«Элдик-Банк» ААК", aliases: ["Элдик-Банк"]),
        Donor = NewBody("WFP", BodyKind.Partner, "БУУнун Азык-түлүк программасы", aliases: ["ПРООН азык-түлүк программасы"]),
        Investor = NewBody("INVESTOR", BodyKind.Unnamed, "инвестор");

    public static readonly Vocabulary Vocabulary = new("D", [Administration, Municipality, Other, Governments, Office, Bank, Donor, Investor],
    [
        NewPlace("D", PlaceKind.District, null, "Чоң-Алай району"), NewPlace("M1", PlaceKind.Municipality, "D", "Чоң-Алай айыл аймагы"),
        NewPlace("M2", PlaceKind.Municipality, "D", "Жекенди айыл аймагы"), NewPlace("M3", PlaceKind.Municipality, "D", "Кашка-Суу айыл аймагы"),
        NewPlace("V1", PlaceKind.Village, "M1", "Кулчу"), NewPlace("V2", PlaceKind.Village, "M2", "Карамык", "Кара-Мык"),
        NewPlace("V3", PlaceKind.Village, "M1", "Чак"), NewPlace("V4", PlaceKind.Village, "M1", "Жаш-Тилек"),
    ]);

    public static MeasureDraft Row(
        int ordinal, string title = "Кулчу айылына 2 км жол куруу", string result = "2 км жол курулду", string? number = "", string schedule = "2025-2026-жылдар",
        string task = "Жолдорду оңдоо", string section = "4.1. Экономика", string responsible = "РМА") => new()
        {
            Ordinal = ordinal,
            Number = number is "" ? $"{ordinal}" : number,
            Section = section,
            Task = task,
            Title = title,
            Schedule = ScheduleParser.Parse(schedule, 2025, 2030),
            ExpectedResult = result,
            Responsible = new BodyNames(Vocabulary).Read(responsible),
            Amounts = Sums.In(title),
            Places = new PlaceNames(Vocabulary).Read(title).Soate,
        };

    public static PlanDraft Plan(params MeasureDraft[] rows) => new(
        new(TitleOfPlan, 2025, 2030, new("Буйрук", "РМА", "114", new(2025, 6, 12), 2025, "2"), []), rows, new("made", SourceFormat.Yaml, [], [], [], []));

    /// <summary>What one check says about rows.</summary>
    public static IReadOnlyList<Finding> Findings(Check check, params MeasureDraft[] rows) => Findings(check, Plan(rows));

    public static IReadOnlyList<Finding> Findings(Check check, PlanDraft plan) => [.. check(new(plan, Vocabulary, RealPlan.Today))];

    /// <summary>The words that a finding points at.</summary>
    public static IEnumerable<string> Marked(this Finding finding) => finding.Quotes.SelectMany(q => q.Marks.Select(m => q.Text.Substring(m.Start, m.Length)));

    private static Body NewBody(string code, BodyKind kind, string name, string? place = null, string[]? members = null, string[]? aliases = null) => new()
    {
        Code = code,
        Kind = kind,
        Name = new(name),
        ShortName = new(name),
        Members = members ?? [],
        Aliases = [name, .. aliases ?? []],
        Place = place,
    };

    private static Place NewPlace(string code, PlaceKind kind, string? parent, string name, params string[] aliases) => new()
    {
        Code = code,
        Kind = kind,
        Parent = parent,
        Name = new(name),
        Aliases = aliases,
        Quality = PointQuality.Unknown,
    };
}
