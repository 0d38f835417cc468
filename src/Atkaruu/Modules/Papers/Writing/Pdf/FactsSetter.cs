namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Names with what they are; a few large figures.</summary>
internal static class FactsSetter
{
    public static List<Strip> Set(Facts facts, BlockSetter of, double width, Tag tag)
    {
        var looks = of.Looks;
        var value = looks.Body with { Size = looks.Body.Size * .95 };
        // On the same lines as what it names.
        var name = looks.Small with { Ink = Inks.Ink2, Lead = value.Line / looks.Small.Size };
        var left = Math.Min(width * .34, 62 * PageShapes.Mm * looks.Scale);
        var gap = 4 * PageShapes.Mm;
        var table = tag.Child("Table");
        List<Strip> strips = [];
        foreach (var (word, prose) in facts.Pairs)
        {
            var row = table.Child("TR");
            Tag head = new("TH", row) { Scope = "Row" }, cell = row.Child("TD");
            var strip = Columns.Of(
            [
                (0, Setter.Paragraph(word, name, left, head)),
                (left + gap, prose.IsEmpty ? [] : Setter.Paragraph(prose, value, width - left - gap, cell)),
            ]);
            strips.Add(Attached(strip, head, cell));
            strips[^1].Before = strips.Count == 1 ? 0 : 2.5 * looks.Scale;
        }
        if (strips.Count > 2) (strips[0].KeepNext, strips[^2].KeepNext) = (true, true);
        return strips;
    }

    /// <summary>A row has its cells, also those with nothing in them.</summary>
    private static Strip Attached(Strip strip, Tag head, Tag cell) =>
        new(strip.Height, (sheet, x, y) =>
        {
            head.Attach();
            cell.Attach();
            strip.Draw(sheet, x, y);
        }) { Cut = strip.Cut };

    public static List<Strip> Set(Tally tally, BlockSetter of, double width, Tag tag)
    {
        if (tally.Figures.Count == 0) return [];
        var scale = of.Looks.Scale;
        var figure = new TextStyle(false, 24 * scale, 1.15) { Bold = true };
        var words = of.Looks.Small with { Ink = Inks.Ink2 };
        var gap = 7 * PageShapes.Mm;
        var own = (width - gap * (tally.Figures.Count - 1)) / tally.Figures.Count;
        List<(double, IReadOnlyList<Strip>)> sides = [];
        for (var i = 0; i < tally.Figures.Count; i++)
        {
            var (number, said) = tally.Figures[i];
            var p = tag.Child("P");
            var style = figure;
            while (style.Size > words.Size && style.Face(RunLook.Plain).Width(number, style.Size) > own) style = style with { Size = style.Size * .92, Lead = figure.Line / (style.Size * .92) };
            sides.Add((i * (own + gap), [.. Setter.Paragraph(number, style, own, p), .. Setter.Paragraph(said, words, own, p)]));
        }
        var strip = Columns.Of(sides);
        return
        [
            new(strip.Height + 10 * scale, (sheet, x, y) =>
            {
                strip.Draw(sheet, x, y + 6 * scale);
                for (var i = 0; i < sides.Count; i++) sheet.Rule(x + sides[i].Item1, y, x + sides[i].Item1 + own, y, i == 0 ? Inks.Ink : Inks.Line2, i == 0 ? 1.2 : .5);
            }),
        ];
    }
}
