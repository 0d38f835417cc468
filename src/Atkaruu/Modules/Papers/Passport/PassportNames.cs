using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>Names and what they are: section, task, who, where, by when, for how much, by which act.</summary>
internal static class PassportNames
{
    public static IEnumerable<(string Name, Prose Value)> Of(PassportFacts facts, PageText text)
    {
        var (plan, measure) = (facts.Plan, facts.Measure);
        yield return (text.Say("measure.code"), Prose.Of(new Run(measure.Code, RunLook.Bold), new Run(", " + (measure.Number is { } number ? text.Say("measure.row", number, measure.Ordinal) : text.Say("measure.row-unnumbered", measure.Ordinal)), RunLook.Quiet)));
        yield return (text.Say("paper.passport.section"), text.Of(plan.Section(measure).Title));
        yield return (text.Say("measure.task"), text.Of(plan.Task(measure).Title));
        foreach (var (leads, role) in new[] { (true, "paper.passport.lead"), (false, "paper.passport.others") })
            if (Bodies(facts, text, leads) is { IsEmpty: false } bodies) yield return (text.Say(role), bodies);
        yield return (text.Say("measure.places"), PlacesOf(facts, text));
        yield return (text.Say("measure.schedule"), Schedule(facts, text));
        yield return (text.Say("measure.cell.Result"), measure.ExpectedResult.Ky.Length > 0 ? text.Of(measure.ExpectedResult) : new Run(text.Say("measure.no-result-long"), RunLook.Quiet));
        if (measure.Amounts.Count > 0) yield return (text.Say("measure.sum"), string.Join("; ", measure.Amounts.Select(amount => text.Sum(amount.Sum, amount.Currency))));
        yield return (text.Say("measure.edition"), Prose.Of(new Run(text.Say("register.edition", plan.Edition.Number) + ", "), new Run(text.Name(plan.Edition.Act))));
    }

    /// <summary>Villages and municipalities; empty for a measure of the whole district.</summary>
    public static IReadOnlyList<Place> Places(PassportFacts facts) =>
        [.. facts.Measure.Places.OrderBy(part => part.Order).Select(part => facts.Plan.Place(part.Place)).OfType<Place>().Where(place => place.Kind is not (PlaceKind.Oblast or PlaceKind.District))];

    /// <summary>The one figure of the promise: a number to reach, else the last day.</summary>
    public static string Promised(PassportFacts facts, PageText text)
    {
        var promise = facts.Progress.Promise.Indicators.FirstOrDefault(i => i.Target is not null || i.YearTargets.Count > 0);
        return promise?.Target is { } target ? text.Quantity(target, promise.Unit, promise.Decimals)
            : promise is not null ? text.Say("measure.each-year", text.Quantity(promise.YearTargets[0].Value, promise.Unit, promise.Decimals))
            : facts.Plan.LastDue(facts.Measure) is { } due ? text.Day(due) : text.Say("measure.always");
    }

    private static Prose PlacesOf(PassportFacts facts, PageText text)
    {
        var places = Places(facts);
        if (places.Count == 0) return text.Say("register.district-wide");
        List<Run> runs = [];
        foreach (var place in places) runs.AddRange([text.Of(place.Name), new(", ")]);
        return new(runs[..^1]);
    }

    /// <summary>The bodies that lead, or the others; a group with those it stands for.</summary>
    private static Prose Bodies(PassportFacts facts, PageText text, bool lead)
    {
        List<Run> runs = [];
        foreach (var part in facts.Measure.Bodies.Where(part => part.Role == BodyRole.Lead == lead).OrderBy(part => part.Order))
        {
            if (facts.Plan.Body(part.Body) is not { } body) continue;
            if (runs.Count > 0) runs.Add(new("; "));
            runs.Add(text.Of(body.Name));
            if (body.IsGroup) runs.Add(new($" ({string.Join(", ", body.Members.Select(facts.Plan.Body).OfType<Bodies.Body>().Select(member => member.ShortName.In(text.Language)))})", RunLook.Quiet));
        }
        return new(runs);
    }

    /// <summary>The printed words, what they mean, and what they were when the measure was first approved.</summary>
    private static Prose Schedule(PassportFacts facts, PageText text)
    {
        var schedule = facts.Measure.Schedule;
        List<Run> runs = [schedule.Text.Length > 0 ? Runs.Original(schedule.Text, RunLook.Bold) : new(text.Say("measure.no-schedule"), RunLook.Quiet)];
        if (schedule is { From: { } from, To: { } to }) runs.Add(new($" ({text.Day(from)} – {text.Day(to)})"));
        if (facts.History.Wordings is [.., var first] && first.Wording.ScheduleText != schedule.Text && first.Wording.ScheduleText.Length > 0)
            runs.AddRange([new(" " + text.Say("paper.passport.first") + " ", RunLook.Quiet), Runs.Original(first.Wording.ScheduleText, RunLook.Quiet)]);
        return new(runs);
    }
}
