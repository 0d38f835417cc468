using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Drawings;

/// <summary>The words that stand on drawings, in one language.</summary>
public sealed record DrawingWords(
    string Today, string Promised, string Reported, string Verified, string Expected, string ClosedMonths, string Overdue, string DoneLate, string Ahead, string Undated, string Yearly, string Built, string Paid)
{
    public static DrawingWords In(PageText text)
    {
        string Say(string what) => text.Say("paper.drawing." + what);
        return new(
            Say("today"), Say("promised"), Say("reported"), Say("verified"), Say("expected"), Say("closed-months"), Say("overdue"), Say("done-late"), Say("ahead"), Say("undated"), Say("yearly"), Say("built"), Say("paid"));
    }
}
