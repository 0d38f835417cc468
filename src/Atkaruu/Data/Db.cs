using System.Data;
using System.Data.Common;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Paper = Atkaruu.Modules.Papers.Paper;

namespace Atkaruu.Data;

/// <summary>The one database. Code asks for <see cref="Db"/>; settings decide which engine answers.</summary>
/// <param name="disk">Null where nobody else writes: making migrations, templates of tests.</param>
public abstract class Db(DbContextOptions options, Actor actor, TimeProvider clock, DiskReserve? disk) : DbContext(options)
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
    public DbSet<ReportingCalendar> ReportingCalendars => Set<ReportingCalendar>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Period> Periods => Set<Period>();
    public DbSet<Return> Returns => Set<Return>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<WorksObject> WorksObjects => Set<WorksObject>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<FundingLine> FundingLines => Set<FundingLine>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<Inhabitants> Inhabitants => Set<Inhabitants>();
    public DbSet<PaymentImport> PaymentImports => Set<PaymentImport>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<LogEntry> Log => Set<LogEntry>();

    /// <summary>Saves the change and the record of it together, or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var entries = ChangeTracker.Entries().ToList(); // looks for changes, once
        RefuseTooLong(entries);
        var changed = Changed(entries);
        if (changed.Count == 0)
            return entries.Exists(e => e.State is not EntityState.Unchanged) ? await SaveQuietlyAsync(acceptAllChangesOnSuccess, cancellationToken) : 0;

        await using var own = Database.CurrentTransaction is null ? await BeginWriteAsync(cancellationToken) : null;
        await AppendToLogAsync(changed, cancellationToken);
        var rows = await DiskFull.SayAsync(base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));
        if (own is not null) await own.CommitAsync(cancellationToken);

        foreach (var entity in changed) entity.TakeHappenings();
        return rows;
    }

    /// <summary>Rows that are not news (a session seen, a cursor moved), in their turn among the writers of this process.</summary>
    private async Task<int> SaveQuietlyAsync(bool acceptAllChangesOnSuccess, CancellationToken stop)
    {
        using var turn = Database.CurrentTransaction is null ? await TakeTurnAsync(stop) : null;
        return await DiskFull.SayAsync(base.SaveChangesAsync(acceptAllChangesOnSuccess, stop));
    }

    /// <summary>
    /// Begins a transaction that is the only writer until it ends, so that what is read in it stays so and the log has one
    /// order. Disposed without <see cref="Write.CommitAsync"/>, nothing of it has happened.
    /// </summary>
    public async Task<Write> BeginWriteAsync(CancellationToken stop = default)
    {
        CheckRoom();
        var turn = await TakeTurnAsync(stop);
        try
        {
            var flush = await ShareFlushAsync(stop);
            var write = new Write(this, await Database.BeginTransactionAsync(Isolation, stop), turn, flush);
            await LockLogAsync(stop);
            return write;
        }
        catch
        {
            turn?.Dispose();
            await FlushAloneAsync();
            throw;
        }
    }

    /// <summary>
    /// Nobody may touch the reserve of the disk; the program itself may, because what it has begun must be finished and a full
    /// disk be tidied.
    /// </summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    public void CheckRoom()
    {
        if (actor != Actor.System) disk?.Check();
    }

    /// <summary>
    /// What is read until this is disposed is of one moment, whatever others write meanwhile. Nothing may be written in it; the first
    /// question asked decides the moment.
    /// </summary>
    public async Task<IAsyncDisposable> BeginReadAsync(CancellationToken stop = default)
    {
        await Database.OpenConnectionAsync(stop);
        try
        {
            var moment = await BeginMomentAsync(Database.GetDbConnection(), stop);
            await Database.UseTransactionAsync(moment, stop);
            return new Moment(this, moment);
        }
        catch
        {
            await Database.CloseConnectionAsync();
            throw;
        }
    }

    protected virtual async ValueTask<DbTransaction> BeginMomentAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    private sealed class Moment(Db db, DbTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Waits in line inside this process before asking the engine, where asking is dear; null where it is not.</summary>
    protected virtual ValueTask<IDisposable?> TakeTurnAsync(CancellationToken stop) => default;

    /// <summary>From now on commits of this connection are not flushed one by one; null where the engine sees to that itself.</summary>
    private protected virtual ValueTask<SharedFlush?> ShareFlushAsync(CancellationToken stop) => default;

    /// <summary>Each commit of this connection is flushed by itself again.</summary>
    internal virtual ValueTask FlushAloneAsync() => default;

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

    /// <summary>
    /// The last to ask how long a text is, where a form has not: one engine would refuse it without a sentence and the other
    /// keep it without a limit.
    /// </summary>
    private static void RefuseTooLong(List<EntityEntry> entries)
    {
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified))
            foreach (var property in entry.Properties)
                if (property.CurrentValue is string text && property.Metadata.GetMaxLength() is { } most && text.Length > most)
                    throw new RuleException(new("data.too-long", most), property.Metadata.Name);
    }

    /// <summary>Those that have something to tell; whatever changes is a version further.</summary>
    private static List<Entity> Changed(List<EntityEntry> entries)
    {
        List<Entity> telling = [];
        foreach (var entry in entries)
        {
            if (entry.Entity is not Entity entity) continue;
            var tells = entity.Happenings.Count > 0;
            if (entry.State is EntityState.Modified || tells && entry.State is EntityState.Unchanged) entity.NextVersion();
            if (tells) telling.Add(entity);
        }
        return telling;
    }

    /// <summary>Asked plainly: this stands between every two writers.</summary>
    private async Task<(long Seq, string Hash)> LogHeadAsync(CancellationToken stop)
    {
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "select seq, hash from log order by seq desc limit 1";
        await using var row = await command.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetInt64(0), row.GetString(1)) : (0, LogEntry.Beginning);
    }

    private async Task AppendToLogAsync(List<Entity> changed, CancellationToken stop)
    {
        var (seq, hash) = await LogHeadAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;

        foreach (var happening in changed.SelectMany(entity => entity.Happenings).OrderBy(h => h.Order))
        {
            var row = LogEntry.After(hash, ++seq, happening, actor, now);
            hash = row.Hash;
            Log.Add(row);
        }
    }
}
