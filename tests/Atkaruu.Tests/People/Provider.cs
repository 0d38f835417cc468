using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using System.Security.Claims;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Atkaruu.Tests.People;

/// <summary>An OpenID Connect provider on this machine (OpenIddict), where everybody is whoever the test says.</summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string Client = "atkaruu", Secret = "a secret between two programs";

    private readonly WebApplication _app;
    private readonly SqliteConnection _database;

    private Provider(WebApplication app, SqliteConnection database) => (_app, _database) = (app, database);

    /// <summary>Who has signed in there.</summary>
    public string Subject { get; set; } = "5f2c";

    public string Address => _app.Urls.First() + "/";

    public (string, string)[] Settings =>
        [("ATKARUU_OIDC_AUTHORITY", Address), ("ATKARUU_OIDC_CLIENT_ID", Client), ("ATKARUU_OIDC_CLIENT_SECRET", Secret), ("ATKARUU_OIDC_NAME", "ЕСИ")];

    public static async Task<Provider> StartAsync()
    {
        var database = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Atkaruu.Tests", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(database).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var app = builder.Build();
        var provider = new Provider(app, database);
        app.MapGet("/authorize", () => Results.SignIn(provider.Whoever(), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
            await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = Client, ClientSecret = Secret, RedirectUris = { new("https://localhost/sign-in/other/back") },
                Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code },
            });
        }
        await app.StartAsync();
        return provider;
    }

    /// <summary>Follows a browser here and back again, and says where it is sent.</summary>
    public async Task<HttpResponseMessage> VisitAsync(Browser browser, string start)
    {
        var away = (await browser.GetAsync(start)).Headers.Location!;
        Assert.StartsWith(Address, away.ToString(), StringComparison.Ordinal);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = (await http.GetAsync(away)).Headers.Location!;
        var answer = await browser.GetAsync(back.PathAndQuery);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private ClaimsPrincipal Whoever()
    {
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, Subject));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(Scopes.OpenId);
        principal.SetDestinations(_ => [Destinations.IdentityToken]);
        return principal;
    }
}
