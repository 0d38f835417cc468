namespace Atkaruu.Modules.Intake.Text;

/// <summary>The part of the costs that needs no memory: what words say about the column they stand in.</summary>
internal sealed class PlaceCosts
{
    private const int Roles = (int)ColumnRole.Other + 1;

    private readonly float[] _words, _end;

    public PlaceCosts(Piece[] pieces)
    {
        (_words, _end) = (new float[pieces.Length * Roles], new float[pieces.Length * Roles]);
        for (var i = 0; i < pieces.Length; i++)
            for (var role = 0; role < Roles; role++)
            {
                _words[i * Roles + role] = (float)Words((ColumnRole)role, pieces[i]);
                _end[i * Roles + role] = (float)End((ColumnRole)role, pieces[i]);
            }
    }

    /// <summary>Words that do not belong into such a column.</summary>
    public double Words(ColumnRole role, int piece) => _words[piece * Roles + (int)role];

    /// <summary>A cell of the column ends with this piece.</summary>
    public double End(ColumnRole role, int piece) => _end[piece * Roles + (int)role];

    private static double Words(ColumnRole role, Piece piece) => role switch
    {
        ColumnRole.Number => 0,
        ColumnRole.Schedule => 0,
        ColumnRole.Responsible =>
            (piece.HasDone ? 3 : 0) + (piece.Ends == Ending.Doing && piece.NamesBegin < 0.5 ? 1.5 : 0) + (piece.IsShred ? 4 : 0)
            + (piece.Naming > 0 ? -0.7 : NeutralInNames(piece) ? 0.3 : 1.2),
        ColumnRole.Funding => (piece.IsShred ? 4 : 0) + (piece.HasDone ? 1.5 : 0) + (MoneyWords.IsSource(piece) ? -0.5 : 0.8),
        ColumnRole.Amount => MoneyWords.IsSum(piece) ? -0.5 : 3,
        ColumnRole.Result => (piece.IsShred ? 3 : 0) + (piece.Naming > 0.9 ? 1.7 : 0),
        _ => (piece.IsShred ? 4 : 0) + (piece.Naming > 0.9 ? 1.2 : 0) + (piece.HasDone ? 1.5 : 0),
    };

    /// <summary>A cell of the column begins with this piece.</summary>
    public static double Begin(ColumnRole role, Piece piece, ColumnRole? from) => role switch
    {
        ColumnRole.Task => 1 + Shape(piece, small: 4, other: 1) + (piece.WideBlank || piece.StartsLine && piece.Indent > 1 ? 2 : 0),
        ColumnRole.Title when from == ColumnRole.Task => (piece.BeginsDoing ? -1 : 0) + Shape(piece, small: piece.Indent > 0 ? 2.5 : 4, other: 0.3),
        ColumnRole.Title => 0.7 + Shape(piece, small: piece.Indent > 0 ? 1.5 : 3, other: 0.3),
        ColumnRole.Result => Shape(piece, small: from == ColumnRole.Schedule ? 1.5 : 3, other: 0.3),
        ColumnRole.Responsible => (1 - piece.NamesBegin) * 5 + Shape(piece, small: 1, other: 0.2),
        ColumnRole.Funding => MoneyWords.IsSource(piece) ? 0 : 3,
        _ => 0,
    };

    private static double End(ColumnRole role, Piece last) => role switch
    {
        ColumnRole.Task or ColumnRole.Title => last.Ends switch
        {
            Ending.Doing or Ending.Stop => 0,
            Ending.Closed => 0.5,
            Ending.Figure or Ending.Plain => 1.5,
            Ending.Capitals => 2.5,
            Ending.Done => 3,
            _ => 5,
        },
        ColumnRole.Result => last.Ends switch
        {
            Ending.Done or Ending.Stop => 0,
            Ending.Doing => 0.7,
            Ending.Plain or Ending.Figure or Ending.Closed => 1.5,
            _ => 4,
        },
        ColumnRole.Responsible => last.Ends switch
        {
            Ending.Capitals or Ending.Stop or Ending.Closed => 0,
            Ending.Comma => 1.5,
            Ending.Done or Ending.Hyphen => 4,
            _ => last.NamesBody ? 0 : last.Ends == Ending.Open ? 3 : 1.2,
        },
        _ => 0,
    };

    /// <summary>Two cells meet between two pieces.</summary>
    public static double Break(Piece before, Piece piece, ColumnRole from, ColumnRole to)
    {
        if (!piece.StartsLine) return from is ColumnRole.Number or ColumnRole.Schedule || to == ColumnRole.Schedule ? 0 : 3;
        var cost = piece.Gap == 0 && from != ColumnRole.Schedule ? 1.0 : 0;
        if (before.Ends == Ending.Hyphen && from != ColumnRole.Schedule) cost += 5;
        if (piece.InBrackets) cost += 3;
        if (piece.Spacer) cost -= 1.5;
        if (piece.Indent > 0) cost -= 1;
        return cost;
    }

    /// <summary>A cell goes on over a line break.</summary>
    public static double GoOn(ColumnRole role, Piece before, Piece piece)
    {
        var cost = (piece.Spacer ? 3.0 : 0) + (piece.Indent > 0 ? 1.5 : 0);
        if (role == ColumnRole.Result && before.Ends is Ending.Done or Ending.Stop) cost += 2 * piece.NamesBegin;
        if (role == ColumnRole.Responsible || before.Ends is Ending.Hyphen or Ending.Stop) return cost;
        var ended = before.Ends is Ending.Doing or Ending.Done;
        return cost + piece.Begins switch
        {
            Beginning.Capital when piece.PlainCapital => ended || piece.BeginsDoing ? 2.5 : 1.8,
            Beginning.Quote => ended ? 1.8 : 0.2,
            Beginning.Capital or Beginning.Dash => ended ? 1.3 : 0.2,
            _ => 0,
        };
    }

    /// <summary>A row without this cell.</summary>
    public static double Missing(ColumnRole role) => role switch
    {
        ColumnRole.Title => 8,
        ColumnRole.Schedule => 5,
        ColumnRole.Responsible => 5,
        ColumnRole.Result => 3.5,
        ColumnRole.Funding or ColumnRole.Amount => 1.5,
        _ => 0,
    };

    private static double Shape(Piece piece, double small, double other) => piece.Begins switch
    {
        Beginning.Capital => 0,
        Beginning.Small => small,
        _ => other,
    };

    private static bool NeutralInNames(Piece piece) => piece.Words.All(word => BodyNames.IsCompanion(word.Folded) || !char.IsLower(word.Bare[0]) || word.Text[0] == '(' || word.Text[^1] == ')');
}
