using System.Collections.Concurrent;
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
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
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

/// <summary>A transaction of the only writer.</summary>
public sealed class Write : IAsyncDisposable
{
    private readonly Db _db;
    private readonly IDbContextTransaction _transaction;
    private readonly IDisposable? _turn;
    private readonly SharedFlush? _flush;

    internal Write(Db db, IDbContextTransaction transaction, IDisposable? turn, SharedFlush? flush) => (_db, _transaction, _turn, _flush) = (db, transaction, turn, flush);

    /// <summary>
    /// Makes it so, and comes back when it outlasts a power cut. The next writer's turn begins before that, and not when this is
    /// disposed: those who follow each other closely are flushed together.
    /// </summary>
    public async Task CommitAsync(CancellationToken stop = default)
    {
        _flush?.Begin();
        try
        {
            await DiskFull.SayAsync(_transaction.CommitAsync(stop));
        }
        finally
        {
            _flush?.Written();
        }
        _turn?.Dispose();
        if (_flush is not null) await _flush.LastingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await _db.FlushAloneAsync();
        }
        finally
        {
            _turn?.Dispose();
        }
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Actor actor, TimeProvider clock, DiskReserve? disk = null) : Db(options, actor, clock, disk)
{
    /// <summary>BEGIN DEFERRED: a reader, who keeps nobody waiting.</summary>
    protected override ValueTask<DbTransaction> BeginMomentAsync(DbConnection connection, CancellationToken stop) =>
        new(((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    /// <summary>BEGIN IMMEDIATE has already made this the only writer.</summary>
    protected override Task LockLogAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>
    /// One writer of this process at a time, in the order they came: SQLite itself would have them ask again and again, and
    /// whoever asks at the wrong moment waits longest.
    /// </summary>
    protected override async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken stop)
    {
        var line = LineOf(Database.GetDbConnection().DataSource).Line;
        await line.WaitAsync(stop);
        return new Turn(line);
    }

    /// <summary>Shared by all who write to this file.</summary>
    internal static SharedFlush FlushOf(string file) => LineOf(file).Flush;

    /// <summary>The pragma holds for this connection and outside transactions only, so it is said before one begins.</summary>
    private protected override async ValueTask<SharedFlush?> ShareFlushAsync(CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        _shares = true;
        SqliteSettings.Say(Database.GetDbConnection(), "pragma synchronous=normal");
        return FlushOf(Database.GetDbConnection().DataSource);
    }

    internal override async ValueTask FlushAloneAsync()
    {
        if (!_shares) return;
        _shares = false;
        try
        {
            SqliteSettings.Say(Database.GetDbConnection(), "pragma synchronous=full");
        }
        finally
        {
            await Database.CloseConnectionAsync(); // and one that comes back from the pool is told again
        }
    }

    private bool _shares;

    private static (SemaphoreSlim Line, SharedFlush Flush) LineOf(string file) => s_lines.GetOrAdd(file, file => (new(1), SharedFlush.Of(file)));

    private static readonly ConcurrentDictionary<string, (SemaphoreSlim Line, SharedFlush Flush)> s_lines = new();

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) line.Release();
        }
    }

    /// <summary>Microsoft.Data.Sqlite begins a serializable transaction with BEGIN IMMEDIATE: no deadlock between reading and writing.</summary>
    protected override IsolationLevel Isolation => IsolationLevel.Serializable;
}

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Actor actor, TimeProvider clock, DiskReserve? disk = null) : Db(options, actor, clock, disk)
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
