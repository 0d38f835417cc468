using System.CommandLine;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Cli;

/// <summary>What a command has at hand: its answers' language and, when it asks, the database.</summary>
internal sealed class CommandScope(ParseResult parsed, string language) : IAsyncDisposable
{
    private Db? _db;

    public string Language => language;

    public void Say(string key, params object?[] args) => Console.Out.WriteLine(Texts.All.Say(language, key, args));

    /// <summary>The database, migrated, of <c>--data</c> or the environment.</summary>
    public async Task<Db> DbAsync()
    {
        if (_db is not null) return _db;
        var place = DataPlace.From(parsed.GetValue(CommandLine.DataFolder), new ConfigurationBuilder().AddEnvironmentVariables().Build());
        _db = place.IsPostgres
            ? new PostgresDb(Options<PostgresDb>(o => o.UsePostgres(place.Connection!)), Actor.System, TimeProvider.System)
            : new SqliteDb(Options<SqliteDb>(o => o.UseSqliteFile(place.SqliteFile)), Actor.System, TimeProvider.System);
        await _db.PrepareAsync(place);
        return _db;
    }

    public async ValueTask DisposeAsync()
    {
        if (_db is not null) await _db.DisposeAsync();
    }

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> choose) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        choose(options);
        return options.Options;
    }
}
