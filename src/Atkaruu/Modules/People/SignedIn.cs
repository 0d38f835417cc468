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
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
        });
    }

    /// <summary>Every request of the web acts as a visitor until its session has been found alive.</summary>
    public static void UseSignedIn(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        current.Actor = Actor.Visitor;
        if (context.Request.Headers.Cookie.Count > 0 && await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } principal }
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.Sid), out var session)
            && await FindAsync(context.RequestServices, session, context.RequestAborted) is { } actor)
        {
            current.Actor = actor;
            context.User = principal;
            context.Response.Headers.CacheControl = "private, no-store";
        }
        await next(context);
    });

    /// <summary>What the cookie says: the session, and nothing about the person.</summary>
    public static ClaimsPrincipal Ticket(Session session) => new(new ClaimsIdentity([new(ClaimTypes.Sid, session.Id.ToString("N"))], Scheme));

    private static async Task<Actor?> FindAsync(IServiceProvider services, Guid id, CancellationToken stop)
    {
        // In a scope of its own: the request's database is to be opened by the person, not by a visitor.
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var person = await db.Sessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null)
            .Join(db.People.Include(p => p.Grants), s => s.PersonId, p => p.Id, (s, p) => p)
            .AsNoTracking().SingleOrDefaultAsync(stop);
        return person is not { State: PersonState.Active } ? null : new Actor(person.Id, person.Name)
        {
            Session = id,
            Body = person.Body,
            Grants = [.. person.Grants.Select(grant => grant.ToGrant())],
        };
    }
}
