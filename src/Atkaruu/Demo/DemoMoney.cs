using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Works;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>
/// The money of the story: what was planned, contracted and paid for works; a donor's line in dollars; the treasury's file, which
/// differs a little from what was typed; money where no work goes on, and a payment after the end.
/// </summary>
internal sealed class DemoMoney(DemoStory story, PlanInForce plan, DemoCast cast)
{
    /// <summary>Money and no works, works and no money, and one paid for after its end: what signals are for.</summary>
    private const string Idle = "CA-020", LatePaid = "CA-001";

    private static readonly string[] Poor = ["CA-027", "CA-035", "CA-073"];
    private static readonly DateOnly Planned = new(2025, 3, 20), AsOf = new(2026, 10, 1);

    public async Task TellAsync(CancellationToken stop)
    {
        var book = new DemoBook(plan, story.Chance);
        story.StandAt(new(2026, 10, 1, 4, 0, 0, DateTimeKind.Utc));
        await story.AsAsync(cast.Coordinator, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var signed = (await db.Contracts.AsNoTracking().Where(c => c.Signed <= AsOf).ToListAsync(stop)).ToDictionary(c => c.MeasureId);
            List<string> treasury = ["Код;Дата;Сумма;Источник;Документ;Получатель"];
            foreach (var measure in plan.Measures.Where(m => m.Kind == MeasureKind.Works && !Poor.Contains(m.Code))) Record(db, measure, book, signed.GetValueOrDefault(measure.Id), treasury);
            Record(db);
            await db.SaveChangesAsync(stop);
            await ImportAsync(db, services, treasury, stop);
        });
    }

    private void Record(Db db, Measure measure, DemoBook book, Contract? signed, List<string> treasury)
    {
        var luck = story.Chance.Of("money", measure.Code);
        if (measure.Amounts.Count == 0 && !luck.Happens(0.6) && signed is null) return; // of most measures nobody knows
        var whole = measure.Amounts.Count > 0 ? measure.Amounts[0].Sum : signed is not null ? signed.OriginalValue.Sum / 0.96m : 500_000m * luck.Next(8, 180);
        var main = luck.OneOf((FundingSource[])[FundingSource.Republican, FundingSource.Republican, FundingSource.Development, FundingSource.Investor]);
        var (start, end) = (measure.Schedule.StartIn(plan.Programme.FromYear), measure.Schedule.EndIn(plan.Programme.ToYear));
        var years = Enumerable.Range(start.Year, Math.Max(1, Math.Min(end.Year, start.Year + 2) - start.Year + 1)).ToList();
        foreach (var year in years) db.Add(FundingLine.Plan(measure.Id, main, year, Cash.Som(Tens(whole * 0.9m / years.Count)), "Бюджет жөнүндө чечим № 6", Planned, AsOf));
        db.Add(FundingLine.Plan(measure.Id, FundingSource.Local, years[0], Cash.Som(Tens(whole * 0.1m)), "Айылдык кеңештин токтому № 11", Planned, AsOf));

        var truth = (decimal)book.Truth(measure, new Span(2026, SpanKind.Quarter, 3));
        if (truth < 0.4m && measure.Amounts.Count == 0 && measure.Code != Idle && signed is null) return;
        var contract = signed?.Value.Sum ?? Tens(whole * (decimal)luck.Between(0.86, 1.0));
        var on = signed?.Signed ?? new DateOnly(Math.Max(2025, Math.Min(2026, start.Year)), 4, luck.Next(2, 28));
        db.Add(Commitment.Enter(measure.Id, main, on, Cash.Som(contract), $"Келишим № {signed?.Number ?? $"{on.Year % 100}-{luck.Next(100, 190)}"}", AsOf));

        var paid = Math.Clamp(truth + (decimal)luck.Between(-0.15, 0.15), 0.1m, 1);
        var parts = luck.Next(2, 5);
        for (var n = 1; n <= parts; n++)
        {
            var day = on.AddDays(20 + (n * Math.Max(10, (AsOf.DayNumber - on.DayNumber - 30) / (parts + 1))));
            if (day > AsOf) break;
            var (sum, order) = (Tens(contract * paid / parts), $"№ {luck.Next(1000, 9999)}");
            db.Add(Payment.Type(measure.Id, main, day, Cash.Som(sum), order, "«Ойдон чыгарылган курулуш» ЖЧК", AsOf));
            // The treasury knows most of it, and some things otherwise.
            if (day.Year == 2026 && luck.Happens(0.8)) treasury.Add(Row(measure, day, luck.Happens(0.15) ? sum + 120_000 : sum, main, order));
        }
    }

    /// <summary>What the story needs besides.</summary>
    private void Record(Db db)
    {
        db.Add(ExchangeRate.Set(Currencies.Dollar, new(2025, 3, 1), 87.4500m, "Ойдон чыгарылган курс", AsOf));
        db.Add(ExchangeRate.Set(Currencies.Dollar, new(2026, 1, 5), 87.4200m, "Ойдон чыгарылган курс", AsOf));
        if (plan.Measure("CA-013") is { } water)
        {
            db.Add(FundingLine.Plan(water.Id, FundingSource.Donor, 2026, new(1_200_000, Currencies.Dollar), "Донордун каты № 3", new(2026, 2, 10), AsOf));
            db.Add(FundingLine.Plan(water.Id, FundingSource.Donor, 2026, new(300_000, Currencies.Euro), "Донордун каты № 4", new(2026, 2, 10), AsOf)); // nobody has entered a rate
            db.Add(Payment.Type(water.Id, FundingSource.Donor, new(2026, 6, 18), new(450_000, Currencies.Dollar), "Транш № 1", null, AsOf));
        }
        if (plan.Measure(Idle) is { } idle) db.Add(Payment.Type(idle.Id, FundingSource.Local, new(2026, 5, 6), Cash.Som(1_800_000), "№ 4417", null, AsOf));
        if (plan.Measure(LatePaid) is { } late) db.Add(Payment.Type(late.Id, FundingSource.Local, new(2026, 8, 14), Cash.Som(2_600_000), "№ 5120", null, AsOf));
        foreach (var (place, number) in (((string, int)[])[("41706259000000", 34_000), ("41706259816000", 9_000), ("41706259824000", 10_000), ("41706259851000", 15_000)]).Where(p => plan.Place(p.Item1) is not null))
            db.Add(Inhabitants.Count(place, 2025, number, "Ойдон чыгарылган сан", AsOf));
    }

    private async Task ImportAsync(Db db, IServiceProvider services, List<string> treasury, CancellationToken stop)
    {
        var file = Encoding.UTF8.GetBytes(string.Join('\n', treasury));
        var (actor, now) = (services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>().Now());
        var import = PaymentImport.Look("kazynalyk-2026-10-01.csv", Convert.ToHexStringLower(SHA256.HashData(file)), "Казыналык", AsOf, null, ImportFile.Read(file), actor, now);
        db.Add(import);
        await db.SaveChangesAsync(stop);
        db.AddRange(import.Take(ImportCheck.Read(import.Raw, new(plan, AsOf, null, [])), leaveBadOut: false, now));
        await db.SaveChangesAsync(stop);
    }

    private static string Row(Measure measure, DateOnly day, decimal sum, FundingSource source, string order) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure.Code};{day:dd.MM.yyyy};{sum:0.00};{source};{order};ЖЧК");

    private static decimal Tens(decimal sum) => Math.Max(10_000, decimal.Round(sum / 10_000) * 10_000);
}
