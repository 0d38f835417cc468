using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Who: somebody, somebody known, one who answers, and under one name.</summary>
internal static class BodyChecks
{
    public static IEnumerable<Finding> NoLead(CheckedPlan plan) =>
        from measure in plan.Measures
        where measure.Responsible.Lead is null
        select Found.In(measure, "no-lead", Severity.Error, [measure.TitleCell().Quote(), measure.ResponsibleCell().QuotePart(measure.Responsible.Text)], measure.Responsible.Text);

    public static IEnumerable<Finding> Unknown(CheckedPlan plan) =>
        from name in plan.Measures.SelectMany(m => m.Responsible.Unknown.Select(name => (Measure: m, Name: name))).GroupBy(u => Folding.Fold(u.Name))
        let first = name.First().Name
        select Found.Of("body-unknown", Severity.Warning, name.Select(u => u.Measure.Ordinal),
            name.Select(u => u.Measure.ResponsibleCell().QuotePart(u.Name)), first, Found.Rows(name.Select(u => u.Measure.Ordinal)));

    /// <summary>«ЖӨБО» is three governments: when it stands first, no single one answers for the whole.</summary>
    public static IEnumerable<Finding> LeadIsGroup(CheckedPlan plan)
    {
        var led = (from measure in plan.Measures
                   let lead = measure.Responsible.Lead is { } code ? plan.Bodies.GetValueOrDefault(code) : null
                   where lead is { IsGroup: true }
                   select (Measure: measure, Lead: lead)).ToList();
        return from same in led.GroupBy(l => l.Lead.Code)
               let shared = same.First().Lead
               let rows = same.Select(l => l.Measure.Ordinal).ToList()
               select Found.Of("lead-is-group", Severity.Note, rows, same.Select(l => Spelling(l.Measure, shared) is { } mark ? l.Measure.ResponsibleCell().Quote(mark) : l.Measure.ResponsibleCell().Quote()),
                   shared.ShortName, shared.Members.Count, rows.Count, Found.Rows(rows)).InRows(_ => [shared.ShortName, shared.Members.Count]);
    }

    /// <summary>«инвестор», «жеке ишкер»: a role without a name cannot be asked for a report.</summary>
    public static IEnumerable<Finding> Unnamed(CheckedPlan plan)
    {
        var quotes = (from measure in plan.Measures
                      let unnamed = measure.Responsible.Bodies.Select(b => plan.Bodies.GetValueOrDefault(b)).OfType<Body>().Where(b => b.Kind == BodyKind.Unnamed).ToList()
                      where unnamed.Count > 0
                      let marks = unnamed.Select(b => Spelling(measure, b)).OfType<(int, int)>().ToList()
                      select (measure.Ordinal, Names: marks.Select(m => measure.Responsible.Text.Substring(m.Item1, m.Item2)), Quote: measure.ResponsibleCell().Quote(marks))).ToList();
        if (quotes.Count == 0) yield break;
        var finding = Found.Of("body-unnamed", Severity.Note, quotes.Select(q => q.Ordinal), quotes.Select(q => q.Quote),
            Found.Words(quotes.SelectMany(q => q.Names).Distinct()), Found.Rows(quotes.Select(q => q.Ordinal)));
        yield return finding.InRows(row => [finding.MarkedIn(row)]);
    }

    /// <summary>A bank, a ministry, a donor: the district administration cannot order them to report, it can only agree with them.</summary>
    public static IEnumerable<Finding> Outside(CheckedPlan plan)
    {
        var outside = (from measure in plan.Measures
                       from code in measure.Responsible.Bodies
                       let body = plan.Bodies.GetValueOrDefault(code)
                       where body?.Kind is BodyKind.Republican or BodyKind.Enterprise or BodyKind.Partner
                       select (Measure: measure, Body: body)).ToList();
        if (outside.Count == 0) yield break;
        var rows = outside.Select(o => o.Measure.Ordinal).Distinct().ToList();
        yield return Found.Of("body-outside", Severity.Note, rows,
            outside.GroupBy(o => o.Measure).Select(o => o.Key.ResponsibleCell().Quote(o.Select(b => Spelling(o.Key, b.Body)).OfType<(int, int)>())),
            Names(outside), rows.Count, Found.Rows(rows)).InRows(row => [Names(outside.Where(o => o.Measure.Ordinal == row))]);

        static IReadOnlyList<Words> Names(IEnumerable<(MeasureDraft Measure, Body Body)> named) => [.. named.Select(o => o.Body.ShortName).Distinct()];
    }

    /// <summary>A partner under an abbreviation that is not its own: «ПРООН азык-түлүк программасы».</summary>
    public static IEnumerable<Finding> Misnamed(CheckedPlan plan) =>
        from measure in plan.Measures
        from body in measure.Responsible.Bodies.Select(b => plan.Bodies.GetValueOrDefault(b)).OfType<Body>().Where(b => b.Kind == BodyKind.Partner)
        let mark = Spelling(measure, body)
        where mark is not null
        let printed = measure.Responsible.Text.Substring(mark.Value.Start, mark.Value.Length)
        let strange = Folding.Words(printed).Where(w => IsAbbreviation(printed, w) && !Folding.Fold(body.Name.Ky + body.ShortName.Ky).Contains(w.Text, StringComparison.Ordinal))
        where strange.Any()
        select Found.In(measure, "body-misnamed", Severity.Note, [measure.ResponsibleCell().Quote(mark.Value)], printed, body.Name);

    /// <summary>ЭСКМБ, ЭСКММБ, РЭСМБ: one office under three names looks like three in every table.</summary>
    public static IEnumerable<Finding> SpelledSeveralWays(CheckedPlan plan)
    {
        foreach (var body in plan.Vocabulary.Bodies.Where(b => !b.IsGroup && b.Kind != BodyKind.Unnamed))
        {
            var met = (from measure in plan.Measures
                       where measure.Responsible.Bodies.Contains(body.Code)
                       let mark = Spelling(measure, body)
                       where mark is not null
                       select (Measure: measure, Mark: mark.Value, Form: measure.Responsible.Text.Substring(mark.Value.Start, mark.Value.Length))).ToList();
            var forms = met.GroupBy(m => m.Form).ToDictionary(g => g.Key, g => g.ToList());
            var names = forms.Keys.Where(form => !forms.Keys.Any(other => IsPartOf(other, form))).ToList();
            if (names.Count < 2) continue;

            var ordered = names.OrderByDescending(n => forms[n].Count).ToList();
            var rows = ordered.SelectMany(n => forms[n]).ToList();
            yield return Found.Of("body-spelled-several-ways", Severity.Note, rows.Select(m => m.Measure.Ordinal),
                ordered.Select(n => forms[n][0]).Select(m => m.Measure.ResponsibleCell().Quote(m.Mark)),
                string.Join(", ", ordered.Select(n => $"«{n}» ({forms[n].Count})")), body.Name, ordered.Count);
        }
    }

    /// <summary>A longer name that holds a shorter one is the same spelling: «Чоң-Алай РМА», «РМА», and «РМАлар» with its ending.</summary>
    private static bool IsPartOf(string shorter, string longer) =>
        shorter != longer && (longer.EndsWith(' ' + shorter, StringComparison.Ordinal) || longer.StartsWith(shorter + ' ', StringComparison.Ordinal)
            || (shorter.All(char.IsUpper) && longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length..].All(char.IsLower)));

    /// <summary>Where a body is named in a measure's cell, the longest of its names; null when none is found there.</summary>
    private static (int Start, int Length)? Spelling(MeasureDraft measure, Body body)
    {
        var text = Folding.Words(measure.Responsible.Text);
        (int Start, int Length)? best = null;
        foreach (var alias in body.Aliases.Append(body.ShortName.Ky).Append(body.Name.Ky))
        {
            var name = Folding.Words(alias);
            for (var i = 0; name.Count > 0 && i + name.Count <= text.Count; i++)
            {
                if (!Enumerable.Range(0, name.Count).All(j => Fits(measure.Responsible.Text, text[i + j], alias, name[j], last: j == name.Count - 1))) continue;
                var (start, end) = (text[i].Start, text[i + name.Count - 1].End);
                if (start > 0 && measure.Responsible.Text[start - 1] == '№') start--;
                if (best is null || end - start > best.Value.Length) best = (start, end - start);
            }
        }
        return best;
    }

    /// <summary>Only the last word of a name takes an ending; an abbreviation is written in capitals, so that ӨКМ is not өкмөтү.</summary>
    private static bool Fits(string text, FoldedWord word, string alias, FoldedWord name, bool last) =>
        last ? word.Text.StartsWith(name.Text, StringComparison.Ordinal) && (!IsAbbreviation(alias, name) || IsAbbreviation(text, word with { Length = name.Length })) : word.Text == name.Text;

    private static bool IsAbbreviation(string text, FoldedWord word) => text.Substring(word.Start, word.Length).All(char.IsUpper);
}
