using Atkaruu.Kernel;

namespace Atkaruu.Modules.People;

/// <summary>
/// Invited → Active ⇄ Suspended. An invited person has not set a way to sign in yet; a suspended one is refused from the
/// next request on, and is never deleted: what they did stays theirs.
/// </summary>
public enum PersonState { Invited, Active, Suspended }

/// <summary>Somebody who works with the plan: at most one body they belong to, any number of roles.</summary>
public sealed class Person : Entity
{
    private Person() { }

    /// <summary>What they sign in with: an e-mail address, or a short name for those without one. Lower case, unique.</summary>
    public string Login { get; private set; } = "";

    /// <summary>As in papers: surname and given names.</summary>
    public string Name { get; private set; } = "";
    public string? Post { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>Code of the body they belong to; null for somebody from outside.</summary>
    public string? Body { get; private set; }

    /// <summary>ky, ru or en: the language of their letters.</summary>
    public string Language { get; private set; } = "ky";

    public PersonState State { get; private set; }

    public List<PersonGrant> Grants { get; private set; } = [];

    public static Person Invite(string login, string name, string? body, IEnumerable<Grant> grants)
    {
        var person = new Person { Login = login.Trim().ToLowerInvariant(), Name = name.Trim(), Body = body };
        person.Grants.AddRange(grants.Select(grant => new PersonGrant(person.Id, grant)));
        person.Happened("person.invited", new { person.Login, person.Name, body, grants = person.Grants.Select(g => g.Role) });
        return person;
    }

    public void Activate()
    {
        if (State == PersonState.Active) return;
        State = PersonState.Active;
        Happened("person.activated");
    }

    public void Suspend()
    {
        if (State == PersonState.Suspended) return;
        State = PersonState.Suspended;
        Happened("person.suspended");
    }
}

/// <summary>One role of a person and how far it reaches, from a day to a day when it is given for a time.</summary>
public sealed class PersonGrant
{
    private PersonGrant() { }

    internal PersonGrant(Guid person, Grant grant)
    {
        (PersonId, Role) = (person, grant.Role);
        (Body, Municipality, SectionId, Measure) = (grant.Scope.Body, grant.Scope.Municipality, grant.Scope.Section, grant.Scope.Measure);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private init; }
    public Role Role { get; private init; }
    public string? Body { get; private init; }
    public string? Municipality { get; private init; }
    public Guid? SectionId { get; private init; }
    public string? Measure { get; private init; }

    public Grant ToGrant() => new(Role, new Scope(Body, Municipality, SectionId, Measure));
}
