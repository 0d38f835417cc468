using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>What kind of thing a measure is; each kind has its own proof of completion.</summary>
public enum MeasureKind
{
    /// <summary>An object built or repaired: phases, contract, commissioning act.</summary>
    Works,

    /// <summary>Owed every year: yearly instalments.</summary>
    Recurring,

    /// <summary>A number to reach: 270 km, 98 %.</summary>
    Quantity,

    /// <summary>A document adopted, a body set up: its steps.</summary>
    Action,

    /// <summary>Without an end («туруктуу негизде»): judged by whether it is reported and evidenced each period.</summary>
    Continuous,
}

public enum MeasureState { InForce, Suspended, StruckOut }

public enum BodyRole { Lead, CoExecutor }

/// <summary>A heading of the plan: «4.1.1. Өнөр жайы», «Социалдык өнүгүү».</summary>
public sealed class Section : Entity
{
    public required Guid ProgrammeId { get; init; }
    public int Ordinal { get; private set; }

    /// <summary>1 for «4.1.», 2 for «4.1.1.» and so on.</summary>
    public required int Level { get; init; }
    public required Words Title { get; init; }

    /// <summary>Takes its place in an edition; 0 when no measure stands under it any more.</summary>
    internal void StandAt(int ordinal) => Ordinal = ordinal;
}

/// <summary>A task (милдет) groups measures. Called PlanTask because Task is a word of the language we write in.</summary>
public sealed class PlanTask : Entity
{
    public required Guid ProgrammeId { get; init; }
    public required Guid SectionId { get; init; }
    public int Ordinal { get; private set; }
    public required Words Title { get; init; }

    /// <summary>Takes its place in an edition; 0 when no measure stands under it any more.</summary>
    internal void StandAt(int ordinal) => Ordinal = ordinal;
}

/// <summary>
/// The unit of everything: one row of the signed plan. Its words are the document's own and change only by an act;
/// what a coordinator adds beside them (kind, bodies, places, codes) is ours.
/// </summary>
public sealed class Measure : Entity
{
    private Measure() { }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Stable name for addresses and talk: CA-060. Never used again, whatever becomes of the printed number.</summary>
    public required string Code { get; init; }

    /// <summary>Place in the edition in force, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Printed number: text, not unique, may be missing.</summary>
    public string? Number { get; private set; }

    public Guid SectionId { get; private set; }
    public Guid TaskId { get; private set; }
    public Words Title { get; private set; } = null!;
    public Schedule Schedule { get; private set; } = Schedule.None;
    public Words ExpectedResult { get; private set; } = null!;
    public string ResponsibleText { get; private set; } = "";
    public MeasureState State { get; private set; }

    public MeasureKind Kind { get; private set; }

    /// <summary>A few words for charts and lists, never instead of the official text.</summary>
    public Words ShortName { get; private set; } = null!;

    public IReadOnlyList<Amount> Amounts { get; private set; } = [];

    /// <summary>Bodies in printed order; exactly one is the lead.</summary>
    public List<MeasureBody> Bodies { get; private set; } = [];

    /// <summary>Places named in the words, or that the object plainly stands in.</summary>
    public List<MeasurePlace> Places { get; private set; } = [];

    /// <summary>SDG target («6.1»), COFOG class («06.3.0»), DAC/CRS purpose («14031»); null where nobody has decided.</summary>
    public string? Sdg { get; private set; }
    public string? Cofog { get; private set; }
    public string? Dac { get; private set; }

    /// <summary>What the coordinator noted while reviewing the text.</summary>
    public string? Note { get; private set; }

    internal static Measure Enter(Programme programme, int codeNumber, MeasureWords words)
    {
        var measure = new Measure { ProgrammeId = programme.Id, Code = $"{programme.Prefix}-{codeNumber:000}" };
        measure.Take(words);
        measure.Happened("measure.entered", new { measure.Code, words.Ordinal, words.Number, Title = words.Title.Ky });
        return measure;
    }

    /// <summary>An act changed the words. Logs what changed, old and new; answers whether anything did.</summary>
    internal bool Reword(MeasureWords words)
    {
        var changed = Differences(words);
        Take(words);
        if (changed.Count > 0) Happened("measure.reworded", changed);
        return changed.Count > 0;
    }

    /// <summary>An act changed what is to be reached.</summary>
    internal void ChangeTargets(string old, string now) => Happened("measure.targets-changed", new Change(old, now));

    /// <summary>The coordinator has said how sure its end is.</summary>
    internal void Assessed(object details) => Happened("confidence.said", details);

    /// <summary>Somebody has answered a signal about it, or wants to hear it again.</summary>
    internal void Signalled(string what, object details) => Happened(what, details);

    /// <summary>An act took the measure out. It stays, struck through.</summary>
    internal void StrikeOut()
    {
        if (State == MeasureState.StruckOut) return;
        State = MeasureState.StruckOut;
        Happened("measure.struckout", new { Code });
    }

    private Dictionary<string, Change> Differences(MeasureWords words)
    {
        var all = new (string Field, string? Old, string? New)[]
        {
            ("number", Number, words.Number), ("title", Title.Ky, words.Title.Ky), ("schedule", Schedule.Text, words.Schedule.Text),
            ("result", ExpectedResult.Ky, words.ExpectedResult.Ky), ("responsible", ResponsibleText, words.ResponsibleText),
        };
        return all.Where(f => f.Old != f.New).ToDictionary(f => f.Field, f => new Change(f.Old, f.New));
    }

    private void Take(MeasureWords words)
    {
        (Ordinal, Number, SectionId, TaskId, State) = (words.Ordinal, words.Number, words.SectionId, words.TaskId, MeasureState.InForce);
        (Title, Schedule, ExpectedResult, ResponsibleText) = (words.Title, words.Schedule, words.ExpectedResult, words.ResponsibleText);
        (Kind, ShortName, Amounts, Sdg, Cofog, Dac, Note) = (words.Kind, words.ShortName, words.Amounts, words.Sdg, words.Cofog, words.Dac, words.Note);
        TakeBodies(words);
        TakePlaces(words);
    }

    private void TakeBodies(MeasureWords words)
    {
        Bodies.RemoveAll(part => !words.Bodies.Contains(part.Body));
        foreach (var (order, body) in words.Bodies.Distinct().Index())
        {
            var part = Bodies.Find(b => b.Body == body);
            if (part is null) Bodies.Add(part = new MeasureBody { MeasureId = Id, Body = body });
            part.Stand(body == words.Lead ? BodyRole.Lead : BodyRole.CoExecutor, order);
        }
    }

    private void TakePlaces(MeasureWords words)
    {
        Places.RemoveAll(part => !words.Places.Contains(part.Place));
        foreach (var (order, place) in words.Places.Distinct().Index())
        {
            var part = Places.Find(p => p.Place == place);
            if (part is null) Places.Add(part = new MeasurePlace { MeasureId = Id, Place = place });
            part.Stand(order);
        }
    }
}

/// <summary>An old and a new value in the log.</summary>
public sealed record Change(string? Old, string? New);

/// <summary>Everything an edition says about a measure, and what the coordinator adds. Given to the measure whole.</summary>
internal sealed record MeasureWords
{
    public required int Ordinal { get; init; }
    public required string? Number { get; init; }
    public required Guid SectionId { get; init; }
    public required Guid TaskId { get; init; }
    public required Words Title { get; init; }
    public required Schedule Schedule { get; init; }
    public required Words ExpectedResult { get; init; }
    public required string ResponsibleText { get; init; }
    public required MeasureKind Kind { get; init; }
    public required Words ShortName { get; init; }
    public required string? Lead { get; init; }
    public IReadOnlyList<string> Bodies { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<Amount> Amounts { get; init; } = [];
    public string? Sdg { get; init; }
    public string? Cofog { get; init; }
    public string? Dac { get; init; }
    public string? Note { get; init; }
}

/// <summary>A body's part in a measure. <see cref="Body"/> is the body's code.</summary>
public sealed class MeasureBody
{
    public required Guid MeasureId { get; init; }
    public required string Body { get; init; }
    public BodyRole Role { get; private set; }
    public int Order { get; private set; }

    internal void Stand(BodyRole role, int order) => (Role, Order) = (role, order);
}

/// <summary>A place of a measure. <see cref="Place"/> is a SOATE code, or the code of a site.</summary>
public sealed class MeasurePlace
{
    public required Guid MeasureId { get; init; }
    public required string Place { get; init; }
    public int Order { get; private set; }

    internal void Stand(int order) => Order = order;
}
