namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>
/// A piece of what a paper means, beside how it looks: heading, cell, picture (the structure tree of a tagged PDF, ISO 32000-1 14.7).
/// It takes its place among its parent's kids when the first of it is drawn, so that the order of reading is the order of drawing.
/// </summary>
internal sealed class Tag(string role, Tag? parent)
{
    private bool _attached = parent is null;

    public string Role { get; } = role;
    public Tag? Parent { get; } = parent;

    /// <summary>Tags, marks on pages (<see cref="Mark"/>) and links, in the order of reading.</summary>
    public List<object> Kids { get; } = [];

    /// <summary>Said instead of a picture.</summary>
    public string? Alt { get; init; }

    public string? Language { get; init; }

    /// <summary>For the head of a column or row.</summary>
    public string? Scope { get; init; }

    public int Span { get; init; } = 1;

    /// <summary>LineThrough or Underline.</summary>
    public string? Decoration { get; init; }

    /// <summary>Where a picture stands on its page: left, bottom, right, top.</summary>
    public double[]? Box { get; set; }

    public Tag Child(string role) => new(role, this);

    public void Attach()
    {
        if (_attached) return;
        _attached = true;
        Parent!.Attach();
        Parent.Kids.Add(this);
    }
}

/// <summary>The part of a page's content that belongs to a tag.</summary>
internal readonly record struct Mark(Sheet Sheet, int Number);
