using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>A row of a table without ruling lines, as far as its lines have been read.</summary>
internal sealed class AlignedRow(Message where, int columns, double sure)
{
    private readonly string[] _texts = [.. Enumerable.Repeat("", columns)];
    private int _lines;

    public bool IsAcross { get; private init; }

    /// <summary>Whether its first line is still being read.</summary>
    public bool IsNew => _lines == 0;

    public static AlignedRow Across(Message where, string text, int columns)
    {
        var row = new AlignedRow(where, columns, 0.9) { IsAcross = true };
        row._texts[0] = text;
        return row;
    }

    public void Add(int column, string text) => _texts[column] = _texts[column].Length == 0 ? text : _texts[column] + "\n" + text;

    public void EndLine() => _lines++;

    public string TextOf(int column) => column < 0 ? "" : _texts[column];

    public PrintedRow Printed(double[] edges) => IsAcross
        ? new(where, [Cell(edges, 0, columns, _texts[0])])
        : new(where, [.. _texts.Select((text, i) => Cell(edges, i, i + 1, text))]);

    /// <summary>The outermost columns reach as far as they like; for their order a step beside the gutter will do.</summary>
    public static double Edge(double[] edges, int i) => i == 0 ? edges[1] - 100 : i == edges.Length - 1 ? edges[^2] + 100 : edges[i];

    private PrintedCell Cell(double[] edges, int first, int end, string text) => new(Edge(edges, first), Edge(edges, end), text)
    {
        Confidence = sure,
        Doubt = sure < 0.9 ? new Message("intake.pdf-alignment") : null,
    };
}
