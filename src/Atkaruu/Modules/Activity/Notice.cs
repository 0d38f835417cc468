using System.Globalization;
using System.Text.Json.Serialization;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Activity;

/// <summary>What a notice is about; a person may do without some kinds.</summary>
public enum NoticeKind
{
    /// <summary>To a reporter: what they sent came back, with the reason.</summary>
    Returned,

    /// <summary>To a reporter: their body has sent nothing long after the deadline, and the head has been told.</summary>
    Escalated,
    Accepted,
    Commented,
    PeriodOpened,
    Exception,

    /// <summary>To a reporter: the deadline is near.</summary>
    DueSoon,

    /// <summary>To a reporter: the deadline is over.</summary>
    Overdue,

    /// <summary>To a reporter: the coordinator asks for what is owed.</summary>
    Asked,

    /// <summary>To the coordinator.</summary>
    Submitted,
    Withdrawn,

    /// <summary>To the coordinator: sent days ago and not decided.</summary>
    Waiting,

    /// <summary>To a verifier.</summary>
    VisitAssigned,

    /// <summary>To the head: bodies that have sent nothing long after the deadline.</summary>
    Silent,

    /// <summary>To the administrator: work that could not be done.</summary>
    Failure,

    /// <summary>To those who report for a body: they were ordered something, or it was changed.</summary>
    OrderGiven,

    /// <summary>To the body: what it said to be done is not, with the reason.</summary>
    OrderReturned,

    /// <summary>The last day of an order is near, or over.</summary>
    OrderDue,

    /// <summary>An order is long overdue: to the body and to everybody above.</summary>
    OrderEscalated,

    /// <summary>To who gave it: accepted, objected to, done.</summary>
    OrderAnswered,

    /// <summary>To who gave it: done days ago and not confirmed.</summary>
    OrderWaiting,
}

/// <summary>Something one person is told, once: in the application and, unless they do without it, by e-mail.</summary>
public sealed class Notice
{
    private Notice() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private init; }
    public NoticeKind Kind { get; private init; }

    /// <summary>What makes it one of its kind for this person: the row of the log, or the day of a reminder.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Key of its sentence and what goes into its places.</summary>
    public string Sentence { get; private init; } = "";
    public IReadOnlyList<NoticeArg> Args { get; private init; } = [];

    /// <summary>Where to go from it, without the language: /work.</summary>
    public string Link { get; private init; } = "/";
    public DateTime CreatedAt { get; private init; }
    public DateTime? ReadAt { get; private set; }

    /// <summary>When the letter with it went out; null while none has.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>Goes out at once, not with the day's letter.</summary>
    public bool Urgent { get; private init; }

    public Message Message => new(Sentence, [.. Args.Select(arg => arg.Value)]);

    public static Notice To(Guid person, NoticeKind kind, string key, Message message, string link, DateTime now) => new()
    {
        PersonId = person,
        Kind = kind,
        Key = key,
        Sentence = message.Key,
        Args = [.. message.Args.Select(NoticeArg.Of)],
        Link = link,
        CreatedAt = now,
        Urgent = IsUrgent(kind),
    };

    public static string ForRow(long seq) => string.Create(CultureInfo.InvariantCulture, $"log:{seq}");

    public static string ForDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"day:{day:yyyy-MM-dd}");

    /// <summary>What cannot wait for tomorrow's letter, and cannot be done without in the application.</summary>
    public static bool IsUrgent(NoticeKind kind) => kind is NoticeKind.Returned or NoticeKind.Escalated or NoticeKind.OrderReturned or NoticeKind.OrderEscalated;

    public void Read(DateTime now) => ReadAt ??= now;

    public void Mailed(DateTime now) => MailedAt ??= now;
}

/// <summary>One thing in the places of a notice's sentence, so kept that it can be said in any language later.</summary>
/// <param name="Period">Code of a period: 2026-Q3.</param>
/// <param name="Names">Several names, in a row.</param>
public sealed record NoticeArg(string? Text = null, Words? Words = null, DateOnly? Day = null, decimal? Number = null, string? Period = null, IReadOnlyList<Words>? Names = null)
{
    private const int MaxText = 500;

    [JsonIgnore]
    public object? Value => Span.Parse(Period) is { } span ? Atkaruu.Web.PageText.NameOf(span) : (object?)Words ?? (object?)Names ?? (object?)Day ?? (object?)Number ?? Text;

    public static NoticeArg Of(object? value) => value switch
    {
        Words words => new(Words: words),
        IEnumerable<Words> names => new(Names: [.. names.Take(30)]),
        Span span => new(Period: span.Code),
        DateOnly day => new(Day: day),
        DateTime moment => new(Day: DateOnly.FromDateTime(moment.InBishkek())),
        int number => new(Number: number),
        long number => new(Number: number),
        decimal number => new(Number: number),
        _ => new(Text: Cut(value?.ToString() ?? "")),
    };

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..(MaxText - 1)] + "…";
}

/// <summary>A kind of notice that a person does without: not made at all, or, for the urgent kinds, only not sent by e-mail.</summary>
public sealed class NoticeMute
{
    public required Guid PersonId { get; init; }
    public required NoticeKind Kind { get; init; }
}
