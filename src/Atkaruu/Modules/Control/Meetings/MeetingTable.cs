using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Control.Meetings;

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings");
        meeting.Property(m => m.Title).HasMaxLength(Limits.Line);
        meeting.Property(m => m.Place).HasMaxLength(Limits.Line);
        meeting.Property(m => m.Chair).HasMaxLength(Limits.Line);
        meeting.Property(m => m.PreparedByName).HasMaxLength(Limits.Line);
        meeting.Property(m => m.MinutesNumber).HasMaxLength(40);
        meeting.Property(m => m.Items).AsJson();
        meeting.Ignore(m => m.Orders);
        meeting.HasIndex(m => m.On);
    }
}
