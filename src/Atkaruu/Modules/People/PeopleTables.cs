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
        person.HasIndex(p => p.Login).IsUnique();
        person.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.PersonId);
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
