namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>A strip of a page that is not torn: a line, a row of a table, a picture. Points.</summary>
internal sealed class Strip(double height, Action<Sheet, double, double> draw)
{
    public double Height { get; } = height;

    /// <summary>Draws it with its left upper corner there.</summary>
    public Action<Sheet, double, double> Draw { get; } = draw;

    /// <summary>Room before it, when it does not stand at the top of a page.</summary>
    public double Before { get; set; }

    /// <summary>Stands on the same page as the next one.</summary>
    public bool KeepNext { get; set; }

    /// <summary>A new page begins with it.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>Stands again over this strip where a page begins with it: the head of a table.</summary>
    public RepeatedHead? Head { get; init; }

    /// <summary>Its last line on a page, where the next page goes on.</summary>
    public Action<Sheet, double, double>? Close { get; init; }

    /// <summary>Cuts what is higher than a page: the first part is no higher than asked, null when not even a line fits.</summary>
    public Func<double, (Strip First, Strip Next)?>? Cut { get; init; }

    /// <summary>Nothing is in it: at the edge of a page it falls away.</summary>
    public bool IsRoom { get; init; }

    public static Strip Room(double height) => new(height, static (_, _, _) => { }) { IsRoom = true };

    public static double Sum(IReadOnlyList<Strip> strips)
    {
        var sum = 0.0;
        for (var i = 0; i < strips.Count; i++) sum += strips[i].Height + (i > 0 ? strips[i].Before : 0);
        return sum;
    }

    /// <summary>Draws strips one under the other.</summary>
    public static void DrawAll(IReadOnlyList<Strip> strips, Sheet sheet, double x, double y)
    {
        for (var i = 0; i < strips.Count; i++)
        {
            if (i > 0) y += strips[i].Before;
            strips[i].Draw(sheet, x, y);
            y += strips[i].Height;
        }
    }

    /// <summary>How many strips from the first fit into a height.</summary>
    public static int Fitting(IReadOnlyList<Strip> strips, double height)
    {
        var sum = 0.0;
        for (var i = 0; i < strips.Count; i++)
        {
            sum += strips[i].Height + (i > 0 ? strips[i].Before : 0);
            if (sum > height + .01) return i;
        }
        return strips.Count;
    }
}

/// <summary>The head of a table, as often as its table begins a page.</summary>
internal sealed record RepeatedHead(double Height, Action<Sheet, double, double, bool> Draw);
