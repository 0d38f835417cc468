namespace Atkaruu.Modules.Papers.Writing;

/// <summary>A ruled table whose head stands again on every page and whose rows are not torn.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>What it shows: caption over it, name of its sheet in Excel.</summary>
    public string? Caption { get; init; }

    /// <summary>A row under the head that numbers the columns 1, 2, 3…, as official tables have it.</summary>
    public bool Numbered { get; init; }

    /// <summary>Points; null for the part's own.</summary>
    public double? Size { get; init; }

    /// <summary>Name of the administration's own form into which its rows may be put in Excel: «execution» for execution.xlsx; null for none.</summary>
    public string? Form { get; init; }
}

/// <param name="Width">Share of the table's width, any unit.</param>
public sealed record Column(string Head, double Width, CellAlign Align = CellAlign.Left)
{
    /// <summary>By what name an administration's own form asks for the cells of this column: «{{title}}»; null for none.</summary>
    public string? Name { get; init; }
}

public enum CellAlign { Left, Right, Centre }

public enum RowKind
{
    Plain,

    /// <summary>A section: bold, through all columns, never left alone at the foot of a page.</summary>
    Section,

    /// <summary>A task: through all columns, never left alone at the foot of a page.</summary>
    Group,

    /// <summary>Sums and counts: bold, a line above.</summary>
    Total,
}

/// <summary>Its cells from the left; a section or group may have one cell that reaches through.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells, RowKind Kind = RowKind.Plain)
{
    public static Row Through(string words, RowKind kind, int columns) => new([new Cell(words) { Span = columns }], kind);
}

/// <summary>Paragraphs in a cell. In Excel a cell with a value is a number or a day and not its words.</summary>
public sealed record Cell(IReadOnlyList<Prose> Paragraphs)
{
    public Cell(Prose text) : this([text]) { }

    public Cell(string? text) : this([(Prose)text]) { }

    public static readonly Cell Empty = new([]);

    public int Span { get; init; } = 1;

    public CellAlign? Align { get; init; }

    /// <summary>For Excel: a <see cref="decimal"/>, <see cref="int"/> or <see cref="DateOnly"/>; null for words.</summary>
    public object? Value { get; init; }

    public ValueLook Look { get; init; }

    /// <param name="share">0…1.</param>
    /// <param name="words">«64 %», or a dash.</param>
    public static Cell Percent(decimal? share, string words) => new(words) { Value = share, Look = ValueLook.Percent, Align = CellAlign.Right };

    public static Cell Number(decimal? value, string words) => new(words) { Value = value, Align = CellAlign.Right };

    /// <param name="sum">Whole, in its currency.</param>
    public static Cell Sum(decimal? sum, string words) => new(words) { Value = sum, Look = ValueLook.Sum, Align = CellAlign.Right };

    public static Cell Day(DateOnly? day, string words) => new(words) { Value = day, Look = ValueLook.Day };
}

/// <summary>How Excel shows a value.</summary>
public enum ValueLook { Number, Percent, Sum, Day }
