using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>A row seen through the heading: what stands in each column, and what its shape says about its meaning.</summary>
internal sealed partial class RowShape
{
    private readonly HeadingMap _map;
    private readonly List<(PrintedCell Cell, int First, int Last, string Text)> _filled = [];

    public RowShape(PrintedRow row, HeadingMap map, CellText words)
    {
        (_map, Where) = (map, row.Where);
        Raw = new string[map.Columns.Count];
        FromAbove = new bool[map.Columns.Count];
        Doubts = new (double, Message?)[map.Columns.Count];
        Array.Fill(Raw, "");
        Array.Fill(Doubts, (1, null));
        foreach (var cell in row.Cells) Take(cell, words);
    }

    public Message Where { get; }

    /// <summary>Raw text by column.</summary>
    public string[] Raw { get; }

    /// <summary>By column: the cell is merged with the one above.</summary>
    public bool[] FromAbove { get; }

    public (double Confidence, Message? Doubt)[] Doubts { get; }

    public bool IsBlank => _filled.Count == 0;

    public string this[ColumnRole role] => _map.IndexOf(role) is >= 0 and var i ? Raw[i].Trim() : "";

    public bool Has(ColumnRole role) => this[role].Length > 0;

    public bool IsMerged(ColumnRole role) => _map.IndexOf(role) is >= 0 and var i && FromAbove[i];

    /// <summary>All its words in one line.</summary>
    public string Line => string.Join(' ', _filled.Select(f => f.Text));

    /// <summary>The row of column numbers under a heading: 1 2 3 4 5 6.</summary>
    public bool IsNumbering =>
        _filled.Count >= 3 && _filled.Select((f, i) => f.Text.TrimEnd('.') == $"{i + 1}").All(same => same);

    /// <summary>Whether nobody can say anything about when: neither number nor schedule stand in it.</summary>
    public bool IsUnnumbered => !Has(ColumnRole.Number) && !Has(ColumnRole.Schedule);

    /// <summary>A post and a name: «Акимдин орун басары | Б.Ж.Бакыбеков».</summary>
    public bool IsSignature => IsUnnumbered && _filled.Count is >= 1 and <= 4 && Line.Length < 240
        && (_filled.Count == 1 ? NameAtEnd().IsMatch(Line) : _filled.Any(f => Name().IsMatch(f.Text)));

    public bool IsTotal => !Has(ColumnRole.Schedule) && !IsBlank && Total().IsMatch(_filled[0].Text);

    /// <summary>The only column with words; null when there are several.</summary>
    public ColumnRole? Only => _filled.Count == 1 ? _map.Columns[_filled[0].First].Role : null;

    /// <summary>Only a task stands in it, perhaps with a number: it holds for the measures below.</summary>
    public bool IsTaskOnly => Has(ColumnRole.Task) && _filled.All(f => _map.Columns[f.First].Role is ColumnRole.Task or ColumnRole.Number);

    /// <summary>The words of a row across the table, with its number if that has a cell of its own; null when the row is not one.</summary>
    public (string Title, double Confidence)? Across
    {
        get
        {
            if (_filled.Count is 0 or > 2) return null;
            var (cell, first, last, text) = _filled[^1];
            var number = _filled.Count == 2 ? _filled[0].Text : "";
            if (_filled.Count == 2 && (_filled[0].First != _map.IndexOf(ColumnRole.Number) || !SectionNumber().IsMatch(number + " "))) return null;

            var raw = number.Length > 0 ? number + " " + cell.Text : cell.Text;
            if (last - first + 1 >= Math.Max(3, (_map.Columns.Count + 1) / 2)) return (raw, 1);
            if (_filled.Count == 2) return DottedNumber().IsMatch(number + " ") ? (raw, 0.9) : null;
            if (_map.Columns[first].Role == ColumnRole.Number && text.Count(char.IsLetter) >= 3) return (raw, 0.9);
            if (DottedNumber().IsMatch(text)) return (raw, 0.9);
            return null;
        }
    }

    private void Take(PrintedCell cell, CellText words)
    {
        if (_map.Cover(cell) is not var (first, last)) return;
        for (var i = first; i <= last; i++) FromAbove[i] |= cell.FromAbove;
        if (cell.Confidence < Doubts[first].Confidence) Doubts[first] = (cell.Confidence, cell.Doubt);
        var text = words.Of(cell.Text);
        if (text.Length == 0) return;

        Raw[first] = Raw[first].Length == 0 ? cell.Text : Raw[first] + "\n" + cell.Text;
        _filled.Add((cell, first, last, text));
    }

    [GeneratedRegex(@"^(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{Ll}-]+$|^\p{Lu}[\p{Ll}-]+\s(?:\p{Lu}\.\s?){1,2}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{Ll}-]+$")]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"^(?:итого|всего|жыйынтыгы|баары|бардыгы|жалпы сумма)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?|[IVXІ]+\.?)\s")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^\d+(?:\.\d+)+\.?\s")]
    private static partial Regex DottedNumber();
}
