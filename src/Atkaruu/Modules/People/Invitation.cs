using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Atkaruu.Modules.People;

/// <summary>
/// A link that lets one person set a way to sign in, once. Given from hand to hand or printed; only the hash of its token
/// is kept. A new link for somebody ends the one before.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14), FirstLasts = TimeSpan.FromDays(1);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose; null for the link that makes the first administrator.</summary>
    public Guid? PersonId { get; private init; }
    public string TokenHash { get; private init; } = "";
    public DateTime MadeAt { get; private init; }
    public DateTime ExpiresAt { get; private init; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>The token has 160 random bits and is told only here.</summary>
    internal static (Invitation Invitation, string Token) Make(Guid? person, DateTime now, TimeSpan lasts)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));
        return (new() { PersonId = person, TokenHash = HashOf(token), MadeAt = now, ExpiresAt = now + lasts }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTime now) => UsedAt ??= now;
}
