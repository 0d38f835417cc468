using System.Net;
using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Credentials;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Tests.People;

public class SignInLimitsTests
{
    private const string Wrong = "туура эмес сырсөз", Stranger = "203.0.113.7", Office = "198.51.100.2";

    [Fact]
    public async Task Whoever_guesses_must_wait_longer_and_longer()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var guesser = app.VisitorFrom(Stranger);

        Assert.All(await TryAsync(guesser, "chynara", 5), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        var refused = await guesser.TryAsync("chynara", Entry.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        app.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal([HttpStatusCode.UnprocessableEntity], await TryAsync(guesser, "chynara", 1));
        app.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal([HttpStatusCode.TooManyRequests], await TryAsync(guesser, "chynara", 1));
    }

    [Fact]
    public async Task A_login_that_is_not_there_is_limited_alike()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);

        Assert.Equal(await TryAsync(app.VisitorFrom(Stranger), "chynara", 7), await TryAsync(app.VisitorFrom("203.0.113.8"), "nobody", 7));
    }

    [Fact]
    public async Task A_stranger_who_guesses_does_not_keep_the_owner_out()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        var own = app.VisitorFrom(Office);
        await own.TryAsync("chynara", Entry.Password);
        Assert.True(await own.IsInAsync());

        for (var i = 0; i < 25; i++) await app.VisitorFrom($"203.0.113.{i}").TryAsync("chynara", Wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.VisitorFrom("203.0.113.99").TryAsync("chynara", Wrong)).Status);

        await own.SubmitAsync(await own.VisitAsync("/sign-out"), "Чыгуу");
        await own.TryAsync("chynara", Entry.Password); // the same browser
        Assert.True(await own.IsInAsync());
        var beside = app.VisitorFrom(Office);
        await beside.TryAsync("chynara", Entry.Password); // another browser in the same office
        Assert.True(await beside.IsInAsync());
    }

    [Fact]
    public async Task One_address_cannot_try_many_logins()
    {
        await using var app = await App.StartAsync();
        var guesser = app.VisitorFrom(Stranger);

        List<HttpStatusCode> statuses = [];
        for (var i = 0; i < 31; i++) statuses.AddRange(await TryAsync(guesser, $"somebody{i}", 1));

        Assert.All(statuses[..30], status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[30]);
    }

    [Fact]
    public async Task Nothing_is_locked_for_good()
    {
        await using var app = await App.StartAsync();
        await app.GivePasswordAsync(Cast.Reporter);
        for (var i = 0; i < 25; i++) await app.VisitorFrom(Stranger).TryAsync("chynara", Wrong);

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var browser = app.VisitorFrom(Stranger);
        await browser.TryAsync("chynara", Entry.Password);

        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_storm_of_sign_ins_waits_at_the_gate_and_the_rest_is_told_to_come_back()
    {
        using var hasher = new SlowHasher();
        using var gate = new HashGate(hasher);
        var storm = Enumerable.Range(0, 100).Select(_ => Record.ExceptionAsync(() => gate.VerifyAsync(null, "x", known: false, default)).AsTask()).ToList();

        Assert.Equal(100 - HashGate.Strangers, storm.Count(task => task.IsCompleted && task.Result is BusyException));
        var known = gate.VerifyAsync(null, "x", known: true, default); // places kept for browsers that have been here before
        hasher.Go();

        Assert.Equal(PasswordVerificationResult.Failed, await known);
        await Task.WhenAll(storm);
        Assert.True(hasher.AtOnce <= Math.Max(1, Environment.ProcessorCount / 2), $"{hasher.AtOnce} at once");
    }

    private static async Task<HttpStatusCode[]> TryAsync(Browser browser, string login, int times)
    {
        List<HttpStatusCode> statuses = [];
        for (var i = 0; i < times; i++) statuses.Add((await browser.TryAsync(login, Wrong)).Status);
        return [.. statuses];
    }

    private sealed class SlowHasher : IPasswordHasher<Person>, IDisposable
    {
        private readonly ManualResetEventSlim _go = new();
        private int _now;

        public int AtOnce { get; private set; }

        public void Go() => _go.Set();

        public void Dispose() => _go.Dispose();

        public string HashPassword(Person user, string password) => "";

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            AtOnce = Math.Max(AtOnce, Interlocked.Increment(ref _now));
            _go.Wait();
            Interlocked.Decrement(ref _now);
            return PasswordVerificationResult.Failed;
        }
    }
}
