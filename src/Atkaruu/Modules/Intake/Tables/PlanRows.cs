using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>
/// The rows of a plan as they come, page by page: sections, measures, the rest of a row that a page has cut. Rows without a
/// number are normal, and so is a missing schedule: a row is joined to the one before only where its words go on.
/// </summary>
internal sealed partial class PlanRows(CellText words)
{
    private abstract record Entry(Message Where);

    private sealed record Section(Message Where, string Raw, double Confidence) : Entry(Where);

    private sealed record Row(Message Where, IReadOnlyList<SourceColumn> Columns, string[] Raw, (double Confidence, Message? Doubt)[] Doubts) : Entry(Where)
    {
        public string Line { get; init; } = "";
        public bool IsSigned { get; init; }

        /// <summary>The task named by a row above, where the table has no column for it.</summary>
        public string TaskAbove { get; init; } = "";

        public int IndexOf(ColumnRole role)
        {
            for (var i = 0; i < Columns.Count; i++)
                if (Columns[i].Role == role) return i;
            return -1;
        }

        public string Of(ColumnRole role) => IndexOf(role) is >= 0 and var i ? Raw[i] : "";

        /// <summary>Whether it can be a measure: at least two of what is to be done, its number, when, what for and who.</summary>
        public bool IsMeasure => !IsSigned && MeasureRoles.Count(role => !string.IsNullOrWhiteSpace(Of(role))) >= 2;
    }

    private static readonly ColumnRole[] MeasureRoles =
        [ColumnRole.Number, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Result, ColumnRole.Responsible];

    private readonly List<Entry> _entries = [];
    private readonly List<string> _totals = [];
    private Row? _last, _taskOwner;
    private string _pendingTask = "";

    /// <summary>A line between two pieces of the table names a section.</summary>
    public void AddLine(Message where, string text) => AddSection(where, text, 0.9);

    /// <param name="row">The row.</param>
    /// <param name="columns">The columns in force.</param>
    /// <param name="startsPage">Nothing but heads stands between it and the beginning of a page or a table.</param>
    public void Add(RowShape row, IReadOnlyList<SourceColumn> columns, bool startsPage)
    {
        if (row.IsTotal) _totals.Add(row.Line);
        else if (row.IsSignature) _entries.Add(NewRow(row, columns) with { IsSigned = true });
        else if (row.Across is var (title, sure)) AddAcross(row.Where, title, sure);
        else if (_last is { } last && GoesOn(row, last, startsPage)) Join(row, last, startsPage);
        else if (row.IsTaskOnly) _pendingTask = Together(_pendingTask, row[ColumnRole.Task]);
        else if (row.Only == ColumnRole.Title) AddSection(row.Where, row[ColumnRole.Title], 0.7);
        else if (row.Only != ColumnRole.Number) AddMeasure(row, columns, startsPage);
    }

    /// <summary>The rows with their words made whole, and the lines that turned out to stand below the table.</summary>
    public (IReadOnlyList<SourceRow> Rows, IReadOnlyList<string> Below) Finish()
    {
        var end = _entries.FindLastIndex(e => e is Row { IsMeasure: true }) + 1;
        var rows = _entries.Take(end).Where(e => e is Section or Row { IsMeasure: true });
        var below = _entries.Where((e, i) => i >= end || e is Row { IsMeasure: false })
            .SelectMany(e => e is Section section ? CellText.Lines(section.Raw) : [((Row)e).Line]);
        return ([.. rows.Select(Whole)], [.. _totals, .. below]);
    }

    private void AddMeasure(RowShape row, IReadOnlyList<SourceColumn> columns, bool startsPage)
    {
        var measure = NewRow(row, columns) with { TaskAbove = _pendingTask };
        var task = measure.IndexOf(ColumnRole.Task);
        if (_last is { } last) CopyMerged(row, last, measure);
        if (task >= 0 && _taskOwner is { } owner && startsPage && BeginsSmall(measure.Raw[task]))
        {
            Append(owner, ColumnRole.Task, measure.Raw[task]);
            measure.Raw[task] = "";
        }
        if (task >= 0 && _pendingTask.Length > 0) measure.Raw[task] = Together(_pendingTask, measure.Raw[task]);
        _pendingTask = "";

        if (task >= 0 && measure.Raw[task].Length > 0) _taskOwner = measure;
        _entries.Add(measure);
        _last = measure;
    }

    /// <summary>What is merged down over several measures holds for each of them; a task, a number and a sum only where they are printed.</summary>
    private static void CopyMerged(RowShape row, Row last, Row measure)
    {
        for (var i = 0; i < measure.Raw.Length; i++)
        {
            var role = measure.Columns[i].Role;
            if (!row.FromAbove[i] || measure.Raw[i].Length > 0) continue;
            if (role is ColumnRole.Task or ColumnRole.Number or ColumnRole.Amount or ColumnRole.Title) continue;
            if (i < last.Raw.Length && last.Columns[i] == measure.Columns[i]) measure.Raw[i] = last.Raw[i];
        }
    }

    private static bool GoesOn(RowShape row, Row last, bool startsPage)
    {
        if (row.IsMerged(ColumnRole.Title) && !row.Has(ColumnRole.Title)) return true;
        if (row.Has(ColumnRole.Number)) return false;
        if (row.Has(ColumnRole.Schedule) && !(startsPage && GoesOn(row, last, ColumnRole.Schedule))) return false;
        if (row.IsTaskOnly) return startsPage && BeginsSmall(row[ColumnRole.Task]);
        if (!row.Has(ColumnRole.Title)) return true;
        if (startsPage)
            return !row.Has(ColumnRole.Responsible) || !row.Has(ColumnRole.Result)
                || GoesOn(row, last, ColumnRole.Title) || GoesOn(row, last, ColumnRole.Result) || GoesOn(row, last, ColumnRole.Responsible);

        return !row.Has(ColumnRole.Responsible)
            && GoesOn(row, last, ColumnRole.Title) && (!row.Has(ColumnRole.Result) || GoesOn(row, last, ColumnRole.Result));
    }

    /// <summary>Whether the words of a cell go on from those above: a small letter, or something left open before it.</summary>
    private static bool GoesOn(RowShape row, Row last, ColumnRole role) =>
        BeginsSmall(row[role]) || (row.Has(role) && LeftOpen().IsMatch(last.Of(role)));

    private static bool BeginsSmall(string text) => text.Length > 0 && char.IsLower(text[0]);

    private void Join(RowShape row, Row last, bool startsPage)
    {
        for (var i = 0; i < row.Raw.Length && i < last.Raw.Length; i++)
        {
            if (row.Raw[i].Length == 0) continue;
            if (last.Columns[i].Role == ColumnRole.Task && _taskOwner is { } owner)
            {
                Append(owner, ColumnRole.Task, row.Raw[i]);
                continue;
            }
            last.Raw[i] = Together(last.Raw[i], row.Raw[i]);
            if (!startsPage && !row.IsMerged(ColumnRole.Title)) last.Doubts[i] = (0.8, new Message("intake.joined-rows"));
        }
    }

    private static void Append(Row owner, ColumnRole role, string raw)
    {
        if (owner.IndexOf(role) is >= 0 and var i) owner.Raw[i] = Together(owner.Raw[i], raw);
    }

    private static string Together(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : one + "\n" + other;

    private void AddAcross(Message where, string raw, double confidence)
    {
        if (TaskAcross().IsMatch(words.Of(raw))) _pendingTask = Together(_pendingTask, raw);
        else AddSection(where, raw, confidence);
    }

    /// <summary>One cell may hold two headings, each with its number: «4.1. …» over «4.1.1. …».</summary>
    private void AddSection(Message where, string raw, double confidence)
    {
        var part = "";
        foreach (var line in CellText.Lines(raw))
        {
            if (part.Length > 0 && Numbered().IsMatch(line))
            {
                _entries.Add(new Section(where, part, confidence));
                part = "";
            }
            part = Together(part, line);
        }
        if (part.Length > 0) _entries.Add(new Section(where, part, confidence));
    }

    private static Row NewRow(RowShape row, IReadOnlyList<SourceColumn> columns) =>
        new(row.Where, columns, [.. row.Raw], [.. row.Doubts]) { Line = row.Line };

    private SourceRow Whole(Entry entry) => entry is Section section
        ? new SectionRow(Where.Say(section.Where), words.Of(section.Raw), section.Confidence)
        : Whole((Row)entry);

    private MeasureRow Whole(Row row)
    {
        Dictionary<SourceColumn, SourceCell> further = [];
        for (var i = 0; i < row.Raw.Length; i++)
        {
            if (row.Columns[i].Role <= ColumnRole.Responsible || row.Raw[i].Length == 0) continue;
            var before = further.GetValueOrDefault(row.Columns[i])?.Text;
            further[row.Columns[i]] = Cell(row, i) is var cell && before is null ? cell : cell with { Text = before + " " + cell.Text };
        }

        var task = row.IndexOf(ColumnRole.Task) >= 0 ? Of(ColumnRole.Task) : new(words.Of(row.TaskAbove));
        return new(Where.Say(row.Where), Of(ColumnRole.Number), task, Of(ColumnRole.Title), Of(ColumnRole.Schedule),
            Of(ColumnRole.Result), Of(ColumnRole.Responsible))
        { Further = further };

        SourceCell Of(ColumnRole role) => row.IndexOf(role) is >= 0 and var i ? Cell(row, i) : SourceCell.Empty;
    }

    private SourceCell Cell(Row row, int column)
    {
        var text = words.Of(row.Raw[column]);
        if (text.Length > Limits.Cell) throw TableLimits.CellTooLong(row.Where);
        var (confidence, doubt) = row.Doubts[column];
        return text.Length == 0 && doubt is null ? SourceCell.Empty : new(text, confidence, doubt);
    }

    [GeneratedRegex(@"[-–,(:]\s*$")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"^\d+(?:\.\d+)*\.?\s")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:милдет|задача)(?:\s*№?\s*\d|\s*:)", RegexOptions.IgnoreCase)]
    private static partial Regex TaskAcross();
}
