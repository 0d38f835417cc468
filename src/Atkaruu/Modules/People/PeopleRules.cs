using System.Text.RegularExpressions;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.People;

/// <summary>Every way the People module says no.</summary>
internal static partial class PeopleRules
{
    /// <summary>A login as it is kept: lower case, Latin letters, so that no two look alike.</summary>
    public static string Login(string? login)
    {
        var plain = (login ?? "").Trim().ToLowerInvariant();
        return plain.Length is >= 2 and <= Limits.Line && LoginForm().IsMatch(plain) ? plain : throw new RuleException(new("people.rule.login"), "Login");
    }

    public static string Name(string? name)
    {
        var plain = (name ?? "").Trim();
        return plain.Length is > 0 and <= Limits.Line ? plain : throw new RuleException(new("people.rule.name"), "Name");
    }

    public static string? Email(string? email)
    {
        var plain = email?.Trim();
        if (string.IsNullOrEmpty(plain)) return null;
        return plain.Length <= Limits.Line && EmailForm().IsMatch(plain) ? plain : throw new RuleException(new("people.rule.email"), "Email");
    }

    public static string? Phone(string? phone)
    {
        var plain = phone?.Trim();
        if (string.IsNullOrEmpty(plain)) return null;
        return plain.Length <= 40 && PhoneForm().IsMatch(plain) ? plain : throw new RuleException(new("people.rule.phone"), "Phone");
    }

    /// <summary>People are administered as a whole, not by body or section.</summary>
    public static Grant Whole(Grant grant) =>
        grant.Role == Role.Administrator && grant.Scope != Scope.Everything ? throw new RuleException(new("people.rule.whole"), "Role") : grant;

    public static RuleException LoginTaken(string login) => new(new("people.rule.login-taken", login), "Login");
    public static RuleException Backwards(string field) => new(new("people.rule.backwards"), field);
    public static RuleException TooLong() => new(new("people.rule.too-long"), "Until");
    public static RuleException NotToThem() => new(new("people.rule.not-to-them"), "To");
    public static RuleException HasThatRole() => new(new("people.rule.has-role"), "Role");
    public static RuleException NoRole() => new(new("people.rule.no-role"), "Role");
    public static RuleException NoSuchScope(string field) => new(new("people.rule.no-scope"), field);
    public static RuleException LastAdministrator() => new(new("people.rule.last-administrator"));
    public static RuleException NotOneself() => new(new("people.rule.not-oneself"));
    public static RuleException TotpIsOn() => new(new("people.rule.totp-on"));
    public static RuleException WrongCode() => new(new("people.rule.code"), "Code");
    public static RuleException WrongPassword() => new(new("people.rule.password-wrong"), "Current");
    public static RuleException SignInAnew() => new(new("people.rule.sign-in-anew"));
    public static RuleException Unlike() => new(new("people.rule.unlike"), "Again");
    public static RuleException LastWayIn() => new(new("people.rule.last-way-in"));
    public static RuleException TooManyPasskeys() => new(new("people.rule.too-many-passkeys"));
    public static RuleException Passkey() => new(new("people.rule.passkey"));
    public static RuleException OnlyPassword() => new(new("people.rule.only-password"));
    public static RuleException IsSuspended() => new(new("people.rule.suspended"));
    public static RuleException ReporterNeedsBody() => new(new("people.rule.reporter-body"), "Body");
    public static RuleException NobodyThere(string login) => new(new("people.rule.nobody", login));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._+@-]*$")]
    private static partial Regex LoginForm();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()\-]{3,}$")]
    private static partial Regex PhoneForm();
}
