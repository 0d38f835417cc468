namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>What is signed, filled in and cut by hand.</summary>
internal static class FormSetter
{
    public static List<Strip> Set(Signatures signatures, BlockSetter of, double width, Tag tag)
    {
        var style = of.Looks.Body;
        var bold = style with { Bold = true };
        var (post, name) = (width * .46, width * .30);
        var room = width - post - name;
        List<Strip> strips = [];
        foreach (var (what, who) in signatures.Signers)
        {
            var p = tag.Child("P");
            var (left, right) = (Setter.Paragraph(what, bold, post - 8, p), Setter.Paragraph(who, bold, name - 8, p));
            // Post and name stand on the line that is signed.
            var height = Math.Max(Math.Max(Strip.Sum(left), Strip.Sum(right)), style.Line * 1.6);
            strips.Add(new(height, (sheet, x, y) =>
            {
                var foot = y + height - style.Line + style.Rise + 2;
                Strip.DrawAll(left, sheet, x, y + height - Strip.Sum(left));
                Strip.DrawAll(right, sheet, x + post + room + 8, y + height - Strip.Sum(right));
                sheet.Rule(x + post, foot, x + post + room, foot, Inks.Ink2, .5);
            }) { Before = strips.Count == 0 ? 0 : 12 * of.Looks.Scale, KeepNext = true });
        }
        if (strips.Count > 0) strips[^1].KeepNext = false;
        return strips;
    }

    public static List<Strip> Set(CutLine cut, BlockSetter of, double width, Tag tag)
    {
        var style = of.Looks.Note with { Align = CellAlign.Centre };
        var lines = Setter.Paragraph(cut.Words, style, width - 40, tag.Child("P"));
        var words = style.Face(RunLook.Plain).Width(cut.Words, style.Size);
        var height = Strip.Sum(lines) + 8 * of.Looks.Scale;
        return
        [
            new(height, (sheet, x, y) =>
            {
                Strip.DrawAll(lines, sheet, x + 20, y + 4 * of.Looks.Scale);
                var ink = sheet.As(null);
                var middle = y + height / 2;
                ink.Save();
                ink.Op("[4 3] 0 d");
                var gap = lines.Count == 1 ? words / 2 + 8 : width / 2;
                Line(ink, x, x + width / 2 - gap, middle);
                Line(ink, x + width / 2 + gap, x + width, middle);
                ink.Restore();
            }) { KeepNext = true },
        ];
    }

    private static void Line(PageInk ink, double from, double to, double y)
    {
        if (to <= from) return;
        ink.Pen(Inks.Ink2, .7);
        ink.MoveTo(from, y);
        ink.LineTo(to, y);
        ink.Op("S");
    }

    public static List<Strip> Set(AnswerLine answer, BlockSetter of, double width, Tag tag)
    {
        var style = of.Looks.Small;
        // Handwriting needs eight millimetres.
        var (tall, count) = (8 * PageShapes.Mm, Math.Clamp(answer.Lines, 1, 60));
        var label = string.IsNullOrWhiteSpace(answer.Label) ? [] : Setter.Paragraph(answer.Label, style, width, tag.Child("P"));
        var said = label.Count == 1 ? style.Face(RunLook.Plain).Width(answer.Label, style.Size) + 6 : 0;
        var beside = label.Count == 1 && said < width * .5;
        List<Strip> strips = beside ? [] : label;
        foreach (var strip in strips) strip.KeepNext = true;
        for (var i = 0; i < count; i++)
        {
            var from = i == 0 && beside ? said : 0;
            strips.Add(new(tall, (sheet, x, y) =>
            {
                if (from > 0) label[0].Draw(sheet, x, y + tall - style.Line + 2);
                sheet.Rule(x + from, y + tall - 1, x + width, y + tall - 1, Inks.Line2, .5);
            }) { KeepNext = i < count - 1 });
        }
        return strips;
    }

    public static List<Strip> Set(Choices choices, BlockSetter of, double width, Tag tag)
    {
        var style = of.Looks.Small with { Size = of.Looks.Small.Size * 1.1 };
        var (box, gap) = (style.Size * 1.05, style.Size * 1.6);
        List<Strip> strips = string.IsNullOrWhiteSpace(choices.Label) ? [] : Setter.Paragraph(choices.Label, style with { Bold = true }, width, tag.Child("P"));
        foreach (var strip in strips) strip.KeepNext = true;
        List<(double X, List<Strip> Lines)> row = [];
        var x = 0.0;
        foreach (var option in choices.Options)
        {
            var wide = Math.Min(width - box - 6, style.Face(RunLook.Plain).Width(option, style.Size) + 1);
            if (row.Count > 0 && x + box + 6 + wide > width) Row();
            row.Add((x, Setter.Paragraph(option, style, wide, tag.Child("P"))));
            x += box + 6 + wide + gap;
        }
        if (row.Count > 0) Row();
        if (strips.Count > 0) strips[^1].KeepNext = false;
        return strips;

        void Row()
        {
            var options = row.ToList();
            var height = options.Max(option => Strip.Sum(option.Lines));
            strips.Add(new(height, (sheet, left, y) =>
            {
                foreach (var (at, lines) in options)
                {
                    Strip.DrawAll(lines, sheet, left + at + box + 6, y);
                    var ink = sheet.As(null);
                    ink.Pen(Inks.Ink2, .8);
                    ink.Box(left + at, y + style.Rise - box * .86, box, box);
                    ink.Op("S");
                }
            }) { Before = 4, KeepNext = true });
            row.Clear();
            x = 0;
        }
    }
}
