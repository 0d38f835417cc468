using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atkaruu.Data;

/// <summary>
/// That something sent was taken, and what was answered. Kept in the same transaction as the change, so that the same thing
/// sent again (a lost answer, a second tap, a restart between) has one effect and the same answer.
/// </summary>
public sealed class Receipt
{
    /// <summary>The idempotency key: made by the form when it was shown, or by the phone.</summary>
    public required Guid Key { get; init; }
    public required Guid By { get; init; }
    public required string Answer { get; init; }
    public required DateTime At { get; init; }
}

public static class Receipts
{
    /// <summary>
    /// Does the work and saves it once for a key. A key seen before gives the first answer and does nothing. The work only
    /// reads and changes what is in memory, and this saves it: so the writers' turn is short. Of two at the same moment the
    /// database lets one through (the receipt, the version, a unique name), and the other is given its answer.
    /// </summary>
    /// <param name="work">Changes entities and says the answer (an address, a code), at most 200 characters.</param>
    public static async Task<string> OnceAsync(this Db db, Guid key, Actor by, TimeProvider clock, Func<Task<string>> work, CancellationToken stop = default)
    {
        if (await db.FindReceiptAsync(key, by, stop) is { } before) return before;
        db.CheckRoom(); // before anything is changed in memory, so that the page shows it as it stands
        try
        {
            var answer = await work();
            db.Receipts.Add(new() { Key = key, By = by.PersonId, Answer = answer, At = clock.Now() });
            await db.SaveChangesAsync(stop);
            return answer;
        }
        catch (Exception refused) when (refused is RuleException or DbUpdateConcurrencyException || refused is DbUpdateException failure && failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            if (await db.FindReceiptAsync(key, by, stop) is { } meanwhile) return meanwhile;
            throw;
        }
    }

    private static Task<string?> FindReceiptAsync(this Db db, Guid key, Actor by, CancellationToken stop) =>
        db.Receipts.Where(r => r.Key == key && r.By == by.PersonId).Select(r => r.Answer).FirstOrDefaultAsync(stop)!;
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("receipts");
        receipt.HasKey(r => new { r.By, r.Key });
        receipt.Property(r => r.Answer).HasMaxLength(Limits.Line);
        receipt.HasIndex(r => r.At);
    }
}
