namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Puts strips on pages: those that belong together on one, heads of tables again on each.</summary>
internal sealed class Paging(PaperPart part, PageShapes shape, List<Sheet> sheets)
{
    private Sheet? _sheet, _first;
    private double _y;
    private bool _breaks;

    private double Bottom => shape.Height - shape.Bottom;

    /// <summary>Height of an empty page, without margins.</summary>
    private double Whole => Bottom - shape.Top;

    private bool AtTop => _y <= shape.Top;

    public void Put(IReadOnlyList<Strip> strips)
    {
        NewSheet();
        _first = _sheet;
        for (var i = 0; i < strips.Count;)
        {
            var end = i;
            while (end < strips.Count - 1 && strips[end].KeepNext && !strips[end + 1].BreaksPage) end++;
            PutChain(strips, i, end);
            i = end + 1;
        }
    }

    private void PutChain(IReadOnlyList<Strip> strips, int from, int to)
    {
        if (strips[from].BreaksPage)
        {
            _breaks = true;
            return;
        }
        if (_breaks && !AtTop) NewSheet();
        _breaks = false;
        var needed = 0.0;
        for (var i = from; i <= to; i++) needed += strips[i].Height + (i > from || !AtTop ? strips[i].Before : 0);
        var whole = needed + (strips[from].Head?.Height ?? 0) <= Whole;
        if (whole && _y + needed > Bottom + .01 && !AtTop) Turn(strips[from]);
        for (var i = from; i <= to; i++)
        {
            // Too much for any page: at least two and two stand together.
            if (!whole && i < to && !AtTop && strips[i].Height <= Whole && _y + Pair(strips[i], strips[i + 1]) > Bottom) Turn(strips[i]);
            PutOne(strips[i]);
        }
    }

    private static double Pair(Strip first, Strip second) =>
        first.Before + first.Height + second.Before + (second.Cut is null ? second.Height : Math.Min(second.Height, LeastOfCut));

    /// <summary>What is cut begins with no less than this under what it belongs to.</summary>
    private const double LeastOfCut = 72;

    private void PutOne(Strip strip)
    {
        if (strip.IsRoom && (_y + strip.Height > Bottom || (AtTop && !ReferenceEquals(_sheet, _first)))) return;
        while (true)
        {
            var before = AtTop ? 0 : strip.Before;
            var room = Bottom - _y - before;
            if (strip.Height <= room + .01)
            {
                Draw(strip, before);
                return;
            }
            var full = Whole - (strip.Head?.Height ?? 0);
            if (strip.Cut is { } cut && (strip.Height > full || AtTop) && cut(room) is { } parts)
            {
                Draw(parts.First, before);
                strip = parts.Next;
            }
            else if (AtTop || room >= full - .01)
            {
                // Higher than a page and of one piece: what does not fit is lost to the eye, not to the reader of the tags.
                Draw(strip, before);
                return;
            }
            Turn(strip);
        }
    }

    private void Draw(Strip strip, double before)
    {
        strip.Draw(_sheet!, shape.Left, _y + before);
        _y += before + strip.Height;
    }

    /// <summary>A new page, which begins with this strip.</summary>
    private void Turn(Strip next)
    {
        next.Close?.Invoke(_sheet!, shape.Left, _y);
        NewSheet();
        if (next.Head is not { } head) return;
        head.Draw(_sheet!, shape.Left, _y, true);
        _y += head.Height;
    }

    private void NewSheet()
    {
        _sheet = new Sheet(part, shape.Width, shape.Height);
        sheets.Add(_sheet);
        _y = shape.Top;
    }
}
