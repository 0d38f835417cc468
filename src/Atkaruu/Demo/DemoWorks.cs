using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Works;

namespace Atkaruu.Demo;

/// <summary>
/// What the coordinator has written down about the works of the story: objects, the ends of phases as the returns told them, contracts
/// with their changes. Some are stopped, one contract has grown by an eighth, what was commissioned waits for its checks.
/// </summary>
internal sealed class DemoWorks(DemoStory story, PlanInForce plan, DemoCast cast)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DemoStory.End.UtcDateTime.InBishkek());
    private static readonly IReadOnlyList<Span> Quarters = [.. Span.Of(2025, SpanKind.Quarter).Concat(Span.Of(2026, SpanKind.Quarter).Take(3))];
    private static readonly string[] Blockers = ["Каржылоо ачыла элек", "Экспертизанын эскертүүлөрү оңдолуп жатат", "Жер тилкесинин макамы өзгөртүлө элек", "Тендерге катышуучу болгон жок", "Подрядчиктин техникасы жетишсиз"];
    private static readonly string[] Suppliers = ["«Алай Курулуш» ЖЧК", "«Памир Жол» ЖЧК", "«Кызыл-Суу Строй» ЖЧК", "«Ак-Буура Инженеринг» ЖЧК", "«Эркин-Тоо» курулуш кооперативи"];
    private static readonly Dictionary<WorksPhase, string> Documents = new()
    {
        [WorksPhase.Land] = "Жер тилкесин бөлүү токтому", [WorksPhase.Design] = "Долбоордук-сметалык документтер", [WorksPhase.Expertise] = "Мамлекеттик экспертизанын корутундусу",
        [WorksPhase.Funding] = "Каржылоо жөнүндө чечим", [WorksPhase.Tender] = "Тендердик комиссиянын протоколу", [WorksPhase.Contract] = "Подряд келишими", [WorksPhase.Construction] = "Аткарылган иштердин акыркы актысы",
    };

    private readonly DemoBook _book = new(plan, story.Chance);
    private bool _hasGrown;

    public Task TellAsync(CancellationToken stop)
    {
        story.StandAt(DemoStory.End.UtcDateTime.AddMinutes(-40));
        return story.AsAsync(cast.Coordinator, async services =>
        {
            var db = services.GetRequiredService<Db>();
            foreach (var measure in plan.Measures.Where(m => m is { Kind: MeasureKind.Works, State: MeasureState.InForce }))
                if (story.Chance.Of("works", measure.Code) is var luck && luck.Happens(0.88)) Enter(db, measure, luck);
            await db.SaveChangesAsync(stop);
        });
    }

    private void Enter(Db db, Measure measure, Random luck)
    {
        var place = measure.Places.Select(part => plan.Place(part.Place)).FirstOrDefault(p => p is { Kind: PlaceKind.Village or PlaceKind.Site or PlaceKind.Municipality });
        var promise = plan.Indicators(measure).FirstOrDefault(i => i is { IsPercent: false, Target: > 0 });
        var it = WorksObject.Enter(measure.Id, 1, new(measure.ShortName.Ky, place?.Code, promise?.Target, promise?.Unit, SiteNear(measure, place, luck)));
        Plan(it, measure);
        Confirm(it, measure, luck);
        if (it.Current is { } now) Expect(it, now, luck);
        db.Add(it);
        if (it.Phase(WorksPhase.Contract).Confirmed is { } signed) db.Add(Agree(it, measure, signed, luck));
    }

    private void Plan(WorksObject it, Measure measure)
    {
        var (start, end) = (measure.Schedule.StartIn(plan.Programme.FromYear), measure.Schedule.EndIn(plan.Programme.ToYear));
        foreach (var (phase, until) in DemoBook.Phases) Write(it, phase, row => row with { Planned = start.AddDays((int)((end.DayNumber - start.DayNumber) * until)) });
    }

    /// <summary>A phase ended in the quarter whose return first told of a later one.</summary>
    private void Confirm(WorksObject it, Measure measure, Random luck)
    {
        var last = DateOnly.MinValue;
        foreach (var (phase, _) in DemoBook.Phases)
        {
            if (Quarters.FirstOrDefault(quarter => IsOver(phase, measure, quarter)) is not { Year: > 0 } when) return;
            var day = when.From.AddDays(luck.Next(20, 80));
            last = day > last ? day : last.AddDays(luck.Next(1, 6));
            if (last > Today) return;
            var number = luck.Next(3, 190);
            if (phase == WorksPhase.Commissioning)
                it.Commission(new(last, $"Кабыл алуу актысы № {number}", last.AddYears(2), plan.Municipalities(measure).FirstOrDefault() is { } area ? area.Name.Ky + " айыл өкмөтү" : plan.Lead(measure)?.Name.Ky ?? "Район администрациясы"), Today);
            else Write(it, phase, row => row with { Confirmed = last, Document = $"{Documents[phase]} № {number}" });
        }
    }

    private bool IsOver(WorksPhase phase, Measure measure, Span quarter)
    {
        var said = plan.DutiesOf(measure).Where(duty => duty.EntersValues).Select(duty => _book.Said(measure, quarter, Character.Of(duty.Body))).DefaultIfEmpty().Min();
        var (now, percent) = DemoBook.At(said);
        return now > phase || phase == WorksPhase.Commissioning && now == phase && percent >= 100;
    }

    /// <summary>What is still to come takes a little longer than planned; some of it is stopped.</summary>
    private static void Expect(WorksObject it, WorksPhase now, Random luck)
    {
        var (slow, from) = (luck.Between(0.9, 1.35), now == WorksPhase.Land ? it.Phase(now).Planned!.Value : it.Phase(now - 1).Planned!.Value);
        foreach (var row in it.Phases.Where(row => row.Phase >= now).ToList())
            Write(it, row.Phase, entry => entry with { Estimated = Today.AddDays(12 + (int)(Math.Max(0, row.Planned!.Value.DayNumber - from.DayNumber) * slow)) });
        if (luck.Happens(0.14)) Write(it, now, entry => entry with { Blocker = luck.OneOf(Blockers), BlockedSince = Today.AddDays(-luck.Next(15, 160)) });
    }

    private Contract Agree(WorksObject it, Measure measure, DateOnly signed, Random luck)
    {
        var value = measure.Amounts.Count > 0 ? decimal.Round(measure.Amounts[0].Sum * 0.96m / 100_000) * 100_000 : decimal.Round((decimal)luck.Between(6, 70), 1) * 1_000_000;
        var number = $"{signed.Year % 100}-{luck.Next(100, 400)}";
        var ends = it.Phase(WorksPhase.Construction).Planned is { } planned && planned > signed.AddDays(60) ? planned : signed.AddDays(240);
        var made = Contract.Sign(measure.Id, new(number, $"{signed:yyMMdd}{luck.Next(1000, 9999)}", $"https://tenders.example.kg/tender/{luck.Next(100_000, 999_999)}",
            luck.OneOf((ProcurementMethod[])[ProcurementMethod.OpenTender, ProcurementMethod.OpenTender, ProcurementMethod.Limited, ProcurementMethod.PriceQuotation]),
            luck.OneOf(Suppliers), value, "KGS", signed, signed.AddDays(luck.Next(3, 20)), ends, it.Id), Today);

        var changed = signed.AddDays(luck.Next(40, 120));
        if (changed > Today) return made;
        if (!_hasGrown) made.Change(changed, ends.AddDays(60), value * 1.125m, "Кошумча: суу түтүгү жана электр линиясы", "Долбоордо эске алынбаган иштер чыкты, материалдардын баасы көтөрүлдү", Today);
        else if (luck.Happens(0.25)) made.Change(changed, ends.AddDays(luck.Next(20, 90)), null, null, "Кышкы мезгилде иш токтоп турду", Today);
        _hasGrown = true;
        return made;
    }

    private static Site? SiteNear(Measure measure, Place? place, Random luck)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude }) return null;
        var at = new SitePoint(Math.Round(latitude + luck.Between(-0.006, 0.006), 5), Math.Round(longitude + luck.Between(-0.006, 0.006), 5));
        if (!DemoVisits.IsRoad(measure)) return new([at]);
        var points = new List<SitePoint> { at };
        for (var n = 0; n < 5; n++) points.Add(new(Math.Round(points[^1].Latitude + luck.Between(-0.003, 0.003), 5), Math.Round(points[^1].Longitude + luck.Between(0.004, 0.012), 5)));
        return new(points);
    }

    private static void Write(WorksObject it, WorksPhase phase, Func<PhaseEntry, PhaseEntry> change) => it.Write(phase, change(PhaseEntry.Of(it.Phase(phase))), Today);
}
