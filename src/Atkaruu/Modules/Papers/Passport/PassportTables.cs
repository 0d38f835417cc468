using Atkaruu.Kernel;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Papers.Drawings;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Works;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>What has numbers: indicators, phases, contracts, money.</summary>
internal static class PassportTables
{
    public static IEnumerable<Block> Of(PassportFacts facts, PageText text) => [.. Indicators(facts, text), .. Works(facts, text), .. Money(facts, text)];

    private static IEnumerable<Block> Indicators(PassportFacts facts, PageText text)
    {
        var p = facts.Progress;
        if (p.Promise.Indicators.Count == 0) yield break;
        var told = facts.Scene.Progress.FactsOf(facts.Measure).ToldAt(p.View);
        yield return new Heading(2, text.Say("measure.indicators"));
        yield return new Table(
            [
                new(text.Say("measure.indicator"), 40), new(text.Say("measure.baseline"), 15, CellAlign.Right), new(text.Say("measure.target"), 18, CellAlign.Right),
                new(text.Say("paper.passport.actual"), 18, CellAlign.Right), new(text.Say("paper.passport.attained"), 15, CellAlign.Right),
            ],
            [.. p.Promise.Indicators.Select(Row)]);
        foreach (var years in ByYear.Of(facts.Scene.Progress, facts.Measure).Where(years => years.Indicator.YearTargets.Count > 1).Take(1))
            yield return new Figure(YearBarsDrawing.Of(years, value => text.Number(value, years.Indicator.Decimals), DrawingWords.In(text), p.View.Until.Year, 120, 30),
                text.Say("paper.passport.years", years.Indicator.Name.In(text.Language)), $"{years.Indicator.Name.In(text.Language)}, {text.UnitWord(years.Indicator.Unit)}");

        Row Row(Indicator indicator)
        {
            var actual = Totals.At(indicator.Accumulation, Attained.ReadingsOf(indicator, told), p.View.Until);
            var target = indicator.Target ?? indicator.TargetIn(p.View.Until.Year);
            var share = Attainment.Of(actual, indicator.Baseline, target, indicator.Direction);
            return new([
                new(text.Of(indicator.Name)), Number(indicator, indicator.Baseline, text.Say("measure.unknown")),
                Number(indicator, target, "–", indicator.Target is null && target is not null ? text.Say("how.year", p.View.Until.Year) : null),
                Number(indicator, actual, text.Say("how.untold")), Cell.Percent(share, text.Percent(share)),
            ]);
        }

        Cell Number(Indicator indicator, decimal? value, string none, string? of = null) =>
            value is { } known ? Cell.Number(value, text.Quantity(known, indicator.Unit, indicator.Decimals) + (of is null ? "" : $" ({of})")) : new(new Run(none, RunLook.Quiet)) { Align = CellAlign.Right };
    }

    private static IEnumerable<Block> Works(PassportFacts facts, PageText text)
    {
        var record = facts.Works;
        if (facts.Measure.Kind != Plan.MeasureKind.Works || record.IsEmpty && !facts.Curve.Physical.Any(point => point.Share > 0)) yield break;
        yield return new Heading(2, text.Say("paper.passport.works"));
        if (record.Standing.Any()) yield return Phases(record, text, facts.Progress.View.Day);
        if (record.Contracts.Count > 0) yield return Contracts(record, text);
        if (facts.Curve.Physical.Concat(facts.Curve.Paid).Any(point => point.Share > 0)) // a line along the floor says nothing that the table does not
            yield return new Figure(SCurveDrawing.Of(facts.Curve, DrawingWords.In(text), 170, 26), CurveWords(facts.Curve, text), text.Say("works.curve"));
    }

    private static string CurveWords(SCurve curve, PageText text)
    {
        string Share(IReadOnlyList<CurvePoint> line) => line is [.., var last] ? Axis.Percent(last.Share) : "–";
        return text.Say("works.curve.label", Share(curve.Physical), Share(curve.Paid));
    }

    private static Table Phases(WorksRecord record, PageText text, DateOnly today)
    {
        string Day(DateOnly? day) => day is { } known ? text.Day(known) : "–";
        return new(
            [new(text.Say("return.phase"), 26), new(text.Say("paper.passport.phase.planned"), 16), new(text.Say("paper.passport.phase.end"), 18), new(text.Say("paper.passport.phase.document"), 46)],
            [.. Enum.GetValues<WorksPhase>().Select(phase => record.Phase(phase)).Where(row => row.End is not null || row.Blocker is not null).Select(Row)])
        {
            Caption = string.Join(", ", record.Standing.Select(site => site.Name)),
        };

        Row Row(PhaseDates row) => new([
            new(new Run(text.Say(WorksWords.Key(row.Phase))) { State = WorksWords.Shape(row, record.Current, today) }),
            new(Day(row.Planned) + (row.WasReplanned ? " " + text.Say("paper.passport.phase.first", Day(row.FirstPlanned)) : "")),
            new(row.Confirmed is not null ? Day(row.Confirmed) : row.Estimated is { } about ? text.Say("paper.passport.phase.estimated", about) : "–"),
            new([row.Document is { } document ? Runs.Original(document) : Prose.Empty, row.Blocker is { } stop ? Prose.Of(new Run(text.Say("paper.passport.phase.blocked") + " ", RunLook.Bold), Runs.Original(stop)) : Prose.Empty]),
        ]);
    }

    private static Table Contracts(WorksRecord record, PageText text) => new(
        [new(text.Say("works.contract.number"), 20), new(text.Say("works.contract.supplier"), 34), new(text.Say("works.contract.value"), 26, CellAlign.Right), new(text.Say("works.contract.ends"), 26)],
        [.. record.Contracts.Select(contract => new Row([
            new($"№ {contract.Number}, {text.Day(contract.Signed)}"), new(Runs.Original(contract.Supplier)),
            Cell.Sum(contract.Value.Sum, text.Sum(contract.Value.Sum, contract.Value.Currency) + (contract.ValueOverrun == 0 ? "" : $" ({WorksWords.Share(text, contract.ValueOverrun)})")),
            new(contract.IsBrokenOff ? text.Say("works.contract.broken-off", contract.BrokenOffOn, contract.BrokenOffBecause)
                : text.Day(contract.Ends) + (contract.DaysOverrun == 0 ? "" : $" ({text.Say(contract.DaysOverrun > 0 ? "works.contract.longer" : "works.contract.shorter", Math.Abs(contract.DaysOverrun))})")),
        ]))])
    {
        Caption = text.Say("works.contracts"),
    };

    /// <summary>By source and year; each sum once, and their sum.</summary>
    private static IEnumerable<Block> Money(PassportFacts facts, PageText text)
    {
        if (facts.Money.IsNothing) yield break;
        yield return new Heading(2, text.Say("paper.passport.money"));
        Cell Sum(Total total) => total.IsNothing ? new("–") { Align = CellAlign.Right } : Cell.Sum(total.WithoutRate.Any() ? null : total.Som, total.Som == 0 ? string.Join(" ", total.WithoutRate.Select(cash => text.Sum(cash.Sum, cash.Currency))) : text.Total(total));
        Row Line(string name, string year, Figures figures, RowKind kind = RowKind.Plain) => new([new(name), new(year), Sum(figures.Planned), Sum(figures.Committed), Sum(figures.Paid)], kind);
        yield return new Table(
            [
                new(text.Say("paper.passport.money.source"), 36), new(text.Say("money.year"), 10), new(text.Say("money.planned"), 20, CellAlign.Right),
                new(text.Say("money.committed"), 20, CellAlign.Right), new(text.Say("money.paid"), 20, CellAlign.Right),
            ],
            [
                .. facts.Money.Entries.GroupBy(entry => (entry.Source, entry.Year)).OrderBy(line => line.Key.Source).ThenBy(line => line.Key.Year)
                    .Select(line => Line(text.Say(line.Key.Source.Key()), line.Key.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), Figures.Of(line.Select(entry => entry.Figures)))),
                Line(text.Say("paper.passport.money.whole"), "", facts.Money.Whole, RowKind.Total),
            ]);
    }
}
