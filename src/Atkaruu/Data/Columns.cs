using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atkaruu.Data;

/// <summary>All times are kept in UTC; SQLite forgets to say so.</summary>
internal sealed class UtcTime() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime(),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

internal static class Complex
{
    /// <summary>The three languages of a text, as three columns.</summary>
    public static void Words<T>(this EntityTypeBuilder<T> type, System.Linq.Expressions.Expression<Func<T, Words?>> property, int limit) where T : class =>
        type.ComplexProperty(property, words =>
        {
            words.Property(w => w.Ky).HasMaxLength(limit);
            words.Property(w => w.Ru).HasMaxLength(limit);
            words.Property(w => w.En).HasMaxLength(limit);
        });
}
