using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Atkaruu.Data;

// `./dev migration NAME` asks these two for a context of each engine; no server is needed.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteFile("design.db");
        return new(options.Options, Actor.System, TimeProvider.System);
    }
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        options.UsePostgres("Host=localhost");
        return new(options.Options, Actor.System, TimeProvider.System);
    }
}
