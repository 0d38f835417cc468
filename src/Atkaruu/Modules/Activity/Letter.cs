using System.Security.Cryptography;
using System.Text;

namespace Atkaruu.Modules.Activity;

/// <summary>
/// An e-mail that is to go out. Its Message-Id comes from the notices in it, so that one sent twice (the program was killed
/// between sending and remembering) is one letter for the reader's mail program.
/// </summary>
public sealed class Letter
{
    private Letter() { }

    /// <summary>After this many tries, over about two days, it stays unsent and the administrator is told.</summary>
    public const int MaxTries = 12;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(6);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private init; }

    /// <summary>digest:2026-11-22, or urgent: and the notice. One person gets one letter for a key.</summary>
    public string Key { get; private init; } = "";
    public IReadOnlyList<Guid> Notices { get; private init; } = [];

    /// <summary>The part of the Message-Id before the @.</summary>
    public string MessageId { get; private init; } = "";
    public DateTime MadeAt { get; private init; }
    public DateTime NextTryAt { get; private set; }
    public int Tries { get; private set; }
    public string? Error { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? GivenUpAt { get; private set; }

    public static Letter Of(Guid person, string key, IReadOnlyList<Guid> notices, DateTime now) =>
        new() { PersonId = person, Key = key, Notices = notices, MessageId = IdOf(person, notices), MadeAt = now, NextTryAt = now };

    internal void Sent(DateTime now) => (SentAt, Error) = (now, null);

    internal void Failed(string why, DateTime now)
    {
        Tries++;
        Error = why.Length > Kernel.Limits.Cell ? why[..Kernel.Limits.Cell] : why;
        var pause = FirstPause * Math.Pow(2, Math.Min(Tries - 1, 20));
        NextTryAt = now + (pause < LongestPause ? pause : LongestPause);
        if (Tries >= MaxTries) GivenUpAt = now;
    }

    private static string IdOf(Guid person, IEnumerable<Guid> notices) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(person.ToString("N") + string.Concat(notices.Order().Select(id => id.ToString("N"))))))[..40];
}
