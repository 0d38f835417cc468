using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Login).HasMaxLength(Limits.Line);
        person.Property(p => p.Name).HasMaxLength(Limits.Line);
        person.Property(p => p.Post).HasMaxLength(Limits.Line);
        person.Property(p => p.Email).HasMaxLength(Limits.Line);
        person.Property(p => p.Phone).HasMaxLength(40);
        person.Property(p => p.Body).HasMaxLength(40);
        person.Property(p => p.Language).HasMaxLength(2);
        person.Property(p => p.PasswordHash).HasMaxLength(300);
        person.Property(p => p.SecurityStamp).HasMaxLength(40);
        person.Property(p => p.TotpKey).HasMaxLength(1000);
        person.Property(p => p.RecoveryCodes).AsJson().HasMaxLength(1000);
        person.HasIndex(p => p.Login).IsUnique();
        person.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.PersonId);
        person.HasMany(p => p.Passkeys).WithOne().HasForeignKey(k => k.PersonId);
        person.HasMany(p => p.Logins).WithOne().HasForeignKey(l => l.PersonId);
    }
}

internal sealed class PersonGrantTable : IEntityTypeConfiguration<PersonGrant>
{
    public void Configure(EntityTypeBuilder<PersonGrant> grant)
    {
        grant.ToTable("person_grants");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Body).HasMaxLength(40);
        grant.Property(g => g.Municipality).HasMaxLength(40);
        grant.Property(g => g.Measure).HasMaxLength(20);
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("passkeys");
        passkey.Property(p => p.Id).HasMaxLength(1400).ValueGeneratedNever(); // WebAuthn: at most 1023 bytes
        passkey.Property(p => p.Name).HasMaxLength(Limits.Line);
        passkey.Property(p => p.PublicKey).HasMaxLength(2000);
        passkey.Property(p => p.Transports).AsJson().HasMaxLength(Limits.Line);
    }
}

internal sealed class PersonLoginTable : IEntityTypeConfiguration<PersonLogin>
{
    public void Configure(EntityTypeBuilder<PersonLogin> login)
    {
        login.ToTable("person_logins");
        login.HasKey(l => new { l.Issuer, l.Subject });
        login.Property(l => l.Issuer).HasMaxLength(Limits.Line);
        login.Property(l => l.Subject).HasMaxLength(255); // OpenID Connect Core 1.0, section 2
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> delegation)
    {
        delegation.ToTable("delegations");
        delegation.Property(d => d.Id).ValueGeneratedNever();
        delegation.HasIndex(d => d.ToId);
        delegation.HasOne<Person>().WithMany().HasForeignKey(d => d.FromId);
        delegation.HasOne<Person>().WithMany().HasForeignKey(d => d.ToId);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Device).HasMaxLength(Limits.Line);
        session.Property(s => s.Address).HasMaxLength(60);
        session.HasIndex(s => s.PersonId);
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
