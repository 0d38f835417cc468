using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Data;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Actor actor, TimeProvider clock, DiskReserve? disk = null) : Db(options, actor, clock, disk)
{
    private const long LogLock = 4_170_625_900; // any number, the same on every node

    protected override Task LockLogAsync(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LogLock})", stop);
}
