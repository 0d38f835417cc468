using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>The hidden line by which a file is known as ours: which period, which body, which copy.</summary>
/// <param name="Id">Of this one file: what was written with it never quarrels with itself.</param>
/// <param name="Made">When it was made, UTC.</param>
internal sealed record BookLine(Span Period, string Body, Guid Id, DateTime Made, int Measures)
{
    /// <summary>The line's first word, with the number of the form's kind: a file of another kind is told to be old.</summary>
    private const string Mark = "atkaruu-book", Kind = "1";

    /// <summary>What a person can compare: on the first sheet, in the foot of the print, on the receipt.</summary>
    public string Short => $"{Id:N}"[^8..].ToUpperInvariant().Insert(4, "-");

    public string Write() => string.Join('|', Mark, Kind, Period.Code, Body, Id.ToString("N"), Made.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), Measures.ToString(CultureInfo.InvariantCulture));

    public static bool IsOne(string text) => text.StartsWith(Mark + "|", StringComparison.Ordinal);

    /// <exception cref="RuleException">Of another kind, or damaged.</exception>
    public static BookLine Read(string text)
    {
        var words = text.Split('|');
        if (words.Length > 1 && words[1] != Kind) throw BookRules.OldKind();
        return words.Length == 7 && Span.Parse(words[2]) is { } period && Guid.TryParseExact(words[4], "N", out var id) && words[3].Length is > 0 and <= 60
            && DateTime.TryParseExact(words[5], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made)
            && int.TryParse(words[6], NumberStyles.None, CultureInfo.InvariantCulture, out var measures)
            ? new(period, words[3], id, made, measures) : throw BookRules.CodesChanged();
    }

    /// <summary>Names the form of one measure in this file, as the opening of a page names what is typed there.</summary>
    public Guid KeyOf(string measure) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id:N}/{measure}")).AsSpan(0, 16));

    /// <summary>A few signs by which a row proves that its fixed cells are as they were written. How words are spaced does not count.</summary>
    public string Check(string code, params string[] cells)
    {
        var said = new StringBuilder($"{Id:N}\n{code}");
        foreach (var cell in cells) said.Append('\n').AppendJoin("", cell.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())).AsSpan(0, 5));
    }
}

/// <summary>The hidden code of a measure's first row: what had been written when the file was made.</summary>
/// <param name="Version">Of the return then; -1 when there was none.</param>
/// <param name="Began">Fingerprint of what the return said then.</param>
/// <param name="Rows">How many cells there were to answer.</param>
internal sealed record MeasureLine(string Measure, int Version, string? Began, int Rows)
{
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"#|{Measure}|{Version}|{Began ?? "-"}|{Rows}");

    public static MeasureLine? Read(string text) =>
        text.Split('|') is ["#", var measure, var version, var began, var rows] && int.TryParse(version, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v)
            && int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? new(measure, v, began == "-" ? null : began, n) : null;
}

/// <summary>The hidden code of a cell to answer.</summary>
/// <param name="Was">Fingerprint of the answer that went out in it: the same again means that nobody touched it.</param>
internal sealed record AnswerLine(string Measure, string Question, string Was)
{
    public string Write() => $"{Measure}|{Question}|{Was}";

    public static AnswerLine? Read(string text) => text.Split('|') is [{ Length: > 0 and < 20 } measure, { Length: < 120 } question, var was] ? new(measure, question, was) : null;

    public static AnswerLine Of(string measure, Question asked, string answer) => new(measure, asked.Code, Print(asked, answer));

    public static string Print(Question asked, string answer) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Questions.Canonical(asked, answer))).AsSpan(0, 6));
}

/// <summary>How much a filled form may hold.</summary>
internal static class BookLimits
{
    public const int Bytes = 5 << 20, Rows = 8_000, Measures = 500, Answers = 1_000_000;

    /// <summary>So much of a preview comes back when it is confirmed.</summary>
    public const int Post = 4 << 20;
}

/// <summary>Every way in which a file is refused as a whole.</summary>
internal static class BookRules
{
    public static RuleException NoFile() => new(new("book.rule.no-file"), "File");
    public static RuleException TooLarge() => new(new("book.rule.size", BookLimits.Bytes >> 20), "File");
    public static RuleException NotExcel() => new(new("book.rule.kind"), "File");
    public static RuleException NotOurs() => new(new("book.rule.not-ours"), "File");
    public static RuleException OldKind() => new(new("book.rule.old-kind"), "File");
    public static RuleException CodesChanged() => new(new("book.rule.codes"), "File");
    public static RuleException ColumnsMoved() => new(new("book.rule.columns"), "File");
    public static RuleException TooMuch() => new(new("book.rule.too-much"), "File");
    public static RuleException Another(Message body, Message period) => new(new("book.rule.another", body, period), "File");
    public static RuleException Stale() => new(new("book.rule.stale"), "File");
    public static RuleException NothingChosen() => new(new("book.rule.nothing"));
}
