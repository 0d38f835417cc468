namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>A page being drawn: its ink, which part of it means what, and its links.</summary>
internal sealed class Sheet(PaperPart part, double width, double height)
{
    private Tag? _open;
    private bool _marked;

    public PaperPart Part { get; } = part;
    public double Width { get; } = width;
    public double Height { get; } = height;
    public PageInk Ink { get; } = new(height);

    /// <summary>What lies under everything: the watermark.</summary>
    public PageInk Under { get; } = new(height);

    /// <summary>Which tag each mark on this page belongs to.</summary>
    public List<Tag> Marks { get; } = [];

    public List<Link> Links { get; } = [];

    /// <summary>What is drawn from here on belongs to a tag; null for what only decorates.</summary>
    public PageInk As(Tag? tag)
    {
        if (_marked && ReferenceEquals(tag, _open)) return Ink;
        Finish();
        (_open, _marked) = (tag, true);
        if (tag is null) Ink.Op("/Artifact BMC");
        else
        {
            tag.Attach();
            tag.Kids.Add(new Mark(this, Marks.Count));
            Ink.Op($"/{tag.Role} <</MCID {Marks.Count}>> BDC");
            Marks.Add(tag);
        }
        return Ink;
    }

    public void Finish()
    {
        if (_marked) Ink.Op("EMC");
        _marked = false;
    }

    /// <summary>A hairline or a rule, for the eye only.</summary>
    public void Rule(double x1, double y1, double x2, double y2, string ink, double weight)
    {
        var to = As(null);
        to.Pen(ink, weight);
        to.MoveTo(x1, y1);
        to.LineTo(x2, y2);
        to.Op("S");
    }

    /// <summary>A ground behind words, for the eye only.</summary>
    public void Ground(double x, double y, double width, double height, string ink)
    {
        var to = As(null);
        to.Fill(ink);
        to.Box(x, y, width, height);
        to.Op("f");
    }
}

/// <summary>A place on a page that leads somewhere.</summary>
/// <param name="Tag">The words that are the link.</param>
internal sealed record Link(double X, double Y, double Width, double Height, string Address, string Words, Tag Tag);
