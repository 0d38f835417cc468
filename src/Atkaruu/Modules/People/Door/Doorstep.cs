using Atkaruu.Kernel;
using Microsoft.AspNetCore.Routing;

namespace Atkaruu.Modules.People.Door;

/// <summary>Where somebody stands after coming in: what they wanted, else where their work is.</summary>
public sealed class Doorstep(IEnumerable<EndpointDataSource> sources)
{
    private static readonly (Right Right, string Path)[] Work = [(Right.Accept, "/matrix"), (Right.Report, "/work"), (Right.Verify, "/visits"), (Right.Administer, "/people")];

    private readonly Lazy<HashSet<string>> _pages = new(() =>
        sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public string Of(IEnumerable<Grant> grants)
    {
        var has = grants.ToList();
        return Work.FirstOrDefault(work => has.Any(grant => grant.Gives(work.Right)) && _pages.Value.Contains(work.Path)).Path ?? "/";
    }

    /// <summary>An address of this site, or null: what a link from elsewhere brings must not lead elsewhere.</summary>
    public static string? Local(string? back) =>
        back is ['/', ..] and not ['/', '/' or '\\', ..] && back.Length <= 1000 && !back.Any(char.IsControl) && !back.Contains('\\', StringComparison.Ordinal) ? back : null;
}
