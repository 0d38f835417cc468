using Atkaruu.Kernel;
using Atkaruu.Modules.Progress;

namespace Atkaruu.Modules.Papers;

/// <summary>Asked → Making → Made, or Failed. What was made at once is Made from the start.</summary>
public enum PaperState { Asked, Making, Made, Failed }

/// <summary>What is being done with a paper that is being made.</summary>
public enum PaperStep { Waiting, Reading, Composing, Writing, Keeping }

/// <summary>What its figures rest on: a published period, or one whose figures may still change.</summary>
public enum PaperData { Open, Published }

/// <summary>One figure by which a paper is known, as it was printed, in the words of the day it was made.</summary>
public sealed record SaidLine(Words Name, string Value);

/// <summary>
/// A paper that was asked for: which, by whom, and, once made, what moment it shows, what it said, and by which bytes it is known.
/// The bytes of an ordinary one are forgotten in time; the row stays, so that a printed sheet can be verified for as long as there is
/// a database. A frozen one is the paper of a published period: its bytes are kept for good, and it is never made anew.
/// </summary>
public sealed class Paper : Entity
{
    public const int MostSaid = 40;

    private Paper() { }

    /// <summary>Code of its <see cref="PaperKind"/>.</summary>
    public string Kind { get; private init; } = "";
    public PaperFormat Format { get; private init; }

    /// <summary>In the order of its parts: «ky,ru».</summary>
    public string Languages { get; private init; } = "";
    public string? Period { get; private init; }
    public string? Subject { get; private init; }
    public Audience Audience { get; private init; }

    /// <summary>Address of this system as printed on it.</summary>
    public string Site { get; private init; } = "";

    public Guid AskedBy { get; private init; }
    public string AskedByName { get; private init; } = "";
    public DateTime AskedAt { get; private init; }

    public PaperState State { get; private set; }
    public PaperStep Step { get; private set; }

    /// <summary>0…100.</summary>
    public int Progress { get; private set; }

    /// <summary>Why it could not be made.</summary>
    public Words? Failure { get; private set; }

    /// <summary>Random, and by nothing to be guessed from another: what is typed at /verify (<see cref="PaperCode"/>).</summary>
    public string Code { get; private init; } = "";

    /// <summary>UTC; nothing that happened later is in it.</summary>
    public DateTime? Moment { get; private set; }

    /// <summary>The last row of the log that counts for it, by number and hash: what it knows is what the log held then.</summary>
    public long LogSeq { get; private set; }
    public string LogHash { get; private set; } = "";
    public PaperData Data { get; private set; }

    /// <summary>What its data are, in words, as every page says at its foot.</summary>
    public Words? DataWords { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>SHA-256 of its bytes in lower-case hex; under it they are kept.</summary>
    public string? Hash { get; private set; }
    public long Size { get; private set; }
    public string FileName { get; private set; } = "";
    public IReadOnlyList<SaidLine> Said { get; private set; } = [];

    /// <summary>The same request in the same state of the data: who asks again is given this one.</summary>
    public string? Again { get; private set; }

    public bool IsFrozen { get; private init; }

    /// <summary>1 for the first; a frozen paper after a correction stands beside it as 2, 3 …</summary>
    public int Edition { get; private init; } = 1;

    /// <summary>Unique: a period's paper is frozen once for each edition, whoever reads the log twice.</summary>
    public string? FrozenAs { get; private init; }

    /// <summary>When its bytes were forgotten.</summary>
    public DateTime? ForgottenAt { get; private set; }

    public bool IsThere => State == PaperState.Made && ForgottenAt is null;
    public bool IsUnderWay => State is PaperState.Asked or PaperState.Making;

    public PaperRequest Request => new(Kind, Languages.Split(','), Span.Parse(Period), Subject, Audience);

    /// <summary>A paper to be made now: it says that it happened when it is made.</summary>
    public static Paper Begin(PaperRequest request, PaperFormat format, string site, Actor by, DateTime now) => Of(request, format, site, by, now, null, 1);

    /// <summary>A paper that takes time: whoever reads the log makes it.</summary>
    public static Paper Ask(PaperRequest request, PaperFormat format, string site, Actor by, DateTime now)
    {
        var paper = Of(request, format, site, by, now, null, 1);
        paper.Happened("paper.asked", paper.What());
        return paper;
    }

    /// <summary>The paper of a published period.</summary>
    public static Paper Freeze(PaperRequest request, PaperFormat format, string site, int edition, DateTime now) =>
        Of(request, format, site, Actor.System, now, FrozenName(request, format, edition), edition);

    public static string FrozenName(PaperRequest request, PaperFormat format, int edition) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{request.Kind}|{request.Period}|{string.Join(',', request.Languages)}|{format}|{edition}");

    /// <summary>It is made, and its bytes are on the disk.</summary>
    public void Make(MadePaper made)
    {
        if (!IsUnderWay) throw PaperRules.NotNow(this);
        (State, Step, Progress, Moment, LogSeq, LogHash, Data, DataWords) = (PaperState.Made, PaperStep.Keeping, 100, made.Moment, made.Log.Seq, made.Log.Hash, made.Data, made.DataWords);
        (Title, Hash, Size, FileName, Said, Again) = (made.Title, made.Hash, made.Size, made.FileName, made.Said, made.Again);
        Happened(IsFrozen ? "paper.frozen" : "paper.made", new { what = What(), hash = Hash, size = Size, moment = Moment, seq = LogSeq, edition = Edition });
    }

    public void Fail(Words why)
    {
        if (!IsUnderWay) throw PaperRules.NotNow(this);
        (State, Failure) = (PaperState.Failed, why);
        Happened("paper.failed", new { what = What(), why = why.Ky });
    }

    /// <summary>Its bytes need not be kept any more; what it said is.</summary>
    public void Forget(DateTime now)
    {
        if (IsFrozen || !IsThere) throw PaperRules.NotNow(this);
        (ForgottenAt, Again) = (now, null);
        Happened("paper.forgotten", new { Code, Hash });
    }

    private object What() => new { Code, Kind, Format, Languages, Period, Subject, Audience };

    private static Paper Of(PaperRequest request, PaperFormat format, string site, Actor by, DateTime now, string? frozenAs, int edition) => new()
    {
        Kind = request.Kind,
        Format = format,
        Languages = string.Join(',', request.Languages),
        Period = request.Period?.Code,
        Subject = request.Subject,
        Audience = request.Audience,
        Site = site,
        AskedBy = by.PersonId,
        AskedByName = by.Name,
        AskedAt = now,
        Code = PaperCode.New(),
        IsFrozen = frozenAs is not null,
        FrozenAs = frozenAs,
        Edition = edition,
    };
}

/// <summary>What is known of a paper once it is written.</summary>
public sealed record MadePaper(
    DateTime Moment, LogPlace Log, PaperData Data, Words DataWords, string Title, string Hash, long Size, string FileName, IReadOnlyList<SaidLine> Said, string? Again);

/// <summary>A row of the log, by number and hash; 0 before the first.</summary>
public sealed record LogPlace(long Seq, string Hash);
