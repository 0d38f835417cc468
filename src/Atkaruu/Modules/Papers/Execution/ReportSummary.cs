using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>The opening sentences of a report: executed of due, how all stand, who reported in time, the internal score, the money.</summary>
internal sealed class ReportSummary(PaperScene scene, IReadOnlyList<MeasureLine> lines, PageText text)
{
    private readonly Summary _sum = Summary.Of(lines.Select(line => line.Progress));

    public IEnumerable<Block> Paragraphs(PaperSaid said)
    {
        Say(said);
        yield return new Paragraph(Executed(), ParagraphLook.Lead);
        yield return new Paragraph(States());
        if (Returns() is { } returns) yield return new Paragraph(returns);
        yield return new Paragraph(text.Say("paper.summary.mean", _sum.Count, _sum.Told, text.Percent(_sum.Reported), _sum.Looked, text.Percent(_sum.Verified)));
        yield return new Paragraph(Money());
    }

    /// <summary>«… 12 иш-чаранын мөөнөтү келди. Алардын 9у аткарылды, анын ичинде 1и … ырасталды.»</summary>
    public string Executed()
    {
        var day = OfficialWords.On(scene.Progress.View.Until);
        if (_sum.Due == 0) return text.Say("paper.summary.none-due", day, _sum.Count);
        var due = text.Say("paper.summary.due", day, _sum.Count, _sum.Due);
        return due + " " + (_sum.Executed, _sum.ExecutedVerified) switch
        {
            (0, _) => text.Say("paper.summary.none-executed"),
            (_, 0) => text.Say("paper.summary.none-verified", _sum.Executed),
            _ => text.Say("paper.summary.executed", _sum.Executed, _sum.ExecutedVerified),
        };
    }

    /// <summary>Every state with its count: they add up to all.</summary>
    public string States() =>
        text.Say("paper.summary.states", string.Join("; ", Standing.States.Where(state => _sum.In(state) > 0).Select(state => text.Say("paper.count." + state, _sum.In(state)))));

    /// <summary>Of the measures about which a return was owed, on how many those who lead them reported; and of all returns, how many came in time.</summary>
    public string? Returns()
    {
        List<MeasureLine> owed = [.. lines.Where(line => line.IsOwed)];
        List<OwedLine> known = [.. lines.SelectMany(line => line.Owed).Where(o => !o.IsHidden)];
        if (owed.Count == 0) return null;
        var told = text.Say("paper.summary.told", scene.Period!.Value, owed.Count, owed.Count(line => line.Leads.Any()));
        return known.Count == 0 ? told : told + " " + text.Say("paper.summary.returns", known.Count, string.Join(", ", Parts(known, text)));
    }

    /// <summary>Of returns: in time, late, not come; what there is none of is not said.</summary>
    public static IEnumerable<string> Parts(IReadOnlyCollection<OwedLine> owed, PageText text) =>
        from part in new[] { ("in-time", owed.Count(o => o.Came && !o.Late)), ("late", owed.Count(o => o.Came && o.Late)), ("missing", owed.Count(o => o.IsMissing)) }
        where part.Item2 > 0
        select text.Say("paper.returns." + part.Item1, part.Item2);

    public string Money()
    {
        List<MeasureMoney> money = [.. lines.Select(line => line.Money).Where(of => !of.IsNothing)];
        var whole = Figures.Of(money.Select(of => of.Whole));
        return money.Count == 0 ? text.Say("paper.summary.no-money")
            : text.Say("paper.summary.money", _sum.Count, money.Count, text.Total(whole.Planned), text.Total(whole.Paid), whole.PaidShare is { } paid ? $" ({text.Percent(paid)})" : "", OfficialWords.On(scene.Today));
    }

    private void Say(PaperSaid said)
    {
        said.Add(new("paper.said.measures"), text.Number(_sum.Count));
        said.Add(new("paper.said.executed"), $"{_sum.Executed} / {_sum.Due}");
        said.Add(new("paper.said.verified"), text.Number(_sum.ExecutedVerified));
        said.Add(new("paper.said.late"), text.Number(lines.Count(line => line.IsLate)));
        said.Add(new("paper.said.told"), $"{lines.Count(line => line.IsOwed && line.Leads.Any())} / {lines.Count(line => line.IsOwed)}");
    }
}
