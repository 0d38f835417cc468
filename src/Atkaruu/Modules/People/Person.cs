using Atkaruu.Kernel;

namespace Atkaruu.Modules.People;

/// <summary>
/// Invited → Active ⇄ Suspended. An invited person has not set a way to sign in yet; a suspended one is refused from the
/// next request on, and is never deleted: what they did stays theirs.
/// </summary>
public enum PersonState { Invited, Active, Suspended }

/// <summary>Somebody who works with the plan: at most one body they belong to, any number of roles.</summary>
public sealed partial class Person : Entity
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
        var person = new Person { Login = PeopleRules.Login(login), Name = PeopleRules.Name(name), Body = Blank(body) };
        person.Grants.AddRange(grants.Select(grant => new PersonGrant(person.Id, PeopleRules.Whole(grant))));
        person.Happened("person.invited", new { person.Login, person.Name, body, grants = person.Grants.Select(g => g.Role) });
        return person;
    }

    /// <summary>The roles that hold on a day.</summary>
    public IEnumerable<Grant> GrantsOn(DateOnly day) => Grants.Where(grant => grant.HoldsOn(day)).Select(grant => grant.ToGrant());

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

    /// <summary>Back at work. Whoever never had a way to sign in is invited again.</summary>
    public void Reactivate()
    {
        if (State != PersonState.Suspended) return;
        State = PasswordHash is null && Passkeys.Count == 0 && Logins.Count == 0 ? PersonState.Invited : PersonState.Active;
        Happened("person.reactivated");
    }

    /// <summary>Corrects what is known about the person. The log names what changed; telephone and address stay out of it.</summary>
    public void Describe(string name, string? post, string? body, string? email, string? phone, string language)
    {
        var (oldName, oldPost, oldBody, oldContacts) = (Name, Post, Body, (Email, Phone, Language));
        Name = PeopleRules.Name(name);
        (Post, Body) = (Blank(post), Blank(body));
        SetContacts(email, phone, language);
        if ((oldName, oldPost, oldBody, oldContacts) == (Name, Post, Body, (Email, Phone, Language))) return;
        Happened("person.described", new { old = new { name = oldName, post = oldPost, body = oldBody }, now = new { Name, Post, Body }, contacts = oldContacts != (Email, Phone, Language) });
    }

    /// <summary>What a person says about themselves: where to reach them and in what language.</summary>
    public void DescribeSelf(string? email, string? phone, string language) => Describe(Name, Post, Body, email, phone, language);

    /// <summary>Gives one more role, for ever or from a day to a day.</summary>
    public PersonGrant Give(Grant grant, DateOnly? from = null, DateOnly? until = null)
    {
        if (from > until) throw PeopleRules.Backwards("Until");
        var given = new PersonGrant(Id, PeopleRules.Whole(grant)) { From = from, Until = until };
        if (Grants.Any(other => other.ToGrant() == given.ToGrant() && (other.From, other.Until) == (from, until))) throw PeopleRules.HasThatRole();
        Grants.Add(given);
        Happened("person.role-given", Told(given));
        return given;
    }

    public void Take(Guid grant)
    {
        if (Grants.Find(g => g.Id == grant) is not { } taken) return; // taken already: what was wanted is so
        Grants.Remove(taken);
        Happened("person.role-taken", Told(taken));
    }

    /// <summary>Every role goes to somebody else, as it is.</summary>
    public void HandRolesTo(Person other)
    {
        foreach (var grant in Grants.ToList())
        {
            if (!other.Grants.Any(g => g.ToGrant() == grant.ToGrant() && (g.From, g.Until) == (grant.From, grant.Until)))
                other.Give(grant.ToGrant(), grant.From, grant.Until);
            Take(grant.Id);
        }
    }

    /// <summary>Says that everything open went to somebody else.</summary>
    public void HandedOverTo(Person other, IReadOnlyDictionary<string, int> what) => Happened("person.handed-over", new { to = other.Id, toName = other.Name, what });

    /// <summary>While this person is away, from a day to a day, the other acts in their place, beside what they may do anyway.</summary>
    public Delegation StandIn(Person other, DateOnly from, DateOnly until, DateOnly today)
    {
        if (from > until || until < today) throw PeopleRules.Backwards("Until");
        if (until.DayNumber - from.DayNumber > Delegation.MaxDays) throw PeopleRules.TooLong();
        if (other.Id == Id || other.State != PersonState.Active) throw PeopleRules.NotToThem();
        Happened("person.stand-in-named", new { to = other.Id, toName = other.Name, from, until });
        return new() { FromId = Id, ToId = other.Id, From = from, Until = until };
    }

    public void EndStandIn(Delegation delegation, DateTime now)
    {
        if (delegation.FromId != Id || delegation.EndedAt is not null) return;
        delegation.End(now);
        Happened("person.stand-in-ended", new { to = delegation.ToId });
    }

    /// <summary>A link by which the person sets a way to sign in. Only its hash is kept, so it is told once, here.</summary>
    public (Invitation Invitation, string Token) MakeLink(DateTime now)
    {
        var made = Invitation.Make(Id, now, Invitation.Lasts);
        Happened("person.link-made", new { until = made.Invitation.ExpiresAt });
        return made;
    }

    /// <summary>Says that all browsers, or all but the present one, have been signed out.</summary>
    public void SessionsEnded(int count)
    {
        if (count > 0) Happened("person.sessions-ended", new { count });
    }

    private void SetContacts(string? email, string? phone, string language)
    {
        (Email, Phone) = (PeopleRules.Email(email), PeopleRules.Phone(phone));
        Language = language is "ru" or "en" ? language : "ky";
    }

    private static object Told(PersonGrant grant) => new { grant.Role, grant.Body, grant.Municipality, grant.SectionId, grant.Measure, grant.From, grant.Until };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
