using System.Collections.Concurrent;
using System.Net;
using Atkaruu.Data;
using Atkaruu.Journeys;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Atkaruu.Journeys;

/// <summary>The application on a port of its own with the plan loaded, and one Chromium for all journeys.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-journey-").FullName;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;
    private bool _borrowed;

    /// <summary>localhost, where a browser takes secure cookies without TLS.</summary>
    public string Address { get; private set; } = "";
    public IServiceProvider Services => _app.Services;

    /// <summary>22 November 2026, nine in the morning in Daroot-Korgon; the journey moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    /// <summary>A site of its own for a journey that begins with nobody in it; it shares the browser.</summary>
    public async Task<RunningSite> AnotherAsync()
    {
        var other = new RunningSite { _chromium = _chromium, _borrowed = true };
        await other.InitializeAsync();
        return other;
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Atkaruu", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration[DataPlace.FolderVariable] = _folder;
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        _app = Web.Site.Build(builder);
        await Web.Site.PrepareAsync(_app);
        await _app.StartAsync();
        Address = _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        if (_borrowed) return;

        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A person with a screen of this width. Whatever a page writes to the console as an error fails the journey at the end.</summary>
    public async Task<Person> SomebodyAsync(int width = 1280, bool script = true, bool dark = false)
    {
        var context = await _chromium.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(30_000);
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_borrowed)
        {
            await _chromium.DisposeAsync();
            _playwright.Dispose();
        }
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Somebody at a browser.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Person(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error") _complaints.Add(message.Text); };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }
    public IBrowserContext Context => _context;

    /// <summary>What the browser complained about: script errors, things the content security policy refused.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task<Person> OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        return this;
    }

    /// <summary>How many bytes came when this was opened. They are counted when all is there, not while it comes.</summary>
    public async Task<int> WeightAsync(string path)
    {
        ConcurrentBag<IResponse> answers = [];
        Page.Response += (_, response) => answers.Add(response);
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return (await Task.WhenAll(answers.Select(answer => answer.Request.SizesAsync()))).Sum(sizes => sizes.ResponseBodySize);
    }

    /// <summary>WCAG 2.2 AA as far as axe can see it: one line for each violation.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} – {n.Html}"))];
    }

    /// <summary>The first to go away from a page while it loads has nothing to complain about.</summary>
    public void Forgive() => _complaints.Clear();

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
