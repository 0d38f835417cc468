namespace Atkaruu.Modules.Intake.Text;

/// <summary>The words of the columns about money: where it comes from, and how much.</summary>
internal static class MoneyWords
{
    private static readonly string[] Sources =
    [
        "бюджет", "каражат", "грант", "инвестиц", "донор", "насыя", "кредит", "каржыл", "чегинде", "внебюджет", "средств", "спонсор", "финанс", "пределах", "собствен",
    ];

    private static readonly HashSet<string> Abbreviations = ["рб", "жб", "мб", "рф", "еврр", "фрр"];

    /// <summary>«Республикалык бюджет», «ЖБ», «в пределах выделенных средств».</summary>
    public static bool IsSource(Piece piece) =>
        piece.Words.Any(word => Abbreviations.Contains(word.Folded) || Sources.Any(source => word.Folded.StartsWith(source, StringComparison.Ordinal)));

    /// <summary>«32,0 млн сом», «500,0», «-».</summary>
    public static bool IsSum(Piece piece) => piece.Words.All(word => !char.IsLetter(word.Bare[0]) || word.Ending == Ending.Figure);
}
