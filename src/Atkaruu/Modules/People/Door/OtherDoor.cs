using System.Security.Claims;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People.Door;

/// <summary>
/// Another provider that may open the door, by OpenID Connect: the national ЕСИ or one of the district's own. It never makes
/// a person: it opens for whoever has bound their account there, from their own page or by their invitation.
/// </summary>
public sealed record OtherDoor(string? Authority, string? ClientId, string? Secret, string Name)
{
    public const string Scheme = "other", Start = "/sign-in/other", BindStart = "/account/other", Back = "/sign-in/other/back";

    private static readonly TimeSpan BindLasts = TimeSpan.FromMinutes(10);

    /// <param name="Invitation">The token of an invitation, when it is used to bind.</param>
    private sealed record Bind(Guid Person, Guid? Session, string? Invitation);

    public bool IsSet => Authority is not null && ClientId is not null;

    public static OtherDoor From(IConfiguration configuration) => new(
        configuration["ATKARUU_OIDC_AUTHORITY"], configuration["ATKARUU_OIDC_CLIENT_ID"], configuration["ATKARUU_OIDC_CLIENT_SECRET"], configuration["ATKARUU_OIDC_NAME"] ?? "OpenID");

    /// <summary>
    /// The address that binds the account of whoever is signed in. It holds a seal of this session, so that nobody else's
    /// page can send a browser there.
    /// </summary>
    internal static string BindAddress(Steps steps, Guid person, Guid session) =>
        BindStart + QueryString.Create("t", steps.Seal("bind", new Bind(person, session, null), BindLasts));

    /// <summary>The address that binds the account of whoever has been invited, instead of a password.</summary>
    internal static string BindAddress(Steps steps, Guid person, string invitation) =>
        Start + QueryString.Create("t", steps.Seal("bind", new Bind(person, null, invitation), BindLasts));

    internal void Configure(OpenIdConnectOptions options)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (Authority, ClientId, Secret);
        options.RequireHttpsMetadata = !new Uri(Authority!).IsLoopback;
        (options.ResponseType, options.ResponseMode, options.UsePkce) = ("code", "query", true);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.MapInboundClaims = false;
        options.ClaimActions.Remove("iss"); // it is taken away unless one asks for it
        options.SaveTokens = false;
        options.SignInScheme = SignedIn.Scheme;
        options.CallbackPath = Back;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy, cookie.Path) = (SameSiteMode.Lax, CookieSecurePolicy.Always, "/");
        options.Events.OnTicketReceived = ReceivedAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<OtherDoor>>().LogWarning(context.Failure, "The other provider did not let somebody in");
            context.HandleResponse();
            context.Response.Redirect(AccessControl.SignInPage + "?why=other");
            return Task.CompletedTask;
        };
    }

    internal static IResult Go(HttpContext context, string? back, string? t)
    {
        var properties = new AuthenticationProperties { RedirectUri = Doorstep.Local(back) };
        properties.Items["base"] = context.Request.PathBase.Value;
        properties.Items["bind"] = t;
        return Results.Challenge(properties, [Scheme]);
    }

    private static async Task ReceivedAsync(TicketReceivedContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        services.GetRequiredService<CurrentActor>().Actor = Actor.Visitor; // whoever this is, they are not signed in yet
        if (context.Properties!.Items["base"] is "/ru" or "/en") http.Request.PathBase = context.Properties.Items["base"];
        var (issuer, subject) = (context.Principal!.FindFirstValue("iss"), context.Principal!.FindFirstValue("sub"));
        var bind = services.GetRequiredService<Steps>().Open<Bind>("bind", context.Properties.Items["bind"]);
        var next = string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(subject) || subject.Length > 255 || issuer.Length > Limits.Line ? null
            : bind is not null ? await BindAsync(http, bind, issuer, subject)
            : string.IsNullOrEmpty(context.Properties.Items["bind"]) ? await EnterAsync(http, issuer, subject, context.ReturnUri) : null;

        context.HandleResponse();
        context.Response.Redirect(next ?? http.Request.PathBase + AccessControl.SignInPage + "?why=unknown");
    }

    private static async Task<string?> EnterAsync(HttpContext http, string issuer, string subject, string? back)
    {
        var users = http.RequestServices.GetRequiredService<UserManager<Person>>();
        return await users.FindByLoginAsync(issuer, subject) is { State: PersonState.Active } person
            ? await http.RequestServices.GetRequiredService<Door>().PassAsync(http, person, Proof.One, back) : null;
    }

    private static async Task<string?> BindAsync(HttpContext http, Bind bind, string issuer, string subject)
    {
        await using var own = http.RequestServices.CreateAsyncScope();
        var users = await own.ServiceProvider.AsPersonAsync(bind.Person);
        var (db, now) = (own.ServiceProvider.GetRequiredService<Db>(), own.ServiceProvider.GetRequiredService<TimeProvider>().Now());
        await using var whole = await db.BeginWriteAsync();
        var person = await users.FindByIdAsync(bind.Person.ToString("N"));
        if (person is null or { State: PersonState.Suspended } || await users.FindByLoginAsync(issuer, subject) is { } owner && owner.Id != person.Id) return null;

        if (bind.Invitation is { } token)
        {
            var hash = Invitation.HashOf(token);
            if (person.TotpOn || await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash && i.PersonId == person.Id) is not { } invitation || !invitation.IsOpen(now)) return null;
            invitation.Use(now);
            person.Activate();
        }
        else if (bind.Session is null || await SignedIn.SessionAsync(http) != bind.Session || await db.Sessions.FindAsync(bind.Session) is not { } session || !session.IsAlive(now)) return null;

        person.Bind(issuer, subject);
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return bind.Invitation is null ? http.Request.PathBase + "/account/safety" : await http.RequestServices.GetRequiredService<Door>().PassAsync(http, person, Proof.One, null);
    }
}

internal static class OtherDoors
{
    public static void AddOtherDoor(this IServiceCollection services, IConfiguration configuration)
    {
        var other = OtherDoor.From(configuration);
        services.AddSingleton(other);
        if (other.IsSet) services.AddAuthentication().AddOpenIdConnect(OtherDoor.Scheme, other.Configure);
    }

    public static void MapOtherDoor(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<OtherDoor>().IsSet) return;
        app.MapGet(OtherDoor.Start, (HttpContext context, string? back, string? t) => OtherDoor.Go(context, back, t)).OpenToAll();
        app.MapGet(OtherDoor.BindStart, (HttpContext context, string? t) => t is null ? Results.NotFound() : OtherDoor.Go(context, null, t)).WithMetadata(new SignedInOnlyAttribute());
    }
}
