using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>One check: what it finds in a plan, in the order of the document.</summary>
internal delegate IEnumerable<Finding> Check(CheckedPlan plan);

/// <summary>A plan laid open for the checks: its cells, the words in them, the district it is for and the day it is read on.</summary>
internal sealed partial class CheckedPlan
{
    public CheckedPlan(PlanDraft draft, Vocabulary vocabulary, DateOnly today)
    {
        (Draft, Vocabulary, Today) = (draft, vocabulary, today);
        Cells = [.. DocumentCells(), .. Measures.SelectMany(MeasureCells)];
        Words = [.. Cells.SelectMany(WordsOf)];
        _lostLetters = new(() => FindLostLetters(Words));
        Bodies = vocabulary.Bodies.ToDictionary(body => body.Code);
        Places = vocabulary.Places.ToDictionary(place => place.Code);
    }

    public PlanDraft Draft { get; }
    public Vocabulary Vocabulary { get; }
    public DateOnly Today { get; }
    public IReadOnlyList<MeasureDraft> Measures => Draft.Measures;

    /// <summary>All cells with words, each once: a task only in the row where it begins. The document's own title is row 0.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>All words of all cells.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Words that lack a letter, with the letter given back; by the word in small letters. A strange document has too many to try them all.</summary>
    public IReadOnlyDictionary<string, string> LostLetters => _lostLetters.Value;

    public IReadOnlyDictionary<string, Bodies.Body> Bodies { get; }
    public IReadOnlyDictionary<string, Place> Places { get; }

    /// <summary>First and last year of the programme: as its title says, or else as its own deadlines do.</summary>
    public int? FirstYear => Draft.Programme.FromYear ?? Measures.Min(m => m.Schedule.From?.Year);
    public int? LastYear => Draft.Programme.ToYear ?? Measures.Max(m => m.Schedule.To?.Year);

    public MeasureDraft Measure(int ordinal) => Measures.First(m => m.Ordinal == ordinal);

    /// <summary>Whether a measure names no place, or all municipalities alike («айыл аймактардагы»).</summary>
    public bool IsWholeDistrict(MeasureDraft measure) => measure.Sites.Count == 0
        && (measure.Places.Count == 0 || measure.Places.ToHashSet().SetEquals(Vocabulary.Places.Where(p => p.Kind == PlaceKind.Municipality).Select(p => p.Code)));

    /// <summary>Measures that stand one after another under one task.</summary>
    public IEnumerable<IReadOnlyList<MeasureDraft>> Tasks()
    {
        List<MeasureDraft> run = [];
        foreach (var measure in Measures)
        {
            if (run.Count > 0 && (run[^1].Task != measure.Task || run[^1].Section != measure.Section))
            {
                yield return run;
                run = [];
            }
            run.Add(measure);
        }
        if (run.Count > 0) yield return run;
    }

    private IEnumerable<Cell> DocumentCells()
    {
        if (Draft.Programme.Title.Length > 0) yield return new(0, Field.Title, Draft.Programme.Title);
        if (Draft.Programme.Act is { Text.Length: > 0 } act) yield return new(0, Field.Title, act.Text);
    }

    private IEnumerable<Cell> MeasureCells(MeasureDraft measure)
    {
        var before = Measures.Count > 0 && measure.Ordinal > Measures[0].Ordinal ? _before : null;
        if (before is null || before.Task != measure.Task || before.Section != measure.Section) yield return measure.TaskCell();
        _before = measure;
        foreach (var cell in new[] { measure.TitleCell(), measure.ScheduleCell(), measure.ResultCell(), measure.ResponsibleCell() })
            if (cell.Text.Length > 0) yield return cell;
    }

    private const int MostUnknownWords = 3_000;

    private readonly Lazy<IReadOnlyDictionary<string, string>> _lostLetters;

    private static Dictionary<string, string> FindLostLetters(IReadOnlyList<Word> words) => words.Select(w => w.Lower).Distinct()
        .Where(word => !KnownWords.Administrative.Knows(word)).Take(MostUnknownWords)
        .Select(word => (word, Right: Checks.LostLetters.Restored(word))).Where(w => w.Right is not null).ToDictionary(w => w.word, w => w.Right!);

    private MeasureDraft? _before;

    public static IEnumerable<Word> WordsOf(Cell cell)
    {
        foreach (Match match in OneWord().Matches(cell.Text)) yield return new(cell, match.Index, match.Value);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex OneWord();
}

/// <summary>The words of one cell. Ordinal 0 is the document itself.</summary>
internal sealed record Cell(int Ordinal, Field Field, string Text)
{
    /// <summary>The cell with parts of it pointed at.</summary>
    public Quote Quote(params IEnumerable<(int Start, int Length)> marks)
    {
        List<(int Start, int Length)> ordered = [];
        foreach (var mark in marks.Where(m => m.Length > 0).OrderBy(m => m.Start))
            if (ordered.Count == 0 || ordered[^1].Start + ordered[^1].Length <= mark.Start) ordered.Add(mark);
        return new(Ordinal, Field, Text, ordered);
    }

    /// <summary>The cell with words pointed at; neighbours are one mark.</summary>
    public Quote QuoteWords(IEnumerable<Word> words)
    {
        List<(int Start, int Length)> marks = [];
        foreach (var word in words.OrderBy(w => w.Start))
        {
            if (marks.Count > 0 && marks[^1] is var (start, length) && start + length + 1 == word.Start) marks[^1] = (start, word.End - start);
            else marks.Add((word.Start, word.Text.Length));
        }
        return Quote(marks);
    }

    /// <summary>The cell with a piece of it pointed at, where it first stands; the whole cell without a mark when it does not.</summary>
    public Quote QuotePart(string part)
    {
        var start = part.Length == 0 ? -1 : Text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? Quote() : Quote((start, part.Length));
    }
}

/// <summary>A word where it stands: a run of letters, so that «Чоң-Алай» is two.</summary>
internal sealed record Word(Cell Cell, int Start, string Text)
{
    public int End => Start + Text.Length;

    /// <summary>In small letters.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>«Кызыл-Токой», «дароот-Коргон»: part of a place's name, and no forest. Names in quotation marks say what they are: “Элдик-Банк”.</summary>
    public bool IsInHyphenatedName
    {
        get
        {
            var text = Cell.Text;
            var (from, to) = (Start, End);
            while (from > 1 && text[from - 1] == '-' && char.IsLetter(text[from - 2])) from = StartOfWord(text, from - 1);
            while (to + 1 < text.Length && text[to] == '-' && char.IsLetter(text[to + 1])) to = EndOfWord(text, to + 1);
            var quoted = from > 0 && text[from - 1] is '“' or '«' or '"';
            return to - from > Text.Length && !quoted && text[(from + 1)..to].Any(char.IsUpper);
        }
    }

    private static int StartOfWord(string text, int end)
    {
        while (end > 0 && char.IsLetter(text[end - 1])) end--;
        return end;
    }

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && char.IsLetter(text[start])) start++;
        return start;
    }

    /// <summary>ЖДПБнын, РМА: an abbreviation, with or without an ending.</summary>
    public bool IsAbbreviation => Text.Length > 1 && char.IsUpper(Text[0]) && char.IsUpper(Text[1]);
}

internal static class MeasureCells
{
    public static Cell TaskCell(this MeasureDraft measure) => new(measure.Ordinal, Field.Task, measure.Task);
    public static Cell TitleCell(this MeasureDraft measure) => new(measure.Ordinal, Field.Title, measure.Title);
    public static Cell ScheduleCell(this MeasureDraft measure) => new(measure.Ordinal, Field.Schedule, measure.Schedule.Text);
    public static Cell ResultCell(this MeasureDraft measure) => new(measure.Ordinal, Field.Result, measure.ExpectedResult);
    public static Cell ResponsibleCell(this MeasureDraft measure) => new(measure.Ordinal, Field.Responsible, measure.Responsible.Text);
}
