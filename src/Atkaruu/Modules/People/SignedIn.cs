using System.Security.Claims;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>
/// From the cookie to the person: the cookie holds only the name of a session, and the session and the person are asked
/// about on every request.
/// </summary>
public static class SignedIn
{
    public const string Scheme = "session", Cookie = "__Host-atkaruu";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped(services => services.GetRequiredService<CurrentActor>().Actor);
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = Session.Longest;
            options.SlidingExpiration = false; // the session knows how long it lives
        });
    }

    /// <summary>Every request of the web acts as a visitor until its session has been found alive.</summary>
    public static void UseSignedIn(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        if (context.Request.Path != ErrorPages.Page || current.Actor == Actor.System)
        {
            current.Actor = Actor.Visitor;
            context.User = new();
            if (await SessionAsync(context) is { } session && await FindAsync(context.RequestServices, session, context.RequestAborted) is { } actor)
            {
                current.Actor = actor;
                context.User = Ticket(session);
            }
        }
        if (current.Actor.IsPerson) context.Response.Headers.CacheControl = "private, no-store";
        await next(context);
    });

    /// <summary>What the cookie says: the session, and nothing about the person.</summary>
    public static ClaimsPrincipal Ticket(Session session) => Ticket(session.Id);

    private static ClaimsPrincipal Ticket(Guid session) => new(new ClaimsIdentity([new(ClaimTypes.Sid, session.ToString("N"))], Scheme));

    /// <summary>The session that the cookie names, alive or not.</summary>
    internal static async Task<Guid?> SessionAsync(HttpContext context) =>
        context.Request.Cookies.ContainsKey(Cookie) && await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } principal }
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.Sid), out var session) ? session : null;

    private static async Task<Actor?> FindAsync(IServiceProvider services, Guid id, CancellationToken stop)
    {
        // In a scope of its own: the request's database is to be opened by the person, not by a visitor.
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var (now, today) = (clock.Now(), clock.Today());
        var (oldest, unseen) = (now - Session.Longest, now - Session.Idle);
        var found = await db.Sessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null && s.BeganAt > oldest && s.SeenAt > unseen)
            .Join(db.People.Where(p => p.State == PersonState.Active), s => s.PersonId, p => p.Id, (s, p) => new
            {
                s.SeenAt, p.Id, p.Name, p.Body, p.Grants,
                Away = db.Delegations.Where(d => d.ToId == p.Id && d.EndedAt == null && d.From <= today && d.Until >= today)
                    .Join(db.People.Where(a => a.State == PersonState.Active), d => d.FromId, a => a.Id, (d, a) => new { a.Name, a.Grants }).ToList(),
            })
            .SingleOrDefaultAsync(stop);
        if (found is null) return null;
        services.GetRequiredService<SeenSessions>().Saw(id, found.SeenAt, now);
        return new Actor(found.Id, found.Name)
        {
            Session = id,
            Body = found.Body,
            Grants =
            [
                .. found.Grants.Where(grant => grant.HoldsOn(today)).Select(grant => grant.ToGrant()),
                .. found.Away.SelectMany(absent => absent.Grants.Where(grant => grant.HoldsOn(today)).Select(grant => grant.ToGrant() with { For = absent.Name })),
            ],
        };
    }
}
