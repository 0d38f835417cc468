using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Data;

/// <summary>Something about this database as a whole that must travel with it, such as that its history is invented.</summary>
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("settings");
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(60);
        setting.Property(s => s.Value).HasMaxLength(Limits.Cell);
    }
}
