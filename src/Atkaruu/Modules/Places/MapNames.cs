namespace Atkaruu.Modules.Places;

/// <summary>A village or site on a map.</summary>
/// <param name="Measures">How many measures are promised to it.</param>
public sealed record MapMark(Place Place, double X, double Y, int Measures)
{
    /// <summary>Radius of the mark. More measures, a bigger mark; but villages of one valley stand close together.</summary>
    public double Radius { get; init; } = Measures == 0 ? 3.5 : 5.5 + Math.Min(Measures, 6) * .4;

    public bool IsApproximate => Place.Quality == PointQuality.Approximate;
}

/// <summary>A name on the map.</summary>
/// <param name="Mark">What it names; null for the name of an area.</param>
/// <param name="Y">Of the line the letters stand on.</param>
/// <param name="Anchor">start, middle or end, as svg says it.</param>
/// <param name="Leader">Where a thin line from the mark to the name ends, for a name that found no room beside its mark.</param>
public sealed record MapName(MapMark? Mark, string Text, double X, double Y, string Anchor, (double X, double Y)? Leader = null);

/// <summary>A box on the map that something occupies.</summary>
internal readonly record struct MapBox(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(MapBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether a straight line passes through. Sampled: no box of ours is thinner than the step.</summary>
    public bool IsCrossedBy((double X, double Y) from, (double X, double Y) to)
    {
        for (var step = 0; step <= 24; step++)
        {
            var (x, y) = (from.X + (to.X - from.X) * step / 24, from.Y + (to.Y - from.Y) * step / 24);
            if (x > Left && x < Right && y > Top && y < Bottom) return true;
        }
        return false;
    }
}

/// <summary>
/// Finds room for names: beside the mark, else farther away with a line to it, else not at all. What is placed first
/// keeps its place. Nobody measures letters on the server, so widths are estimated generously.
/// </summary>
internal sealed class MapNames(double width, double height, IReadOnlyList<MapMark> marks)
{
    private const double LetterWidth = .6, LineHeight = 1.05, Ascent = .8, Air = 4;
    private static readonly double[] LeaderLengths = [20, 32, 46, 62, 80];

    private readonly List<MapBox> _taken = [.. marks.Select(mark => Disc(mark))];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _leaders = [];

    /// <summary>Names marks, the first of them first.</summary>
    /// <param name="leaders">Whether a name may stand away from its mark, at the end of a line.</param>
    public IReadOnlyList<MapName> Place(IEnumerable<MapMark> inOrder, Func<MapMark, string> nameOf, double size, bool leaders)
    {
        List<MapName> names = [];
        foreach (var mark in inOrder)
            if (Candidates(mark, nameOf(mark), size, leaders).FirstOrDefault(c => IsFree(mark, c.Name, c.Box)) is { Name: not null } found)
            {
                _taken.Add(found.Box);
                if (found.Name.Leader is { } end) _leaders.Add(((mark.X, mark.Y), end));
                names.Add(found.Name);
            }
        return names;
    }

    /// <summary>A name over, or else under, a group of marks.</summary>
    public MapName? PlaceOver(IReadOnlyList<MapMark> group, string text, double size)
    {
        var half = text.Length * size * LetterWidth / 2;
        var (middle, top, bottom) = ((group.Min(m => m.X) + group.Max(m => m.X)) / 2, group.Min(m => m.Y), group.Max(m => m.Y));
        var spots =
            from distance in Enumerable.Range(2, 16).Select(step => step * 8d)
            from aside in new[] { 0, -half / 2, half / 2, -half, half }
            from y in new[] { top - distance, bottom + distance + size }
            let x = Math.Clamp(middle + aside, Math.Min(half, width / 2), Math.Max(width - half, width / 2))
            select (Name: new MapName(null, text, x, y, "middle"), Box: new MapBox(x - half, y - size * Ascent, x + half, y + size * (LineHeight - Ascent)));
        var found = spots.FirstOrDefault(spot => IsFree(null, spot.Name, spot.Box));
        if (found.Name is not null) _taken.Add(found.Box);
        return found.Name;
    }

    private bool IsFree(MapMark? mark, MapName name, MapBox box)
    {
        if (box.Left < 0 || box.Right > width || box.Top < 0 || box.Bottom > height) return false;
        if (marks.Any(other => other != mark && box.Overlaps(Disc(other, Air)))) return false; // it would seem to name the other
        if (_taken.Any(box.Overlaps) || _leaders.Any(line => box.IsCrossedBy(line.From, line.To))) return false;
        return mark is null || name.Leader is not { } end || !_taken.Any(taken => taken != Disc(mark) && taken.IsCrossedBy((mark.X, mark.Y), end));
    }

    private static IEnumerable<(MapName Name, MapBox Box)> Candidates(MapMark mark, string text, double size, bool leaders)
    {
        var beside = mark.Radius + Air;
        (double X, double Y)[] sides = [(1, 0), (-1, 0), (0, -1), (0, 1), (.8, -.75), (.8, .75), (-.8, -.75), (-.8, .75)];
        foreach (var (dx, dy) in sides) yield return Spot(mark, text, size, beside, dx, dy, leader: false);
        if (!leaders) yield break;
        foreach (var length in LeaderLengths)
            for (var turn = 0; turn < 16; turn++)
            {
                var (dy, dx) = Math.SinCos(Math.PI * turn / 8 - Math.PI / 2);
                yield return Spot(mark, text, size, length, Math.Abs(dx) < .3 ? 0 : dx, dy, leader: true);
            }
    }

    // dx and dy say to which side of the mark the name lies.
    private static (MapName, MapBox) Spot(MapMark mark, string text, double size, double distance, double dx, double dy, bool leader)
    {
        var (x, y, wide, high) = (mark.X + dx * distance, mark.Y + dy * distance, text.Length * size * LetterWidth, size * LineHeight);
        var (anchor, left) = dx > 0 ? ("start", x) : dx < 0 ? ("end", x - wide) : ("middle", x - wide / 2);
        var top = y - high / 2 + dy * high / 2;
        (double, double)? end = leader ? (x - Math.Sign(dx) * 2, y) : null;
        return (new(mark, text, x, top + size * Ascent, anchor, end), new(left, top, left + wide, top + high));
    }

    private static MapBox Disc(MapMark mark, double air = 0) =>
        new(mark.X - mark.Radius - air, mark.Y - mark.Radius - air, mark.X + mark.Radius + air, mark.Y + mark.Radius + air);
}
