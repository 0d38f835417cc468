using Microsoft.AspNetCore.Routing;

namespace Atkaruu.Web;

/// <summary>One way in from the top of every page.</summary>
/// <param name="Also">Addresses of pages that belong under it: a measure belongs under the register.</param>
public sealed record NavigationItem(string Path, string Key, params string[] Also);

/// <summary>The way around. A page that does not exist is not offered.</summary>
public sealed class Navigation(IEnumerable<EndpointDataSource> sources)
{
    private static readonly NavigationItem[] All =
    [
        new("/", "nav.programme"),
        new("/register", "nav.register", "/measures"),
        new("/timeline", "nav.timeline"),
        new("/places", "nav.places", "/map"),
        new("/bodies", "nav.bodies"),
        new("/findings", "nav.findings"),
    ];

    private readonly Lazy<IReadOnlyList<NavigationItem>> _there = new(() =>
    {
        var routes = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. All.Where(item => routes.Contains(item.Path))];
    });

    public IReadOnlyList<NavigationItem> Items => _there.Value;

    /// <summary>Whether a page stands at this address or below it.</summary>
    public static bool IsHere(NavigationItem item, PathString path) => item.Path == "/"
        ? path == "/"
        : item.Also.Prepend(item.Path).Any(root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a page with this address exists, so that a link to it may be shown.</summary>
    public bool Has(string path) => Items.Any(item => item.Path == path);
}
