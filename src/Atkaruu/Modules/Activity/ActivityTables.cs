using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Activity;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Key).HasMaxLength(80);
        notice.Property(n => n.Sentence).HasMaxLength(60);
        notice.Property(n => n.Args).AsJson();
        notice.Property(n => n.Link).HasMaxLength(Limits.Line);
        notice.Ignore(n => n.Message);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        notice.HasIndex(n => new { n.PersonId, n.Kind, n.Key }).IsUnique();
        notice.HasIndex(n => new { n.PersonId, n.ReadAt });
        notice.HasIndex(n => n.MailedAt);
    }
}

internal sealed class NoticeMuteTable : IEntityTypeConfiguration<NoticeMute>
{
    public void Configure(EntityTypeBuilder<NoticeMute> mute)
    {
        mute.ToTable("notice_mutes");
        mute.HasKey(m => new { m.PersonId, m.Kind });
        mute.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("letters");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Key).HasMaxLength(80);
        letter.Property(l => l.Notices).AsJson();
        letter.Property(l => l.MessageId).HasMaxLength(64);
        letter.Property(l => l.Error).HasMaxLength(Limits.Cell);
        letter.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        letter.HasIndex(l => new { l.PersonId, l.Key }).IsUnique();
        letter.HasIndex(l => l.SentAt);
    }
}
