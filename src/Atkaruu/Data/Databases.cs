using System.Data.Common;
using System.Runtime.CompilerServices;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Atkaruu.Data;

/// <summary>Where the data are: the folder (database, evidence, keys) and the engine.</summary>
/// <param name="Folder">An absolute path. Made when missing.</param>
/// <param name="Connection">A PostgreSQL connection («Host=…»); null for SQLite in the folder.</param>
public sealed record DataPlace(string Folder, string? Connection)
{
    public const string FolderVariable = "ATKARUU_DATA", DbVariable = "ATKARUU_DB";

    public bool IsPostgres => Connection is not null;
    public string SqliteFile => Path.Combine(Folder, "atkaruu.db");

    /// <summary>From the option, the environment, or <see cref="Usual"/>, in this order.</summary>
    public static DataPlace From(string? folder, IConfiguration configuration)
    {
        var connection = configuration[DbVariable];
        if (connection is not null && !connection.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            throw new RuleException(new("data.connection"));
        return new(Path.GetFullPath(folder ?? configuration[FolderVariable] ?? Usual()), connection);
    }

    /// <summary><c>data/</c> beside the repository's root when run from one, else in the working folder.</summary>
    private static string Usual()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Atkaruu.slnx"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? Environment.CurrentDirectory, "data");
    }
}

internal static class Databases
{
    /// <summary>WAL-reset bug of 3.7.0–3.51.2: rare corruption with two connections that write and checkpoint.</summary>
    private static readonly Version OldestSafeSqlite = new(3, 51, 3);

    public static void AddDatabase(this IServiceCollection services, DataPlace place)
    {
        services.AddSingleton(place);
        services.AddSingleton<Bell>();
        services.AddSingleton<LogHead>();
        services.AddSingleton<KeptReadings>();
        // The options are the same for every request: made once.
        if (place.IsPostgres)
            services.AddDbContext<Db, PostgresDb>((all, o) => o.UsePostgres(place.Connection!).AddInterceptors(all.GetRequiredService<Bell>()), optionsLifetime: ServiceLifetime.Singleton);
        else
            services.AddDbContext<Db, SqliteDb>((all, o) => o.UseSqliteFile(place.SqliteFile).AddInterceptors(all.GetRequiredService<Bell>()), optionsLifetime: ServiceLifetime.Singleton);
    }

    public static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention();

    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string file, bool pooling = true) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooling, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
            .AddInterceptors(SqliteSettings.Instance)
            .UseSnakeCaseNamingConvention();

    /// <summary>Brings the tables up to date. Refuses an engine that could lose data, and says so.</summary>
    public static async Task PrepareAsync(this Db db, DataPlace place, CancellationToken stop = default)
    {
        if (!place.IsPostgres)
        {
            RefuseOldSqlite(SqliteVersion());
            MakeFolder(place.Folder);
        }
        if (!await IsUpToDateAsync(db, stop)) await db.Database.MigrateAsync(stop);
    }

    /// <summary>Whether the newest migration has been made: asked plainly, because asking the framework costs a third of the start.</summary>
    private static async Task<bool> IsUpToDateAsync(Db db, CancellationToken stop)
    {
        try
        {
            await db.Database.OpenConnectionAsync(stop);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = """select max(migration_id) from "__EFMigrationsHistory" """;
            return await command.ExecuteScalarAsync(stop) is string newest && newest == db.Database.GetMigrations().Last();
        }
        catch (DbException)
        {
            return false; // no database yet, or no such table
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <exception cref="RuleException"><c>data.sqlite-old</c>.</exception>
    internal static void RefuseOldSqlite(Version version)
    {
        if (version < OldestSafeSqlite) throw new RuleException(new("data.sqlite-old", version.ToString(), OldestSafeSqlite.ToString()));
    }

    private static Version SqliteVersion()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        return Version.Parse(memory.ServerVersion);
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RuleException(new("data.folder", folder));
        }
    }

    /// <summary>A unique value that is there already, in the words of either engine.</summary>
    public static bool IsDuplicate(this DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    /// <summary>
    /// The database server is being restarted, or cannot be reached: what was asked may be asked again. A connection that broke
    /// leaves the pool by itself; its neighbours, which the restart broke too, do so when they are next used.
    /// </summary>
    public static bool IsAway(Exception? failure) => failure switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => true,
        PostgresException => false,
        NpgsqlException => true,
        _ => IsAway(failure.InnerException),
    };
}

/// <summary>
/// What every SQLite connection is told when it first opens. A commit answers only after fsync (<c>synchronous=FULL</c>, or the
/// <see cref="SharedFlush"/> of a writer's turn): a saved change survives power loss. Readers do not wait for the writer (WAL); a
/// second writer waits ten seconds.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    private const string Pragmas = "pragma busy_timeout=10000; pragma journal_mode=wal; pragma synchronous=full; pragma temp_store=memory;";

    /// <summary>The engine's own connections that have been told: one that comes back from the pool remembers.</summary>
    private readonly ConditionalWeakTable<object, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (((SqliteConnection)connection).Handle is not { } handle) return;
        var told = _told.TryGetValue(handle, out _);
        Say(connection, told ? "pragma synchronous=full" : Pragmas); // said always: another may have shared its flush and been cut short
        if (!told) _told.TryAdd(handle, this);
    }

    public static void Say(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData); // SQLite is never asynchronous
        return Task.CompletedTask;
    }
}
