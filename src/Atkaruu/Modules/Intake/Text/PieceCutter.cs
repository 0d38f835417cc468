using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Atkaruu.Modules.Intake.Text;

/// <summary>Cuts the lines of the table into pieces at row numbers and deadlines.</summary>
internal static partial class PieceCutter
{
    private const int BracketReach = 6, NamesReach = 5;

    [GeneratedRegex(@"^([0-9]{1,4})[.)]?(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    public static Piece[] Cut(IReadOnlyList<PrintedLine> lines)
    {
        var text = new StringBuilder();
        var starts = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            starts[i] = text.Length;
            text.Append(lines[i].Text).Append('\n');
        }
        starts[^1] = text.Length;

        var spans = Schedules(text.ToString(), starts);
        var pieces = new List<Piece>();
        var words = new WordBook();
        var beginsAt = new Dictionary<int, int>();
        for (var i = 0; i < lines.Count; i++)
            CutLine(lines[i], starts[i], spans.Cuts, words, pieces, beginsAt);
        foreach (var (start, end) in spans.Spans)
            pieces[beginsAt[start]].ScheduleEnds = [.. pieces[beginsAt[start]].ScheduleEnds, beginsAt.GetValueOrDefault(end, pieces.Count)];
        LookAhead(pieces);
        return [.. pieces];
    }

    /// <summary>Every stretch that can be a deadline: the longest that begins at a word, and its part in the first line.</summary>
    private static (List<(int Start, int End)> Spans, HashSet<int> Cuts) Schedules(string text, int[] starts)
    {
        var spans = new List<(int, int)>();
        var cuts = new HashSet<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) || ScheduleForms.LengthAt(text, at) is not (> 0 and var length)) continue;
            Add(at, at + length);
            var lineEnd = text.IndexOf('\n', at);
            if (lineEnd < at + length && ScheduleForms.LengthAt(text.AsSpan(0, lineEnd), at) is > 0 and var part) Add(at, at + part);
        }
        return (spans, cuts);

        void Add(int start, int end)
        {
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            spans.Add((start, end));
            cuts.Add(start);
            cuts.Add(end);
        }
    }

    private static void CutLine(PrintedLine line, int start, HashSet<int> cuts, WordBook words, List<Piece> pieces, Dictionary<int, int> beginsAt)
    {
        var number = LeadingNumber().Match(line.Text);
        var numberEnd = number.Success ? number.Length : 0;
        var from = 0;
        for (var to = 1; to <= line.Text.Length; to++)
        {
            var cut = to == line.Text.Length || cuts.Contains(start + to) || numberEnd > 0 && to == numberEnd + 1 && from == 0;
            if (!cut) continue;
            var isNumber = from == 0 && numberEnd > 0 && to <= numberEnd + 1;
            beginsAt[start + from] = pieces.Count;
            var text = line.Text[from..to].Trim();
            pieces.Add(new(line, text, words.Of(text), from == 0, to == line.Text.Length)
            {
                Number = isNumber ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null,
                WideBlank = from > 0 && from == numberEnd + 1 && IsWideBlank(line.Raw, numberEnd),
            });
            from = to;
        }
    }

    private static bool IsWideBlank(string raw, int numberEnd) => raw.AsSpan().TrimStart()[numberEnd..].StartsWith("  ");

    private static void LookAhead(List<Piece> pieces)
    {
        var names = new ProperNames(pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i].PlainCapital = names.IsPlainCapital(pieces[i].Words[0]);
            pieces[i].NamesBegin = BodyNames.Beginning(pieces, i, Math.Min(i + NamesReach, pieces.Count));
            if (Opened(pieces[i].Text) is not { } closing) continue;
            var end = pieces.FindIndex(i + 1, Math.Min(BracketReach, pieces.Count - i - 1), piece => piece.Text.Contains(closing));
            for (var j = i + 1; j <= end; j++) pieces[j].InBrackets = true;
        }
    }

    /// <summary>The sign that closes what this text leaves open.</summary>
    private static char? Opened(string text)
    {
        foreach (var (open, close) in ((char, char)[])[('(', ')'), ('“', '”'), ('«', '»')])
            if (text.LastIndexOf(open) > text.LastIndexOf(close)) return close;
        return null;
    }
}
