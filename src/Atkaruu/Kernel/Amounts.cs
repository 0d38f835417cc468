namespace Atkaruu.Kernel;

/// <summary>A sum named in a text, in whole units of its currency (сом, not тыйын), with the words that named it.</summary>
/// <param name="Sum">For «32,0 млн сом»: 32 000 000.</param>
/// <param name="Currency">ISO 4217; «сом» is KGS.</param>
/// <param name="Text">The exact words.</param>
public sealed record Amount(decimal Sum, string Currency, string Text);

/// <summary>Currencies in which money comes to the district, by their ISO 4217 codes.</summary>
public static class Currencies
{
    public const string Som = "KGS", Dollar = "USD", Euro = "EUR", Rouble = "RUB", Tenge = "KZT";

    public static readonly IReadOnlyList<string> All = [Som, Dollar, Euro, Rouble, Tenge];
}

/// <summary>A number with a unit named in a text, with the words that named it.</summary>
/// <param name="Value">For «270 км»: 270.</param>
/// <param name="Unit">A code of our own list (<see cref="Units"/>): km, ha, MW, percent, seats, pieces …</param>
/// <param name="Text">The exact words.</param>
public sealed record Quantity(decimal Value, string Unit, string Text);

/// <summary>Units of measurement we know. The code goes into data and exports; the texts <c>unit.*</c> name it for people.</summary>
public static class Units
{
    public const string
        Kilometre = "km", Metre = "m", Hectare = "ha", SquareMetre = "m2", CubicMetre = "m3", Megawatt = "MW", Kilowatt = "kW", Tonne = "t",
        Percent = "percent", Seats = "seats", Pieces = "pieces", Objects = "objects", Projects = "projects", People = "people",
        Families = "families", Students = "students", Schools = "schools", Seedlings = "seedlings", Workshops = "workshops",
        Chains = "chains", Villages = "villages", Buildings = "buildings", Heads = "heads", Events = "events", Documents = "documents";

    public static readonly IReadOnlyList<string> All =
    [
        Kilometre, Metre, Hectare, SquareMetre, CubicMetre, Megawatt, Kilowatt, Tonne, Percent, Seats, Pieces, Objects, Projects, People,
        Families, Students, Schools, Seedlings, Workshops, Chains, Villages, Buildings, Heads, Events, Documents,
    ];
}
