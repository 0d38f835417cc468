using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// What ASP.NET Core Identity asks about people, answered by <see cref="Person"/> and its verbs. The program makes people
/// only by invitation, so Identity may neither make nor delete them.
/// </summary>
public sealed class PersonStore(Db db, IDataProtectionProvider protection, TimeProvider clock) :
    IUserPasswordStore<Person>, IUserTwoFactorStore<Person>, IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>,
    IUserSecurityStampStore<Person>, IUserPasskeyStore<Person>, IUserLoginStore<Person>
{
    private readonly IDataProtector _seal = protection.CreateProtector("people.totp");

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));
    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);
    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);
    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask; // a login is kept in lower case from the start
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await Everything.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Everything.SingleOrDefaultAsync(p => p.Login == normalizedUserName, cancellationToken);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);
    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);
    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.SetPassword(passwordHash ?? throw new NotSupportedException());
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TotpOn);
    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken)
    {
        user.SwitchTotp(enabled);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TotpKey is null ? null : _seal.Unprotect(user.TotpKey));
    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.OfferTotp(_seal.Protect(key));
        return Task.CompletedTask;
    }

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.SetRecoveryCodes([.. recoveryCodes.Select(RecoveryHash)]);
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken) => Task.FromResult(user.UseRecoveryCode(RecoveryHash(code)));
    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);
    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken)
    {
        user.SetSecurityStamp(stamp);
        return Task.CompletedTask;
    }

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        if (user.Passkeys.Find(p => p.Id == id) is not { } known)
        {
            known = new()
            {
                Id = id, PersonId = user.Id, Name = passkey.Name ?? "", PublicKey = passkey.PublicKey, CreatedAt = clock.Now(),
                Transports = passkey.Transports ?? [], IsBackupEligible = passkey.IsBackupEligible,
            };
            user.AddPasskey(known);
        }
        known.Used(passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp);
        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await Everything.SingleOrDefaultAsync(p => p.Passkeys.Any(k => k.Id == id), cancellationToken);
    }

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return Task.FromResult(user.Passkeys.Find(p => p.Id == id) is { } found ? Info(found) : null);
    }

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        user.RemovePasskey(Base64Url.EncodeToString(credentialId));
        return Task.CompletedTask;
    }

    public Task AddLoginAsync(Person user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        user.Bind(login.LoginProvider, login.ProviderKey);
        return Task.CompletedTask;
    }

    public Task RemoveLoginAsync(Person user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        user.Unbind(loginProvider);
        return Task.CompletedTask;
    }

    public Task<IList<UserLoginInfo>> GetLoginsAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserLoginInfo>>([.. user.Logins.Select(l => new UserLoginInfo(l.Issuer, l.Subject, null))]);

    public Task<Person?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Everything.SingleOrDefaultAsync(p => p.Logins.Any(l => l.Issuer == loginProvider && l.Subject == providerKey), cancellationToken);

    public void Dispose() { }

    private IQueryable<Person> Everything => db.People.Include(p => p.Grants).Include(p => p.Passkeys).Include(p => p.Logins).AsSplitQuery();

    /// <summary>As a person may type it: in any case, with or without the dashes.</summary>
    private static string RecoveryHash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]))));

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.Id), passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount, [.. passkey.Transports],
        passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, attestationObject: [], clientDataJson: [])
    { Name = passkey.Name };
}
