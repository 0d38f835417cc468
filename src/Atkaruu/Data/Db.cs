using System.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atkaruu.Data;

/// <summary>The one database. Code asks for <see cref="Db"/>; settings decide which engine answers.</summary>
public abstract class Db(DbContextOptions options, Actor actor, TimeProvider clock) : DbContext(options)
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<PlanTask> Tasks => Set<PlanTask>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Period> Periods => Set<Period>();
    public DbSet<Return> Returns => Set<Return>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<LogEntry> Log => Set<LogEntry>();

    /// <summary>Saves the change and the record of it together, or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = Changed();
        if (changed.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(Isolation, cancellationToken) : null;
        await LockLogAsync(cancellationToken);
        await AppendToLogAsync(changed, cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);

        foreach (var entity in changed) entity.TakeHappenings();
        return rows;
    }

    /// <summary>Begins a transaction that is the only writer until it ends: what is read in it stays so until it is saved.</summary>
    public async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken stop = default)
    {
        var whole = await Database.BeginTransactionAsync(Isolation, stop);
        await LockLogAsync(stop);
        return whole;
    }

    /// <summary>Makes this transaction the only writer until it ends, so that "is it there already?" keeps its answer.</summary>
    public Task LockAsync(CancellationToken stop = default) => LockLogAsync(stop);

    /// <summary>Everything here is asynchronous: a synchronous save would go round the log.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Keeps every other writer of the log waiting until this transaction ends, so that the chain has one order.</summary>
    protected abstract Task LockLogAsync(CancellationToken stop);

    protected virtual IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var root in modelBuilder.Model.GetEntityTypes().Where(type => typeof(Entity).IsAssignableFrom(type.ClrType)))
        {
            modelBuilder.Entity(root.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            modelBuilder.Entity(root.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    private List<Entity> Changed()
    {
        ChangeTracker.DetectChanges();
        var entries = ChangeTracker.Entries<Entity>().ToList();
        foreach (var entry in entries.Where(e => e.State is EntityState.Modified || e.State is EntityState.Unchanged && e.Entity.Happenings.Count > 0))
            entry.Entity.NextVersion();
        return [.. entries.Select(e => e.Entity).Where(e => e.Happenings.Count > 0)];
    }

    private async Task AppendToLogAsync(List<Entity> changed, CancellationToken stop)
    {
        var last = await Log.AsNoTracking().OrderByDescending(row => row.Seq).Select(row => new { row.Seq, row.Hash }).FirstOrDefaultAsync(stop);
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? LogEntry.Beginning);
        var now = clock.GetUtcNow().UtcDateTime;

        foreach (var happening in changed.SelectMany(entity => entity.Happenings).OrderBy(h => h.Order))
        {
            var row = LogEntry.After(hash, ++seq, happening, actor, now);
            hash = row.Hash;
            Log.Add(row);
        }
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Actor actor, TimeProvider clock) : Db(options, actor, clock)
{
    /// <summary>BEGIN IMMEDIATE has already made this the only writer.</summary>
    protected override Task LockLogAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Microsoft.Data.Sqlite begins a serializable transaction with BEGIN IMMEDIATE: no deadlock between reading and writing.</summary>
    protected override IsolationLevel Isolation => IsolationLevel.Serializable;
}

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Actor actor, TimeProvider clock) : Db(options, actor, clock)
{
    private const long LogLock = 4_170_625_900; // any number, the same on every node

    protected override Task LockLogAsync(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LogLock})", stop);
}

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
