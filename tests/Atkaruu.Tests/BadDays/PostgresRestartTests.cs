using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Atkaruu.Data;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.BadDays;

/// <summary>The database server is restarted while 32 people send their returns, who try again until they have an answer.</summary>
public class PostgresRestartTests
{
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_restart_of_PostgreSQL_loses_and_doubles_nothing_and_the_pages_are_back_within_5_seconds()
    {
        if (Environment.GetEnvironmentVariable("TEST_DB") is not { Length: > 0 }) return; // the tests run on SQLite now
        await using var cluster = await Cluster.StartAsync();
        var folder = Directory.CreateTempSubdirectory("atkaruu-test-").FullName;
        await using var reporters = await Reporters.GatherAsync(null, folder, cluster.Connection);
        await using var server = await Server.StartAsync(folder, cluster.Connection);

        var taken = new ConcurrentDictionary<Guid, TimeSpan>();
        var clock = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var sending = Enumerable.Range(0, Reporters.Count).Select(async who =>
        {
            while (!over.IsCancellationRequested)
            {
                Sent it;
                lock (reporters.Jobs) it = reporters.Jobs.Dequeue();
                while (!taken.ContainsKey(it.Key))
                    try
                    {
                        var (status, _) = await reporters.SendAsync(server, who, it);
                        if (status == HttpStatusCode.Redirect) taken[it.Key] = clock.Elapsed;
                        else
                        {
                            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                            await Task.Delay(50);
                        }
                    }
                    catch (InvalidOperationException) // the form could not be opened
                    {
                        await Task.Delay(50);
                    }
            }
        }).ToList();

        while (taken.Count < 4 * Reporters.Count && clock.Elapsed < TimeSpan.FromMinutes(1)) await Task.Delay(50); // everybody is at it
        await cluster.RestartAsync();
        var restarted = clock.Elapsed;
        await Task.Delay(Back);
        over.Cancel();
        await Task.WhenAll(sending);

        Npgsql.NpgsqlConnection.ClearAllPools(); // those of this process, which saw the restart too
        Assert.Contains(taken.Values, at => at > restarted && at < restarted + Back);
        await reporters.InDbAsync(async db =>
        {
            var returns = await db.Returns.AsNoTracking().Include(r => r.Values).ToListAsync();
            Assert.Equal(taken.Keys.Order(), returns.Select(r => r.WrittenWith!.Value).Order());
            Assert.All(returns, made => Assert.Equal((ReturnState.Submitted, 1), (made.State, made.Values.Count)));
            Assert.Equal(returns.Count, await db.Receipts.CountAsync());
            Assert.Equal(returns.Count, await db.Log.CountAsync(l => l.What == "return.submitted"));
            Assert.Null((await Audit.VerifyAsync(db)).Broken);
            return true;
        });
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A PostgreSQL of this test's own, on a free port, which it may restart.</summary>
    private sealed class Cluster : IAsyncDisposable
    {
        private readonly string _bin = Path.GetDirectoryName(Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", "initdb")).Where(File.Exists).Max()!)!;
        private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-pg-").FullName;
        private readonly int _port = Server.FreePort();

        public string Connection => $"Host=127.0.0.1;Port={_port};Username=atkaruu;Database=postgres";

        public static async Task<Cluster> StartAsync()
        {
            var cluster = new Cluster();
            if (Environment.UserName == "root") await RunAsync("chown", "postgres", cluster._folder); // PostgreSQL refuses to run as root
            await cluster.AsPostgresAsync("initdb", "-D", cluster.Data, "-U", "atkaruu", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
            await cluster.ControlAsync("start");
            return cluster;
        }

        public Task RestartAsync() => ControlAsync("restart", "-m", "immediate");

        public async ValueTask DisposeAsync()
        {
            await AsPostgresAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate");
            Directory.Delete(_folder, recursive: true);
        }

        private string Data => Path.Combine(_folder, "data");

        private Task ControlAsync(string what, params string[] how) => AsPostgresAsync("pg_ctl", [what, "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), .. how,
            "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=200"]);

        private Task AsPostgresAsync(string program, params string[] arguments) => Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_bin, program), .. arguments])
            : RunAsync(Path.Combine(_bin, program), arguments);

        private static async Task RunAsync(string program, params string[] arguments)
        {
            using var process = Process.Start(program, arguments); // its output is ours: the server would keep a pipe open
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
