using System.Security.Claims;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>
/// From the cookie to the person: the cookie holds only the name of a session. On every request the session is asked about, and
/// whether the log says anything new of the person.
/// </summary>
public static class SignedIn
{
    public const string Scheme = "session", Cookie = "__Host-atkaruu";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SessionQuestion>();
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
            if (await SessionAsync(context) is { } session && await FindAsync(context, session, context.RequestAborted) is var (actor, unread))
            {
                (current.Actor, current.Unread) = (actor, unread);
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

    private static async Task<(Actor Actor, int Unread)?> FindAsync(HttpContext context, Guid id, CancellationToken stop)
    {
        // In a scope of its own: the request's database is to be opened by the person, not by a visitor.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>());
        var (now, today) = (clock.Now(), clock.Today());
        if (await services.GetRequiredService<SessionQuestion>().AskAsync(db, id, now, stop) is not { } found) return null;

        // Who the person is and what they may do changes only with a row of the log that says so, and that was asked with the session.
        var marks = await services.GetRequiredService<LogHead>().TellAsync(context, found.Seq, stop);
        var actor = await services.GetRequiredService<KeptReadings>().GetAsync(marks, $"actor {found.PersonId}", today, s_people, () => ReadAsync(db, found.PersonId, today, stop));
        if (actor is null) return null;
        services.GetRequiredService<SeenSessions>().Saw(id, found.SeenAt, now);
        return (actor with { Session = id }, found.Unread);
    }

    private static readonly string[] s_people = ["person"];

    /// <summary>With the roles that hold today, one's own and those of who is away; null for whoever is not at work here.</summary>
    private static async Task<Actor?> ReadAsync(Db db, Guid id, DateOnly today, CancellationToken stop)
    {
        var found = await db.People.AsNoTracking().Where(p => p.Id == id && p.State == PersonState.Active).Select(p => new
        {
            p.Name, p.Body, p.Grants,
            Away = db.Delegations.Where(d => d.ToId == p.Id && d.EndedAt == null && d.From <= today && d.Until >= today)
                .Join(db.People.Where(a => a.State == PersonState.Active), d => d.FromId, a => a.Id, (d, a) => new { a.Name, a.Grants }).ToList(),
        }).SingleOrDefaultAsync(stop);
        return found is null ? null : new(id, found.Name)
        {
            Body = found.Body,
            Grants =
            [
                .. found.Grants.Where(grant => grant.HoldsOn(today)).Select(grant => grant.ToGrant()),
                .. found.Away.SelectMany(absent => absent.Grants.Where(grant => grant.HoldsOn(today)).Select(grant => grant.ToGrant() with { For = absent.Name })),
            ],
        };
    }
}
