namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Sets prose into lines and draws them.</summary>
internal static class Setter
{
    /// <summary>Columns narrower than so many letters break long words.</summary>
    private const double Narrow = 24;

    public static List<TextLine> Lines(Prose prose, TextStyle style, double width) =>
        LineBreaker.Lines(Atoms.Of(prose, style, soften: width < style.Size * Narrow), width, style.Size);

    /// <summary>Words of a head: broken inside only where one is wider than its column.</summary>
    public static List<TextLine> HeadLines(Prose prose, TextStyle style, double width)
    {
        var whole = Atoms.Of(prose, style, soften: false);
        return TableWidths.Longest(whole, style.Size) <= width ? LineBreaker.Lines(whole, width, style.Size) : Lines(prose, style, width);
    }

    /// <summary>A strip for each line; the first two and the last two of a paragraph stay together.</summary>
    public static List<Strip> Paragraph(Prose prose, TextStyle style, double width, Tag tag)
    {
        var lines = Lines(prose, style, width);
        var inline = new InlineTags(prose, tag);
        List<Strip> strips = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            strips.Add(new(style.Line, (sheet, x, y) => Draw(sheet, line, style, x, y, width, inline))
            {
                KeepNext = i < lines.Count - 1 && (i == 0 || i == lines.Count - 2),
            });
        }
        return strips;
    }

    /// <summary>Draws a line with its left upper corner there.</summary>
    public static void Draw(Sheet sheet, TextLine line, TextStyle style, double x, double y, double width, InlineTags? tags)
    {
        x += style.Align switch { CellAlign.Right => width - line.Width, CellAlign.Centre => (width - line.Width) / 2, _ => 0 };
        var wider = style.Justify && !line.IsLast && line.Spaces > 0 ? Math.Max(0, width - line.Width) / line.Spaces : 0;
        var baseline = y + style.Rise;
        var moved = 0.0;
        for (var i = 0; i < line.Pieces.Count; i++)
        {
            var piece = line.Pieces[i];
            var spaces = wider == 0 ? 0 : piece.Text.Count(letter => letter == ' ');
            One(sheet, piece, style, x + piece.X + moved, baseline, wider, tags);
            var seen = piece.Width + spaces * wider - (i == line.Pieces.Count - 1 && piece.Text.EndsWith(' ') ? piece.Face.Width(' ', style.Size) + wider : 0);
            Decorate(sheet, piece, style, x + piece.X + moved, y, baseline, seen, tags);
            moved += spaces * wider;
        }
    }

    private static void One(Sheet sheet, Piece piece, TextStyle style, double x, double baseline, double wider, InlineTags? tags)
    {
        if (piece.IsShape)
        {
            StateShapes.Draw(sheet.As(null), piece.Run.State!, x, baseline - style.Size * .79, style.Size * .92);
            return;
        }
        var ink = sheet.As(tags?.Of(piece.RunNumber));
        if (piece.Read is { } read) ink.Op($"/Span <</ActualText {PdfText.Hex(read)}>> BDC");
        ink.Letters(piece.Face, style.Size, InkOf(piece.Run, style), x, baseline, piece.Text, wider);
        if (piece.Read is not null) ink.Op("EMC");
    }

    private static string InkOf(Run run, TextStyle style) =>
        run.State is { } state ? Inks.OfState(state) is var ink && ink == Inks.Mute ? Inks.Ink3 : ink : InlineTags.Leads(run) ? Inks.Lake : run.Look.HasFlag(RunLook.Quiet) ? Inks.Ink3 : style.Ink;

    private static void Decorate(Sheet sheet, Piece piece, TextStyle style, double x, double top, double baseline, double width, InlineTags? tags)
    {
        if (piece.IsShape || width <= 0) return;
        var weight = style.Size / 16;
        if (piece.Run.Look.HasFlag(RunLook.Struck)) sheet.Rule(x, baseline - style.Size * .26, x + width, baseline - style.Size * .26, Inks.Late, weight);
        if (piece.Run.Look.HasFlag(RunLook.Inserted)) sheet.Rule(x, baseline + style.Size * .16, x + width, baseline + style.Size * .16, Inks.Done, weight);
        if (tags is not null && InlineTags.Leads(piece.Run)) sheet.Links.Add(new(x, top, width, style.Line, piece.Run.Link!, piece.Run.Text, tags.Of(piece.RunNumber)));
    }
}

/// <summary>A tag for each run that is more than plain words of its paragraph: a link, another language, what was struck out or put in.</summary>
internal sealed class InlineTags(Prose prose, Tag paragraph)
{
    private readonly Tag?[] _tags = new Tag?[prose.Runs.Count];

    public Tag Of(int run) => _tags[run] ??= Make(prose.Runs[run]);

    /// <summary>Whether it leads to a page or writes a letter; nothing else is opened from a paper.</summary>
    public static bool Leads(Run run) => run.Link is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    private Tag Make(Run run)
    {
        if (Leads(run)) return new("Link", paragraph) { Language = run.Language };
        var decoration = run.Look.HasFlag(RunLook.Struck) ? "LineThrough" : run.Look.HasFlag(RunLook.Inserted) ? "Underline" : null;
        return run.Language is null && decoration is null ? paragraph : new("Span", paragraph) { Language = run.Language, Decoration = decoration };
    }
}
