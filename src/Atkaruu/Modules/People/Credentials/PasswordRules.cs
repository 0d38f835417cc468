using System.Collections.Frozen;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// Twelve characters or more, and something in them that cannot be guessed. There are no rules about digits and capitals:
/// what counts is how much is left when everything a stranger would try first is taken out – common words in three
/// languages and two keyboards, rows of keys, years, repetitions, and the names of this person, this district, this program.
/// </summary>
public sealed class PasswordRules(PlanShelf shelf) : IPasswordValidator<Person>
{
    public const int Shortest = 12, Longest = 256;

    /// <summary>How many characters must be left, each guessable piece counting as one.</summary>
    private const int MustBeOwn = 6;

    /// <summary>Typed on another keyboard, the same letters may come in another form; they are one password.</summary>
    public static string Plain(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <exception cref="RuleException">In one sentence, beside the field Password.</exception>
    public async Task CheckAsync(Person person, string? password)
    {
        var plain = Plain(password ?? "");
        var length = plain.EnumerateRunes().Count();
        if (length < Shortest) throw new RuleException(new("people.password.short", Shortest), "Password");
        if (length > Longest) throw new RuleException(new("people.password.long", Longest), "Password");

        var (own, piece) = Guess.Of(plain, Own(person, await shelf.CurrentAsync()));
        if (own >= MustBeOwn) return;
        throw new RuleException(piece switch
        {
            GuessKind.Own => new("people.password.own"),
            GuessKind.Row => new("people.password.row"),
            _ => new("people.password.common"),
        }, "Password");
    }

    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        await CheckAsync(user, password);
        return IdentityResult.Success;
    }

    /// <summary>Words that a stranger would try on this person first.</summary>
    private static FrozenSet<string> Own(Person person, PlanInForce? plan)
    {
        IEnumerable<string?> told = [person.Login, person.Name, person.Email, person.Phone, person.Post, "Atkaruu Аткаруу"];
        if (plan is not null)
            told = [.. told, plan.Programme.Title.Ky, plan.Programme.Title.Ru, .. plan.Places.SelectMany(p => new[] { p.Name.Ky, p.Name.Ru, p.Name.En }), person.Body is { } code ? plan.Body(code)?.Name.Ky : null];
        return told.OfType<string>().SelectMany(Guess.Words).Where(word => word.Length >= 3).SelectMany(Guess.Writings).ToFrozenSet();
    }
}
