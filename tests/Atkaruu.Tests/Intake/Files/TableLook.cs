using Atkaruu.Modules.Intake;

namespace Atkaruu.Tests.Intake.Files;

/// <summary>How a plan's table looks in a file that a test makes: the ways in which administrations really write theirs.</summary>
internal sealed record TableLook
{
    public static readonly ColumnRole[] Usual =
        [ColumnRole.Number, ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Result, ColumnRole.Responsible];

    private static readonly Dictionary<ColumnRole, (string Ky, string Ru)> Headings = new()
    {
        [ColumnRole.Number] = ("№ п.п.", "№ п/п"),
        [ColumnRole.Task] = ("милдеттер", "Задачи"),
        [ColumnRole.Title] = ("Чаралар /аракеттер", "Мероприятия"),
        [ColumnRole.Schedule] = ("Ишке ашыруу мөөнөтү", "Сроки исполнения"),
        [ColumnRole.Result] = ("Күтүлүүчү жыйынтыктар", "Ожидаемый результат"),
        [ColumnRole.Responsible] = ("Жооптуу аткаруучулар", "Ответственные исполнители"),
        [ColumnRole.Funding] = ("Каржылоо булагы", "Источник финансирования"),
        [ColumnRole.Amount] = ("Суммасы", "Сумма"),
        [ColumnRole.Other] = ("Эскертүү", "Примечание"),
    };

    public IReadOnlyList<ColumnRole> Columns { get; init; } = Usual;
    public bool Russian { get; init; }

    /// <summary>A task's cell reaches down to the next task; else its lower cells are separate and empty.</summary>
    public bool MergeTasks { get; init; }

    /// <summary>A section's cell reaches across; else its words stand in the first cell.</summary>
    public bool MergeSections { get; init; } = true;

    /// <summary>The table begins anew, with its head, after so many measures; 0 for one table.</summary>
    public int NewTableEvery { get; init; }

    /// <summary>Whether a new table begins with the head.</summary>
    public bool RepeatHead { get; init; } = true;

    /// <summary>Rows at the end of a table go on in the next one.</summary>
    public bool SplitRows { get; init; }

    /// <summary>A row 1 2 3 4 5 6 under the head.</summary>
    public bool Numbering { get; init; }

    /// <summary>Words broken over runs and paragraphs.</summary>
    public bool Broken { get; init; }

    /// <summary>Numbers stored as numbers, in formats that keep them.</summary>
    public bool NumbersAsNumbers { get; init; }

    public string Heading(ColumnRole role) => Russian ? Headings[role].Ru : Headings[role].Ky;

    /// <summary>How many measures a task's cell reaches over.</summary>
    public static int Reach(TrueRow row) => 1 + WholePlan.Rows.Skip(row.Ordinal).TakeWhile(r => r.Task.Length == 0).Count();

    /// <summary>A text broken where a line may end: at blanks, and after hyphens with a letter on either side.</summary>
    public static string[] Pieces(string text, int every)
    {
        List<string> pieces = [];
        var from = 0;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (i - from < every) continue;
            var hyphen = text[i] == '-' && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
            var blank = text[i] == ' ' && text[i - 1] != '-';
            if (!hyphen && !blank) continue;
            pieces.Add(text[from..(hyphen ? i + 1 : i)]);
            from = i + 1;
        }
        pieces.Add(text[from..]);
        return [.. pieces];
    }
}
