using System.Text;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>How a simulated plan is laid out. Widths in thousandths of the type size, as printers count.</summary>
public sealed record Layout
{
    /// <summary>The columns after the number, from left to right.</summary>
    public ColumnRole[] Columns { get; init; } = [ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Result, ColumnRole.Responsible];

    /// <summary>Their widths, by role.</summary>
    public required IReadOnlyDictionary<ColumnRole, int> Widths { get; init; }
    public required int LinesOnPage { get; init; }

    /// <summary>Every printed line is followed by an empty one, as some converters do; cells here and there are not.</summary>
    public bool Airy { get; init; } = true;
    /// <summary>Empty cells leave a blank where they were.</summary>
    public bool TracesOfEmptyCells { get; init; } = true;
    public bool FormFeeds { get; init; }
    public bool PageNumbers { get; init; }
    public bool HeadOnEveryPage { get; init; }
    public bool Russian { get; init; }

    /// <summary>Another type: each letter is wider or narrower than in Times by up to this share.</summary>
    public double OtherType { get; init; }
}

/// <summary>
/// Prints cells as a table on pages and takes the text off again as PDF converters do: cell after cell, line after
/// line, columns lost, cells that share a base line run together, empty cells left as blanks.
/// </summary>
public sealed class PlanSimulator(Layout layout, int seed)
{
    private static readonly Dictionary<ColumnRole, (string[] Kyrgyz, string[] Russian)> Headings = new()
    {
        [ColumnRole.Number] = (["№", "п.п."], ["№ п/п"]),
        [ColumnRole.Task] = (["милдеттер"], ["Задачи"]),
        [ColumnRole.Title] = (["Чаралар /аракеттер"], ["Мероприятия"]),
        [ColumnRole.Schedule] = (["Ишке", "ашыруу", "мөөнөтү"], ["Сроки", "реализации"]),
        [ColumnRole.Result] = (["Күтүлүүчү", "жыйынтыктар"], ["Ожидаемые", "результаты"]),
        [ColumnRole.Responsible] = (["Жооптуу", "аткаруучулар"], ["Ответственные", "исполнители"]),
        [ColumnRole.Funding] = (["Каржылоо", "булагы"], ["Источник", "финансирования"]),
    };

    private static readonly string[] Funding = ["Республикалык бюджет", "Жергиликтүү бюджет, донорлордун каражаты", "РБ, МБ", "", "Инвестициялар", "Каржылоо талап кылынбайт", "Бюджеттик каражаттардын чегинде"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly Dictionary<char, int> _letters = [];
    private int _linesLeft, _page = 1;

    public string Print(IReadOnlyList<TrueRow> rows)
    {
        Preamble();
        Head();
        _linesLeft = layout.LinesOnPage - 15;
        var section = "";
        foreach (var row in rows)
        {
            if (row.Section != section) Section(section = row.Section);
            Row([.. layout.Columns.Select(role => Wrap(CellOf(row, role), layout.Widths[role]))], row.Number);
        }
        _text.Append("\n   \n\n       Аким                 А.Б.Асанов \n \n");
        return _text.ToString();
    }

    private static string CellOf(TrueRow row, ColumnRole role) => role switch
    {
        ColumnRole.Task => row.Task,
        ColumnRole.Title => row.Title,
        ColumnRole.Schedule => row.Schedule,
        ColumnRole.Result => row.Result,
        ColumnRole.Funding => Funding[row.Title.Length % Funding.Length],
        _ => row.Responsible,
    };

    private void Preamble()
    {
        foreach (var line in layout.Russian
            ? new[] { "Приложение 1", "к распоряжению районной администрации", "План мероприятий по реализации программы", "социально-экономического развития района на 2025-2030 годы" }
            : ["Райондук мамлекеттик администрациянын", "2025-жылдын  ", "№ буйругуна №2 тиркеме", "2025-2030-жылдарга райондун өнүктүрүү программасын ишке ашыруу", "боюнча иш- чаралар планы"]) Line(line);
        _text.Append(" \n\n");
    }

    private void Head()
    {
        foreach (var role in layout.Columns.Prepend(ColumnRole.Number))
            foreach (var line in layout.Russian ? Headings[role].Russian : Headings[role].Kyrgyz) Line(line);
    }

    private void Section(string title)
    {
        if (_linesLeft < 4) NewPage();
        if (!char.IsDigit(title[0])) _text.Append(" \n\n");
        Line(title);
        if (!char.IsDigit(title[0])) _text.Append(" \n\n");
        _linesLeft--;
    }

    /// <summary>A row that does not fit on the page is moved to the next, or cut: each cell goes on there.</summary>
    private void Row(List<string>[] cells, string number)
    {
        var height = cells.Max(cell => cell.Count);
        if (height > _linesLeft && (_linesLeft < 4 || _random.NextDouble() < 0.4)) NewPage();
        while (height > _linesLeft)
        {
            var fits = _linesLeft;
            Cells([.. cells.Select(cell => cell.Take(fits).ToList())], number, goesOn: number == "\0");
            cells = [.. cells.Select(cell => cell.Skip(fits).ToList())];
            (height, number) = (cells.Max(cell => cell.Count), "\0");
            NewPage();
        }
        Cells(cells, number, goesOn: number == "\0");
        _linesLeft -= height;
        if (_random.NextDouble() < 0.1) _text.Append(" \n\n");
    }

    private void Cells(List<string>[] cells, string number, bool goesOn)
    {
        var lead = goesOn ? "" : number != "" ? $"{number} " : layout.TracesOfEmptyCells ? " " : "";
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Count == 0)
            {
                if (goesOn || !layout.TracesOfEmptyCells) continue;
                if (_random.NextDouble() < (layout.Columns[i] == ColumnRole.Task && number != "" ? 0.3 : 0.7)) lead += " ";
                else if (i > 0 && _random.NextDouble() < 0.5) _text.Append(" \n\n");
                continue;
            }
            lead = Cell(cells[i], lead, meetsNext: MeetsNext(cells, i));
        }
    }

    /// <summary>A cell of one line may run together with the deadline after it, a deadline with the cell after it.</summary>
    private bool MeetsNext(List<string>[] cells, int i) =>
        i + 1 < cells.Length && cells[i].Count == 1 && cells[i + 1].Count > 0
        && (layout.Columns[i] == ColumnRole.Schedule || layout.Columns[i + 1] == ColumnRole.Schedule) && _random.NextDouble() < 0.4;

    /// <summary>Returns what must stand before the next cell in its line, when the two met.</summary>
    private string Cell(List<string> lines, string lead, bool meetsNext)
    {
        if (meetsNext) return $"{lead}{lines[0]} ";
        var airy = layout.Airy && _random.NextDouble() < 0.85;
        if (_random.NextDouble() < 0.02) _text.Append(" \n\n");
        for (var i = 0; i < lines.Count; i++)
        {
            _text.Append(i == 0 ? lead : "").Append(lines[i]).Append(" \n");
            if (airy || layout.Airy && i == lines.Count - 1 && _random.NextDouble() < 0.95) _text.Append('\n');
        }
        return "";
    }

    private void Line(string line) => _text.Append(line).Append(layout.Airy ? " \n\n" : " \n");

    private void NewPage()
    {
        if (layout.PageNumbers) Line($"{_page}");
        _page++;
        _text.Append(layout.FormFeeds ? "\f" : "\n\n");
        _linesLeft = layout.LinesOnPage;
        if (layout.HeadOnEveryPage) Head();
    }

    private List<string> Wrap(string cell, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var part in Parts(cell))
        {
            if (line.Trim().Length > 0 && Width((line + part).TrimEnd()) > width)
            {
                lines.Add(line.Trim());
                line = "";
            }
            line += part;
        }
        if (line.Trim().Length > 0) lines.Add(line.Trim());
        return lines;
    }

    /// <summary>Words, each with the blank after it; a compound may break after its hyphen.</summary>
    private static IEnumerable<string> Parts(string cell)
    {
        var start = 0;
        for (var i = 1; i < cell.Length; i++)
            if (cell[i - 1] == ' ' || cell[i - 1] == '-' && i > 1 && char.IsLetterOrDigit(cell[i - 2]) && char.IsLetter(cell[i]))
            {
                yield return cell[start..i];
                start = i;
            }
        if (start < cell.Length) yield return cell[start..];
    }

    private int Width(string text) => text.Sum(letter =>
    {
        if (!_letters.TryGetValue(letter, out var width))
            _letters[letter] = width = (int)(Glyphs.Width([letter]) * (1 + layout.OtherType * (2 * _random.NextDouble() - 1)));
        return width;
    });
}

/// <summary>Plans that never were: known rows in other order, some left out, on other pages.</summary>
public static class Variants
{
    public static (string Text, IReadOnlyList<TrueRow> Rows) Of(IReadOnlyList<TrueRow> plan, int seed, bool anyOrder = false)
    {
        var random = new Random(seed);
        var layout = Layout(random, anyOrder);
        var rows = Rows(plan, random);
        if (!layout.Columns.Contains(ColumnRole.Task)) rows = [.. rows.Select(row => row with { Task = "" })];
        return (new PlanSimulator(layout, seed).Print(rows), rows);
    }

    /// <summary>Plans without tasks, and with those who answer before the results, as offices draw them up too.</summary>
    private static readonly ColumnRole[][] Orders =
    [
        [ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Result, ColumnRole.Responsible],
        [ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Responsible, ColumnRole.Result],
        [ColumnRole.Task, ColumnRole.Title, ColumnRole.Result, ColumnRole.Schedule, ColumnRole.Responsible],
        [ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Responsible, ColumnRole.Result],
        [ColumnRole.Task, ColumnRole.Title, ColumnRole.Schedule, ColumnRole.Responsible, ColumnRole.Funding, ColumnRole.Result],
    ];

    private static Layout Layout(Random random, bool anyOrder) => new()
    {
        Columns = Orders[anyOrder ? random.Next(Orders.Length) : 0],
        Widths = new Dictionary<ColumnRole, int>
        {
            [ColumnRole.Task] = random.Next(8_500, 14_000),
            [ColumnRole.Title] = random.Next(12_500, 20_000),
            [ColumnRole.Schedule] = random.Next(4_800, 8_000),
            [ColumnRole.Result] = random.Next(9_500, 15_000),
            [ColumnRole.Responsible] = random.Next(8_500, 14_000),
            [ColumnRole.Funding] = random.Next(8_500, 12_000),
        },
        LinesOnPage = random.Next(30, 60),
        Airy = random.NextDouble() < 0.8,
        FormFeeds = random.NextDouble() < 0.5,
        HeadOnEveryPage = random.NextDouble() < 0.4,
        PageNumbers = random.NextDouble() < 0.3,
        Russian = random.NextDouble() < 0.4,
        OtherType = random.NextDouble() < 0.5 ? 0 : 0.2,
        TracesOfEmptyCells = random.NextDouble() < 0.75,
    };

    /// <summary>Sections and the tasks in them change places; one row in six is left out; some plans are numbered anew.</summary>
    private static List<TrueRow> Rows(IReadOnlyList<TrueRow> plan, Random random)
    {
        var rows = new List<TrueRow>();
        foreach (var section in plan.GroupBy(row => row.Section).OrderBy(_ => random.Next()))
        {
            var tasks = new List<List<TrueRow>>();
            foreach (var row in section)
            {
                if (row.Task != "" || tasks.Count == 0) tasks.Add([]);
                tasks[^1].Add(row);
            }
            rows.AddRange(tasks.OrderBy(_ => random.Next()).SelectMany(task => task).Where(_ => random.NextDouble() > 0.17));
        }
        if (random.NextDouble() < 0.5) return rows;
        var number = 0;
        return [.. rows.Select(row => row.Number == "" ? row : row with { Number = $"{++number}" })];
    }
}
