namespace Atkaruu.Modules.People;

/// <summary>How a person proves who they are.</summary>
public sealed partial class Person
{
    /// <summary>PBKDF2 with its salt and rounds; null for whoever signs in otherwise.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Changes whenever a way to sign in changes: half-finished sign-ins that hold an older one are refused.</summary>
    public string SecurityStamp { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>The secret shared with the telephone, sealed by the program's keys; there before it is switched on.</summary>
    public string? TotpKey { get; private set; }

    /// <summary>Whether a code is asked for after the password.</summary>
    public bool TotpOn { get; private set; }

    /// <summary>The last half-minute whose code was taken: a code works once.</summary>
    public long TotpStep { get; private set; }

    /// <summary>SHA-256 of the codes that are left. They are 80 random bits each, so the hash cannot be turned round.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public List<Passkey> Passkeys { get; private set; } = [];
    public List<PersonLogin> Logins { get; private set; } = [];

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        CredentialsChanged("person.password-set");
    }

    /// <summary>The same password kept by more rounds than before.</summary>
    public void KeepPasswordBetter(string hash) => PasswordHash = hash;

    /// <summary>A new secret, not asked for until a first code has shown that the telephone has it.</summary>
    internal void OfferTotp(string? sealedKey)
    {
        if (TotpOn) throw PeopleRules.TotpIsOn();
        TotpKey = sealedKey;
    }

    internal void SwitchTotp(bool on)
    {
        if (TotpOn == on) return;
        TotpOn = on;
        if (!on) (TotpKey, TotpStep, RecoveryCodes) = (null, 0, []);
        CredentialsChanged(on ? "person.totp-on" : "person.totp-off");
    }

    /// <summary>The administrator takes the second factor away from somebody who has lost the telephone and the codes.</summary>
    public void ResetSecondFactor()
    {
        if (!TotpOn) return;
        (TotpOn, TotpKey, TotpStep, RecoveryCodes) = (false, null, 0, []);
        CredentialsChanged("person.second-factor-reset");
    }

    /// <summary>Takes the code of a half-minute; false when it, or a later one, has been taken already.</summary>
    internal bool TakeTotp(long step)
    {
        if (step <= TotpStep) return false;
        TotpStep = step;
        return true;
    }

    internal void SetRecoveryCodes(IReadOnlyList<string> hashes)
    {
        RecoveryCodes = hashes;
        Happened("person.recovery-codes-made", new { count = hashes.Count });
    }

    internal bool UseRecoveryCode(string hash)
    {
        if (!RecoveryCodes.Contains(hash)) return false;
        RecoveryCodes = [.. RecoveryCodes.Where(code => code != hash)];
        Happened("person.recovery-code-used", new { left = RecoveryCodes.Count });
        return true;
    }

    internal void AddPasskey(Passkey passkey)
    {
        if (Passkeys.Count >= Passkey.Most) throw PeopleRules.TooManyPasskeys();
        Passkeys.Add(passkey);
        CredentialsChanged("person.passkey-added", new { passkey.Name });
    }

    /// <summary>The last way to sign in stays.</summary>
    public void RemovePasskey(string id)
    {
        if (Passkeys.Find(p => p.Id == id) is not { } gone) return;
        if (PasswordHash is null && Passkeys.Count == 1 && Logins.Count == 0) throw PeopleRules.LastWayIn();
        Passkeys.Remove(gone);
        CredentialsChanged("person.passkey-removed", new { gone.Name });
    }

    /// <summary>From now on the account at another provider opens the door here, too.</summary>
    internal void Bind(string issuer, string subject)
    {
        if (Logins.Any(l => l.Issuer == issuer && l.Subject == subject)) return;
        Logins.Add(new() { PersonId = Id, Issuer = issuer, Subject = subject });
        CredentialsChanged("person.login-bound", new { issuer });
    }

    internal void Unbind(string issuer)
    {
        if (Logins.RemoveAll(l => l.Issuer == issuer) == 0) return;
        if (PasswordHash is null && Passkeys.Count == 0) throw PeopleRules.LastWayIn();
        CredentialsChanged("person.login-unbound", new { issuer });
    }

    internal void SetSecurityStamp(string stamp) => SecurityStamp = stamp;

    private void CredentialsChanged(string what, object? details = null)
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        Happened(what, details);
    }
}
