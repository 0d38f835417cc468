using Atkaruu.Kernel;

namespace Atkaruu.Modules.People;

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

    /// <summary>The first and the last day it holds; null for no limit.</summary>
    public DateOnly? From { get; internal init; }
    public DateOnly? Until { get; internal init; }

    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > Until);

    public Grant ToGrant() => new(Role, new Scope(Body, Municipality, SectionId, Measure));
}

/// <summary>One person acts in the place of another, from a day to a day, both included.</summary>
public sealed class Delegation
{
    public const int MaxDays = 366;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Who is away.</summary>
    public required Guid FromId { get; init; }

    /// <summary>Who acts.</summary>
    public required Guid ToId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public DateTime? EndedAt { get; private set; }

    internal void End(DateTime now) => EndedAt ??= now;
}

/// <summary>A WebAuthn credential: a telephone, a computer or a key that signs for the person.</summary>
public sealed class Passkey
{
    public const int Most = 10;

    /// <summary>The credential's own id, base64url.</summary>
    public required string Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }
    public required byte[] PublicKey { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Counts the uses, where the device counts; one that falls has been copied.</summary>
    public long SignCount { get; private set; }
    public required IReadOnlyList<string> Transports { get; init; }
    public bool IsUserVerified { get; private set; }
    public required bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; private set; }

    internal void Used(long signCount, bool verified, bool backedUp) => (SignCount, IsUserVerified, IsBackedUp) = (signCount, verified, backedUp);
}

/// <summary>The person's account at an OpenID Connect provider.</summary>
public sealed class PersonLogin
{
    public required Guid PersonId { get; init; }

    /// <summary>The provider's address, as it names itself.</summary>
    public required string Issuer { get; init; }

    /// <summary>Who the person is there; never the e-mail address, which may pass to somebody else.</summary>
    public required string Subject { get; init; }
}
