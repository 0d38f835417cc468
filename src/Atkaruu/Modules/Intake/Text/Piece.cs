namespace Atkaruu.Modules.Intake.Text;

/// <summary>How a stretch of text begins.</summary>
internal enum Beginning { Capital, Small, Figure, Quote, Dash, Sign }

/// <summary>
/// A stretch of a line that belongs to one cell as a whole. Most lines are one piece; a line where two cells met is
/// cut where a number ends and where a deadline begins or ends.
/// </summary>
internal sealed class Piece
{
    public Piece(PrintedLine line, string text, Word[] words, bool startsLine, bool endsLine)
    {
        (Line, Text, Words, StartsLine, EndsLine) = (line, text, words, startsLine, endsLine);
        NamesBody = Words.Any(word => word.IsBody);
        (Begins, Ends) = (BeginningOf(text), WordEndings.Of(text));
        Width = Glyphs.Width(text);
        FirstWordWidth = Glyphs.Width(text.AsSpan(0, text.IndexOf(' ') is > 0 and var end ? end : text.Length));
        Naming = BodyNames.Share(Words);
        IsShred = ScheduleForms.IsShred(text);
        HasDone = Words.Any(word => word.Ending == Ending.Done);
    }

    public PrintedLine Line { get; }
    public string Text { get; }
    public Word[] Words { get; }
    public bool StartsLine { get; }
    public bool EndsLine { get; }
    public Beginning Begins { get; }
    public Ending Ends { get; }
    public int Width { get; }
    public int FirstWordWidth { get; }

    /// <summary>A body is named in it.</summary>
    public bool NamesBody { get; }

    /// <summary>How much of it is names of bodies: 0…1.</summary>
    public double Naming { get; }

    /// <summary>How much a list of bodies seems to begin here: 0…1.</summary>
    public double NamesBegin { get; set; }

    /// <summary>Nothing but (a part of) a deadline.</summary>
    public bool IsShred { get; }

    /// <summary>A finite verb is in it.</summary>
    public bool HasDone { get; }

    /// <summary>The row number it may be; null for text.</summary>
    public int? Number { get; init; }

    /// <summary>The number has a point or bracket after it.</summary>
    public bool Pointed => Number is not null && !char.IsDigit(Text[^1]);

    /// <summary>More than one blank stood before it in its line: an empty cell may lie between.</summary>
    public bool WideBlank { get; init; }

    /// <summary>It begins with a capital that no name needs.</summary>
    public bool PlainCapital { get; set; }

    /// <summary>It begins as a measure begins in Russian: «Строительство …».</summary>
    public bool BeginsDoing => Begins == Beginning.Capital && WordEndings.BeginsDoing(Words[0].Folded);

    /// <summary>It begins inside brackets or quotation marks that close soon.</summary>
    public bool InBrackets { get; set; }

    /// <summary>Pieces after this one that end a deadline beginning here; empty where none begins.</summary>
    public int[] ScheduleEnds { get; set; } = [];

    public int Gap => StartsLine ? Line.Gap : 0;
    public bool Spacer => StartsLine && Line.Spacer;
    public int Indent => StartsLine ? Line.Indent : 0;
    public bool NewPage => StartsLine && Line.NewPage;

    private static Beginning BeginningOf(string text) => text[0] switch
    {
        '“' or '«' or '"' or '„' => Beginning.Quote,
        '-' or '–' or '—' or '•' or '*' => Beginning.Dash,
        '№' or '(' => Beginning.Sign,
        var c when char.IsDigit(c) => Beginning.Figure,
        var c when char.IsUpper(c) => Beginning.Capital,
        _ => Beginning.Small,
    };
}
