using System.Net;
using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Atkaruu.Tests;

/// <summary>
/// The whole application on a database of its own, with the plan of Chon-Alay loaded and the clock standing still.
/// TEST_DB («Host=…») picks PostgreSQL; SQLite when it is not set.
/// </summary>
public sealed class App : IAsyncDisposable
{
    /// <summary>22 November 2026, nine in the morning in Daroot-Korgon.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private App(WebApplication app, TestDatabase database, FakeTimeProvider clock, QueryCounter queries) => (_app, _database, Clock, Queries) = (app, database, clock, queries);

    public FakeTimeProvider Clock { get; }

    /// <summary>Counts the questions to the database.</summary>
    public QueryCounter Queries { get; }
    public IServiceProvider Services => _app.Services;
    public string DataFolder => _database.Folder;

    /// <param name="settings">As the environment would give them.</param>
    public static Task<App> StartAsync(params (string Name, string Value)[] settings) => StartAsync(TestDatabase.CopyOfTemplate(), settings);

    /// <summary>With services of the test's own in the place of the application's.</summary>
    public static Task<App> StartWithAsync(Action<IServiceCollection> own, params (string Name, string Value)[] settings) => StartAsync(TestDatabase.CopyOfTemplate(), null, own, settings);

    /// <summary>The program ends, and begins again on what it left.</summary>
    public async Task<App> RestartAsync(Action<IServiceCollection> own)
    {
        await _app.DisposeAsync();
        var again = await StartAsync(_database, null, own);
        again.Clock.SetUtcNow(Clock.GetUtcNow());
        return again;
    }

    /// <summary>An application on an empty database: what first run finds.</summary>
    public static Task<App> StartEmptyAsync() => StartAsync(TestDatabase.Empty());

    /// <summary>An application whose clock the invented history may move.</summary>
    public static Task<App> StartOnDemoClockAsync() => StartAsync(TestDatabase.CopyOfTemplate(), new Atkaruu.Demo.DemoClock(), null);

    public Browser Visitor() => new(_app.GetTestServer().CreateHandler());

    /// <summary>Somebody at another address.</summary>
    public Browser VisitorFrom(string address) => new(_app.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(address)));

    /// <summary>One of the cast at a browser that is signed in. The person is made when first met.</summary>
    public async Task<Browser> SignInAsync(Cast who)
    {
        var session = await InDbAsync(async db =>
        {
            var person = await who.InAsync(db);
            var made = new Session { PersonId = person.Id, BeganAt = Clock.Now(), Device = "test", Address = "127.0.0.1" };
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignedIn.Scheme);
        var ticket = new AuthenticationTicket(SignedIn.Ticket(session), new() { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(1) }, SignedIn.Scheme);
        return Visitor().With(SignedIn.Cookie, cookies.TicketDataFormat.Protect(ticket));
    }

    /// <summary>Does something as one of the cast, without a browser: as the pages do, through the entities' verbs.</summary>
    public async Task<T> AsAsync<T>(Cast who, Func<Db, Actor, Task<T>> work)
    {
        var actor = await InDbAsync(async db =>
        {
            var person = await who.InAsync(db);
            return new Actor(person.Id, person.Name) { Body = person.Body, Grants = [.. person.Grants.Select(g => g.ToGrant())] };
        });
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await work(scope.ServiceProvider.GetRequiredService<Db>(), actor);
    }

    public async Task<T> InDbAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public Task InDbAsync(Func<Db, Task> work) => InDbAsync(async db =>
    {
        await work(db);
        return 0;
    });

    /// <summary>The plan in force.</summary>
    public async Task<PlanInForce> PlanAsync() => (await Services.GetRequiredService<PlanShelf>().CurrentAsync())!;

    public Task<string[]> WhatHappenedToAsync(Entity thing) =>
        InDbAsync(db => db.Log.Where(l => l.To == thing.Id).OrderBy(l => l.Seq).Select(l => l.What).ToArrayAsync());

    /// <summary>Lets everybody who reads the log read it to its end, as the worker does beside the pages.</summary>
    public Task DrainLogAsync() => Services.GetRequiredService<Worker>().DrainAsync(patient: false, CancellationToken.None);

    /// <summary>Does a piece of timed work now.</summary>
    public Task RunTimetableAsync(string name) => Services.GetRequiredService<Timetable>().RunAsync(name, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _database.Delete();
    }

    private static Task<App> StartAsync(TestDatabase database, params (string Name, string Value)[] settings) => StartAsync(database, null, null, settings);

    private static async Task<App> StartAsync(TestDatabase database, TimeProvider? another, Action<IServiceCollection>? own, params (string Name, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(Now);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Atkaruu", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration[DataPlace.FolderVariable] = database.Folder;
        builder.Configuration[DataPlace.DbVariable] = database.Connection;
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(another ?? clock);
        own?.Invoke(builder.Services);
        var queries = new QueryCounter();
        builder.Services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(queries));
        builder.Services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(queries));
        builder.Services.PostConfigure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1_000); // what is slow on purpose
        var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        await app.StartAsync();
        return new(app, database, clock, queries);
    }
}

/// <summary>A database of a test's own: a copy of a migrated and loaded template, which is fast on both engines.</summary>
internal sealed record TestDatabase(string Folder, string? Connection)
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_DB") is { Length: > 0 } server ? server : null;
    private static readonly Lazy<TestDatabase> Template = new(() => MakeTemplateAsync().GetAwaiter().GetResult());

    public static TestDatabase Empty()
    {
        var folder = Directory.CreateTempSubdirectory("atkaruu-test-").FullName;
        return new(folder, Server is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = $"t_{Guid.NewGuid():N}", Pooling = false }.ToString());
    }

    public static TestDatabase CopyOfTemplate()
    {
        var (template, copy) = (Template.Value, Empty());
        if (copy.Connection is null)
            File.Copy(Path.Combine(template.Folder, "atkaruu.db"), Path.Combine(copy.Folder, "atkaruu.db"));
        else
            lock (Template) Run($"create database {Name(copy.Connection)} template {Name(template.Connection!)}");
        return copy;
    }

    public void Delete()
    {
        if (Connection is not null) Run($"drop database if exists {Name(Connection)} with (force)");
        else SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Name(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static void Run(string sql)
    {
        using var server = NpgsqlDataSource.Create(Server!);
        using var command = server.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private static async Task<TestDatabase> MakeTemplateAsync()
    {
        var template = Empty();
        var place = new DataPlace(template.Folder, template.Connection);
        await using (var db = Open(place))
        {
            await db.PrepareAsync(place);
            await FirstRun.LoadAsync(db, BundledPlan.ChonAlay, new FakeTimeProvider(App.Now));
        }
        return template;
    }

    private static Db Open(DataPlace place)
    {
        if (place.IsPostgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>();
            postgres.UsePostgres(place.Connection!);
            return new PostgresDb(postgres.Options, Actor.System, new FakeTimeProvider(App.Now));
        }

        // Without pooling the file is closed, and so whole, when the context is disposed.
        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        sqlite.UseSqliteFile(place.SqliteFile, pooling: false);
        return new SqliteDb(sqlite.Options, Actor.System, new FakeTimeProvider(App.Now));
    }
}
