using Atkaruu.Kernel;

namespace Atkaruu.Web;

/// <summary>Who may open a page or call an address. What has none of these is not there for anybody (404), and fails a test.</summary>
public interface IAccess
{
    bool Lets(Actor actor);
}

/// <summary>For everybody: the public side, and the way in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAccess
{
    public bool Lets(Actor actor) => true;
}

/// <summary>For whoever has signed in: their own account, their own notices.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInOnlyAttribute : Attribute, IAccess
{
    public bool Lets(Actor actor) => actor.IsPerson;
}

/// <summary>For those who have one of these rights within some scope; whether it reaches the thing itself is asked where the thing is loaded.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayAttribute(params Right[] rights) : Attribute, IAccess
{
    public IReadOnlyList<Right> Rights => rights;

    public bool Lets(Actor actor) => actor.IsPerson && rights.Any(actor.Has);
}

/// <summary>For those who have one of these rights over everything, not only within a part of the plan.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayEverywhereAttribute(params Right[] rights) : Attribute, IAccess
{
    private static readonly Subject Everything = new("", [], [], []);

    public IReadOnlyList<Right> Rights => rights;

    public bool Lets(Actor actor) => actor.IsPerson && rights.Any(right => actor.May(right, Everything));
}

public static class AccessControl
{
    public const string SignInPage = "/sign-in";

    /// <summary>
    /// Deny by default, before anything else runs. A visitor is sent to sign in, whatever stands or does not stand at the
    /// address; a person without the right is told that there is nothing there.
    /// </summary>
    public static void UseAccess(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not { } endpoint) return next(context);

        var actor = context.RequestServices.GetRequiredService<CurrentActor>().Actor;
        var access = endpoint.Metadata.GetMetadata<IAccess>();
        if (access?.Lets(actor) == true) return next(context);

        if (access is null || actor.IsPerson)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            context.Response.Redirect(context.Request.PathBase + SignInPage + QueryString.Create("back", context.Request.PathBase + context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    });

    public static TBuilder OpenToAll<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenToAllAttribute());

    public static TBuilder May<TBuilder>(this TBuilder builder, params Right[] rights) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new MayAttribute(rights));
}
