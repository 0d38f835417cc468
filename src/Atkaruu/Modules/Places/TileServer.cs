using Atkaruu.Kernel;

namespace Atkaruu.Modules.Places;

/// <summary>
/// Where the ground of the map comes from, if from anywhere: a district may run without the internet, so by default there is
/// none. <c>ATKARUU_TILES</c> is an address with {z}, {x} and {y}; <c>ATKARUU_TILES_CREDIT</c> the words its owner asks for.
/// </summary>
/// <param name="Address">Null for no tiles.</param>
/// <param name="Origin">Scheme and host, which the content security policy must let pictures come from.</param>
public sealed record TileServer(string? Address, string? Origin, string? Credit)
{
    public const string Variable = "ATKARUU_TILES", CreditVariable = "ATKARUU_TILES_CREDIT";

    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    public static readonly TileServer None = new(null, null, null);

    /// <exception cref="RuleException">The address is not one of tiles.</exception>
    public static TileServer From(IConfiguration configuration)
    {
        if (configuration[Variable] is not { Length: > 0 } address) return None;

        var plain = address.Replace("{s}.", "", StringComparison.Ordinal);
        if (!Places.All(place => plain.Contains(place, StringComparison.Ordinal)) || !Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || !IsPlainHost(uri.Host))
            throw new RuleException(new("places.tiles-wrong", address));

        return new(plain, uri.GetLeftPart(UriPartial.Authority), configuration[CreditVariable]);
    }

    // What goes into a header must not be able to end a directive.
    private static bool IsPlainHost(string host) => host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '[' or ']' or ':');
}
