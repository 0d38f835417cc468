using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>Reads the rows of one table from top to bottom, and carries down what a row leaves to the rows above: section and task.</summary>
internal sealed class RowReading(Vocabulary vocabulary, int? firstYear, int? lastYear)
{
    // What a doubt about one cell leaves of our confidence in the row.
    private const double NobodyKnown = 0.5, BodyUnknown = 0.7, TaskOfAnotherSection = 0.8, TitleMissing = 0.3;
    private const int MostUnknown = 5;

    private readonly BodyNames _bodies = new(vocabulary);
    private readonly PlaceNames _places = new(vocabulary);
    private string _section = "";
    private double _sectionConfidence = 1;
    private SourceCell _task = SourceCell.Empty;
    private bool _taskIsOfAnotherSection;

    /// <summary>A heading: the deepest one printed last is in force until the next.</summary>
    public void Enter(SectionRow section) => (_section, _sectionConfidence, _taskIsOfAnotherSection) = (section.Title.Trim(), section.Confidence, _task.Text.Length > 0);

    /// <summary>The measure of a row; null for a row that is empty, or that holds a task only.</summary>
    public MeasureDraft? Read(MeasureRow row, int ordinal)
    {
        var taskPrinted = row.Task.Text.Trim().Length > 0;
        if (taskPrinted) (_task, _taskIsOfAnotherSection) = (row.Task, false);
        if (IsEmpty(row.Title) && IsEmpty(row.Schedule) && IsEmpty(row.Result) && IsEmpty(row.Responsible)) return null;

        var schedule = ScheduleParser.Read(row.Schedule.Text, firstYear, lastYear);
        var responsible = _bodies.Read(row.Responsible.Text.Trim());
        var places = _places.Read(row.Title.Text, row.Result.Text);
        List<Message> notes = [.. Doubts(row, taskPrinted), .. schedule.Notes];
        var confidence = Math.Min(Math.Min(Surest(row), schedule.Confidence), Weigh(row, responsible, notes));

        return new()
        {
            Ordinal = ordinal,
            Number = row.Number.Text.Trim() is { Length: > 0 } number ? number : null,
            Section = _section,
            Task = _task.Text.Trim(),
            TaskPrinted = taskPrinted,
            Title = row.Title.Text.Trim(),
            Schedule = schedule.Schedule,
            ExpectedResult = row.Result.Text.Trim(),
            Responsible = responsible,
            Amounts = [.. AmountsOf(row).DistinctBy(a => (a.Sum, a.Currency))],
            Quantities = [.. Quantities.In(row.Title.Text).Concat(Quantities.In(row.Result.Text)).DistinctBy(q => (q.Value, q.Unit))],
            Places = places.Soate,
            Sites = places.Sites,
            Confidence = confidence,
            Notes = notes,
            Further = FurtherOf(row),
            Where = row.Where,
        };
    }

    private static bool IsEmpty(SourceCell cell) => string.IsNullOrWhiteSpace(cell.Text);

    // The least sure of the cells, the carried task and section among them.
    private double Surest(MeasureRow row) =>
        new[] { row.Number, _task, row.Title, row.Schedule, row.Result, row.Responsible }.Min(cell => cell.Confidence) is var cells && cells < _sectionConfidence ? cells : _sectionConfidence;

    private static IEnumerable<Message> Doubts(MeasureRow row, bool taskPrinted)
    {
        SourceCell[] cells = [row.Number, taskPrinted ? row.Task : SourceCell.Empty, row.Title, row.Schedule, row.Result, row.Responsible];
        return cells.Select(cell => cell.Doubt).OfType<Message>().Distinct();
    }

    private double Weigh(MeasureRow row, Responsible responsible, List<Message> notes)
    {
        var confidence = 1.0;
        if (IsEmpty(row.Title)) Doubt(TitleMissing, new("intake.title-missing"));
        if (_taskIsOfAnotherSection) Doubt(TaskOfAnotherSection, new("intake.task-of-another-section"));
        foreach (var name in responsible.Unknown.Take(MostUnknown)) Doubt(BodyUnknown, new("intake.body-unknown", name));
        if (responsible.Text.Length > 0 && responsible.Lead is null) Doubt(NobodyKnown, new("intake.nobody-known"));
        return confidence;

        void Doubt(double left, Message why)
        {
            confidence = Math.Min(confidence, left);
            notes.Add(why);
        }
    }

    private static IEnumerable<Amount> AmountsOf(MeasureRow row) =>
        Sums.In(row.Title.Text).Concat(Sums.In(row.Result.Text))
            .Concat(row.Further.Where(f => f.Key.Role is ColumnRole.Amount or ColumnRole.Funding)
                .SelectMany(f => f.Key.Role == ColumnRole.Amount ? Sums.InColumn(f.Value.Text, f.Key.Heading) : Sums.In(f.Value.Text)));

    private static Dictionary<string, string> FurtherOf(MeasureRow row) =>
        row.Further.Where(f => !IsEmpty(f.Value)).GroupBy(f => f.Key.Heading).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(f => f.Value.Text.Trim())));
}
