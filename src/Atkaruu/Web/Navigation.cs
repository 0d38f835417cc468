using Atkaruu.Kernel;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Atkaruu.Web;

/// <summary>One way in from the top of every page.</summary>
/// <param name="Also">Addresses of pages that belong under it: a measure belongs under the register.</param>
public sealed record NavigationItem(string Path, string Key, params string[] Also);

/// <summary>A group of the rail of those who work here. <paramref name="Key"/> names it.</summary>
public sealed record NavigationGroup(string Key, IReadOnlyList<NavigationItem> Items);

/// <summary>How many things wait for a person behind an item of the rail. Modules register theirs; zero is not shown.</summary>
public interface IRailCount
{
    /// <summary>The address of the item.</summary>
    string Path { get; }

    Task<int> CountAsync(Actor actor, CancellationToken stop);
}

/// <summary>The way around. A page that does not exist, or that one may not open, is not offered.</summary>
public sealed class Navigation(IEnumerable<EndpointDataSource> sources, PageLoader pages)
{
    private static readonly NavigationItem[] Public =
    [
        new("/", "nav.programme"),
        new("/register", "nav.register", "/measures"),
        new("/timeline", "nav.timeline"),
        new("/places", "nav.places", "/map"),
        new("/bodies", "nav.bodies"),
        new("/money", "nav.money"),
        new("/findings", "nav.findings"),
        new("/papers", "nav.papers", "/verify"),
    ];

    private static readonly NavigationGroup[] Staff =
    [
        new("nav.daily", 
        [
            new("/control", "nav.control"), new("/head", "nav.head"), new("/signals", "nav.signals"), new("/work", "nav.work", "/write"), new("/matrix", "nav.matrix", "/returns"),
            new("/visits", "nav.visits"), new("/works", "nav.works"), new("/orders", "nav.orders"), new("/meetings", "nav.meetings"), new("/notices", "nav.notices"),
        ]),
        new("nav.plan", [.. Public]),
        new("nav.manage", [new("/periods", "nav.periods"), new("/money/imports", "nav.imports"), new("/money/rates", "nav.rates"), new("/people", "nav.people", "/invitation"), new("/rights", "nav.rights"), new("/account", "nav.account")]),
    ];

    /// <summary>Addresses of items: one that lies below another's is itself here, and the other is not.</summary>
    private static readonly string[] s_inner = [.. Public.Concat(Staff.SelectMany(group => group.Items)).Select(item => item.Path).Distinct()];

    /// <summary>Who may open each address that leads to a page; a page says it itself, so there is nothing to repeat here.</summary>
    private readonly Lazy<Task<Dictionary<string, IAccess?>>> _access = new(() => AccessAsync(sources, pages));

    private readonly Lazy<IReadOnlyList<NavigationItem>> _there = new(() =>
    {
        var routes = Routes(sources).Select(route => route.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Public.Where(item => routes.Contains(item.Path))];
    });

    public IReadOnlyList<NavigationItem> Items => _there.Value;

    /// <summary>The rail of one person; groups with nothing in them are left out.</summary>
    public async Task<IReadOnlyList<NavigationGroup>> RailAsync(Actor actor)
    {
        var access = await _access.Value;
        return
        [
            .. Staff.Select(group => new NavigationGroup(group.Key, [.. group.Items.Where(item => access.GetValueOrDefault(item.Path)?.Lets(actor) == true)]))
                .Where(group => group.Items.Count > 0),
        ];
    }

    /// <summary>The page one who works here begins the day with; null for a visitor.</summary>
    public async Task<NavigationItem?> DayAsync(Actor actor) =>
        actor.IsPerson && await RailAsync(actor) is [{ Key: "nav.daily" } daily, ..] ? daily.Items[0] : null;

    /// <summary>Whether there is a page at this address, and this person may open it.</summary>
    public async Task<bool> LetsAsync(Actor actor, string path) => (await _access.Value).GetValueOrDefault(path)?.Lets(actor) == true;

    /// <summary>Whether a page stands at this address or below it.</summary>
    public static bool IsHere(NavigationItem item, PathString path) => item.Path == "/"
        ? path == "/"
        : !s_inner.Any(inner => inner.StartsWith(item.Path + "/", StringComparison.Ordinal) && path.StartsWithSegments(inner, StringComparison.OrdinalIgnoreCase)) && item.Also.Prepend(item.Path).Any(root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a page with this address exists, so that a link to it may be shown.</summary>
    public bool Has(string path) => Items.Any(item => item.Path == path);

    /// <summary>What stands in an address before its places to fill: /matrix for /matrix/{period?}, /write for /write/{period}/{measure}/{body}.</summary>
    private static IEnumerable<(string Path, RouteEndpoint Endpoint)> Routes(IEnumerable<EndpointDataSource> sources) =>
        from source in sources
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        let fixedPart = (endpoint.RoutePattern.RawText ?? "").Split('{')[0]
        orderby endpoint.RoutePattern.RawText?.Length
        select ("/" + fixedPart.Trim('/'), endpoint);

    private static async Task<Dictionary<string, IAccess?>> AccessAsync(IEnumerable<EndpointDataSource> sources, PageLoader pages)
    {
        Dictionary<string, IAccess?> access = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, endpoint) in Routes(sources).ToList())
        {
            if (access.ContainsKey(path)) continue;
            // A page's attributes are known only once it is loaded.
            var metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await pages.LoadAsync(page, endpoint.Metadata)).Endpoint?.Metadata ?? endpoint.Metadata
                : endpoint.Metadata;
            access[path] = metadata.GetMetadata<IAccess>();
        }
        return access;
    }
}
