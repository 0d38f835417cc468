using System.Net;
using System.Text.RegularExpressions;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Atkaruu.Tests.BadDays;

/// <summary>One return to send: what it is about, and the key of its form.</summary>
internal sealed record Sent(string Period, string Measure, string Body, Guid Key, Guid Indicator, int Version = -1)
{
    public string Path => $"/write/{Period}/{Measure}/{Body}";
}

/// <summary>
/// People at browsers who send returns to a program that may die: a database with open periods, and 32 reporters who have
/// signed in, on the real clock. The sessions are made beforehand with the program's own keys.
/// </summary>
internal sealed partial class Reporters : IAsyncDisposable
{
    public const int Count = 32;

    private readonly WebApplication _beside;
    private readonly TestDatabase? _database;
    private readonly List<string> _cookies = [];
    private readonly string?[] _forms = new string?[Count], _tokens = new string?[Count];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Count }) { Timeout = TimeSpan.FromSeconds(20) };

    private Reporters(WebApplication beside, TestDatabase? database, string folder, string? connection) => (_beside, _database, Folder, Connection) = (beside, database, folder, connection);

    public string Folder { get; }
    public string? Connection { get; }
    public Queue<Sent> Jobs { get; private set; } = [];

    /// <summary>On a database of the tests' engine.</summary>
    public static Task<Reporters> GatherAsync()
    {
        var database = TestDatabase.CopyOfTemplate();
        return GatherAsync(database, database.Folder, database.Connection);
    }

    public static async Task<Reporters> GatherAsync(TestDatabase? database, string folder, string? connection)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Atkaruu", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration[DataPlace.FolderVariable] = folder;
        builder.Configuration[DataPlace.DbVariable] = connection;
        builder.Logging.ClearProviders();
        var gathered = new Reporters(Site.Build(builder), database, folder, connection);
        await Site.PrepareAsync(gathered._beside);
        await gathered.SignInAsync();
        await gathered.OpenPeriodsAsync();
        return gathered;
    }

    public async Task<T> InDbAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = _beside.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Presses «send»; where it leads when it was taken. Throws when there is no answer.</summary>
    public async Task<(HttpStatusCode Status, string? To)> SendAsync(Server server, int who, Sent it)
    {
        if (_tokens[who] is null) await OpenAsync(server, who, it);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, it.Path + "?handler=Submit"))
        {
            Content = new FormUrlEncodedContent([
                new("__RequestVerificationToken", _tokens[who]!), new("Key", it.Key.ToString()), new("Version", $"{it.Version}"), new("Done", $"Иш {it.Key}"),
                new("Values[0].Indicator", it.Indicator.ToString()), new("Values[0].Value", "7")]),
        };
        Sign(request, $"{_cookies[who]}; {_forms[who]}");
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    private async Task OpenAsync(Server server, int who, Sent it)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, it.Path));
        Sign(request, _cookies[who]);
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{it.Path} answers {answer.StatusCode}");
        _forms[who] = answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("__Host-atkaruu-form", StringComparison.Ordinal)).Split(';')[0];
        _tokens[who] = Token().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static void Sign(HttpRequestMessage request, string cookies)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
    }

    private async Task SignInAsync()
    {
        var protect = _beside.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignedIn.Scheme).TicketDataFormat;
        await InDbAsync(async db =>
        {
            for (var i = 0; i < Count; i++)
            {
                var person = Person.Invite($"reporter{i}", $"Кабарчы {i}", null, [new Grant(Role.Reporter, Scope.Everything)]);
                person.Activate();
                var session = new Session { PersonId = person.Id, BeganAt = DateTime.UtcNow, Device = "test", Address = "127.0.0.1" };
                db.AddRange(person, session);
                var ticket = new AuthenticationTicket(SignedIn.Ticket(session), new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, SignedIn.Scheme);
                _cookies.Add($"{SignedIn.Cookie}={protect.Protect(ticket)}");
            }
            return await db.SaveChangesAsync();
        });
    }

    private async Task OpenPeriodsAsync()
    {
        var plan = (await _beside.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        var spans = Enumerable.Range(2030, 20).SelectMany(year => Enum.GetValues<SpanKind>().SelectMany(kind => Span.Of(year, kind))).ToList();
        await InDbAsync(async db =>
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            foreach (var span in spans)
            {
                var period = Period.Plan(plan.Programme.Id, span, today.AddDays(-10), today.AddDays(20), today.AddDays(50));
                period.Advance(DateTime.UtcNow);
                db.Add(period);
            }
            return await db.SaveChangesAsync();
        });
        var duties = plan.Measures.Where(m => m.State == MeasureState.InForce && plan.Indicators(m).Any()).SelectMany(plan.DutiesOf).Where(d => d.EntersValues).ToList();
        Jobs = new(from span in spans from duty in duties select new Sent(span.Code, duty.Measure.Code, duty.Body.Code, Guid.NewGuid(), plan.Indicators(duty.Measure).First().Id));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _beside.DisposeAsync();
        _database?.Delete();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
