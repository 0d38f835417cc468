using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Modules.Money;

internal sealed class FundingLineTable : IEntityTypeConfiguration<FundingLine>
{
    public void Configure(EntityTypeBuilder<FundingLine> line)
    {
        line.ToTable("funding_lines");
        line.Property(l => l.Currency).HasMaxLength(3);
        line.Property(l => l.Basis).HasMaxLength(Limits.Line);
        line.Property(l => l.StruckReason).HasMaxLength(Limits.Line);
        line.Property(l => l.Earlier).AsJson();
        line.HasOne<Measure>().WithMany().HasForeignKey(l => l.MeasureId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => l.MeasureId);
    }
}

internal sealed class CommitmentTable : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> made)
    {
        made.ToTable("commitments");
        made.Property(c => c.Currency).HasMaxLength(3);
        made.Property(c => c.Document).HasMaxLength(Limits.Line);
        made.Property(c => c.StruckReason).HasMaxLength(Limits.Line);
        made.Property(c => c.Earlier).AsJson();
        made.HasOne<Measure>().WithMany().HasForeignKey(c => c.MeasureId).OnDelete(DeleteBehavior.Restrict);
        made.HasIndex(c => c.MeasureId);
    }
}

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments");
        payment.Property(p => p.Currency).HasMaxLength(3);
        payment.Property(p => p.Document).HasMaxLength(Limits.Line);
        payment.Property(p => p.Payee).HasMaxLength(Limits.Line);
        payment.Property(p => p.StruckReason).HasMaxLength(Limits.Line);
        payment.HasOne<Measure>().WithMany().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<PaymentImport>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Restrict);
        payment.HasIndex(p => p.MeasureId);
        payment.HasIndex(p => new { p.ImportId, p.Row }).IsUnique();
    }
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> rate)
    {
        rate.ToTable("exchange_rates");
        rate.Property(r => r.Currency).HasMaxLength(3);
        rate.Property(r => r.Source).HasMaxLength(Limits.Line);
        rate.Property(r => r.StruckReason).HasMaxLength(Limits.Line);
        rate.HasIndex(r => new { r.Currency, r.On });
    }
}

internal sealed class InhabitantsTable : IEntityTypeConfiguration<Inhabitants>
{
    public void Configure(EntityTypeBuilder<Inhabitants> inhabitants)
    {
        inhabitants.ToTable("inhabitants");
        inhabitants.Property(i => i.Place).HasMaxLength(40);
        inhabitants.Property(i => i.Source).HasMaxLength(Limits.Line);
        inhabitants.Property(i => i.StruckReason).HasMaxLength(Limits.Line);
    }
}

internal sealed class PaymentImportTable : IEntityTypeConfiguration<PaymentImport>
{
    public void Configure(EntityTypeBuilder<PaymentImport> import)
    {
        import.ToTable("payment_imports");
        import.Property(i => i.FileName).HasMaxLength(Limits.Line);
        import.Property(i => i.Hash).HasMaxLength(64);
        import.Property(i => i.Words).HasMaxLength(Limits.Line);
        import.Property(i => i.ByName).HasMaxLength(Limits.Line);
        import.Property(i => i.UndoneReason).HasMaxLength(Limits.Line);
        import.Property(i => i.Raw).AsJson();
        import.HasIndex(i => i.Hash);
    }
}
