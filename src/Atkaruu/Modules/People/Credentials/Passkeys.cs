using Atkaruu.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// Passkeys (WebAuthn). The question put to the device is kept, sealed, by the browser; the answer is checked by the
/// framework. The device must have recognised its owner (finger, face or PIN), so a passkey is two factors in one.
/// </summary>
public sealed class Passkeys(IPasskeyHandler<Person> handler, UserManager<Person> users, Steps steps, ILogger<Passkeys> log)
{
    private const string New = "passkey-new", In = "passkey-in";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private sealed record Asked(string State, Guid? Person);

    /// <summary>The question for a new passkey of this person, as the browser wants it.</summary>
    public async Task<string> AskForNewAsync(HttpContext context, Person person)
    {
        var made = await handler.MakeCreationOptionsAsync(new() { Id = person.Id.ToString("N"), Name = person.Login, DisplayName = person.Name }, context);
        steps.Keep(context, New, new Asked(made.AttestationState!, person.Id), Lasts);
        return made.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that answers <see cref="AskForNewAsync"/>; the caller saves.</summary>
    public async Task AddAsync(HttpContext context, Person person, string? credential, string? name)
    {
        var asked = steps.Recall<Asked>(context, New);
        steps.Forget(context, New);
        if (asked?.Person != person.Id || string.IsNullOrEmpty(credential)) throw PeopleRules.Passkey();

        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = asked.State });
        if (!result.Succeeded) log.LogInformation(result.Failure, "A new passkey was refused");
        if (!result.Succeeded || result.UserEntity.Id != person.Id.ToString("N")) throw PeopleRules.Passkey();
        var plain = (name ?? "").Trim();
        result.Passkey.Name = plain.Length == 0 ? "Passkey" : plain[..Math.Min(plain.Length, Limits.Line)];
        await users.AddOrUpdatePasskeyAsync(person, result.Passkey);
    }

    /// <summary>The question for whoever wants to sign in: it names nobody, so it tells nothing.</summary>
    public async Task<string> AskWhoAsync(HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(null, context);
        steps.Keep(context, In, new Asked(made.AssertionState!, null), Lasts);
        return made.RequestOptionsJson;
    }

    /// <summary>Who has answered <see cref="AskWhoAsync"/>; null when nobody we know has.</summary>
    public async Task<Person?> WhoAsync(HttpContext context, string? credential)
    {
        var asked = steps.Recall<Asked>(context, In);
        steps.Forget(context, In);
        if (asked is null || string.IsNullOrEmpty(credential)) return null;

        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = asked.State });
        if (!result.Succeeded)
        {
            log.LogInformation(result.Failure, "A passkey was refused");
            return null;
        }
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey); // how often it has been used
        return result.User;
    }
}
