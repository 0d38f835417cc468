using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// Codes of a telephone (TOTP, RFC 6238: SHA-1, half a minute, six digits), by this program's clock. The framework's own
/// provider would take one code any number of times within its minutes; here a code works once.
/// </summary>
internal sealed class AuthenticatorCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    private const int Seconds = 30;

    /// <summary>160 bits, as the RFC advises, in base32: what the telephone reads.</summary>
    public static string NewKey() => Base32.Write(RandomNumberGenerator.GetBytes(20));

    /// <summary>Ten codes of 80 bits for the day the telephone is lost.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, 10).Select(_ => string.Join('-', Base32.Write(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(four => new string(four))))];

    /// <summary>What the QR code tells the telephone.</summary>
    public static string Address(string login, string key) => $"otpauth://totp/Atkaruu:{Uri.EscapeDataString(login)}?secret={key}&issuer=Atkaruu&digits=6&period={Seconds}";

    public static string CodeAt(string key, DateTimeOffset moment) => Code(Base32.Read(key), moment.ToUnixTimeSeconds() / Seconds);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) => Task.FromResult(user.TotpOn);

    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) => Task.FromResult("");

    /// <summary>The code of this half-minute, of the one before or after: clocks of telephones differ.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (token is not { Length: 6 } || await manager.GetAuthenticatorKeyAsync(user) is not { } kept) return false;

        var (key, now, typed) = (Base32.Read(kept), clock.GetUtcNow().ToUnixTimeSeconds() / Seconds, System.Text.Encoding.ASCII.GetBytes(token));
        for (var step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), typed))
                return user.TakeTotp(step);
        return false;
    }

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8], hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: telephones know no other hash for certain, and its weakness does not touch HMAC
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>RFC 4648, without padding.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(byte[] bytes)
    {
        var (text, bits, held) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var b in bytes)
        {
            held = held << 8 | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Letters[held >> (bits - 5) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Letters[held << (5 - bits) & 31]);
        return text.ToString();
    }

    public static byte[] Read(string text)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            held = held << 5 | Letters.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
