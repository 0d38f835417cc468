using System.Net;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.HttpOverrides;

namespace Atkaruu.Web;

/// <summary>
/// Whom to believe about where a request came from: a proxy on this machine, and those that <c>ATKARUU_PROXIES</c> names.
/// Limits of sign-in count by address, and links are made of the scheme, so both must be the visitor's own.
/// </summary>
internal static class Proxies
{
    public const string Variable = "ATKARUU_PROXIES";

    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var named = (configuration[Variable] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : throw new RuleException(new("data.proxies", text))).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var address in named) options.KnownProxies.Add(address); // this machine is known from the start
        });
    }
}
