using System.Globalization;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Register;
using Atkaruu.Web;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Modules.Money;

/// <summary>/money.csv and /money.xlsx: every sum that is recorded, one a row, to take away; and the template of a file to import.</summary>
public static class MoneyFiles
{
    private const string Csv = "text/csv; charset=utf-8", Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapMoneyFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/money.csv", (HttpContext context, Db db, PlanShelf shelf, PageText text, TimeProvider clock, CancellationToken stop) => GiveAsync(context, db, shelf, text, clock, Csv, "csv", RegisterFiles.WriteCsv, stop)).OpenToAll();
        app.MapGet("/money.xlsx", (HttpContext context, Db db, PlanShelf shelf, PageText text, TimeProvider clock, CancellationToken stop) =>
            GiveAsync(context, db, shelf, text, clock, Xlsx, "xlsx", table => RegisterXlsx.Write(table, text.Say("money.title")), stop)).OpenToAll();
        app.MapGet("/money/imports/template.xlsx", async (HttpContext context, PlanShelf shelf, PageText text, Actor actor, TimeProvider clock) =>
            actor.MayRunMoney() ? Named(context, "payments.xlsx", ImportTemplate.Write(text, await shelf.CurrentAsync(), clock.Today()), Xlsx) : Results.NotFound()).May(Right.Accept);
    }

    private static async Task<IResult> GiveAsync(
        HttpContext context, Db db, PlanShelf shelf, PageText text, TimeProvider clock, string type, string ending, Func<IEnumerable<IReadOnlyList<object?>>, byte[]> write, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan) return Results.NotFound();
        return Named(context, $"{plan.Programme.Code}-money-{clock.Today():yyyy-MM-dd}.{ending}", write(Table(plan, await MoneyReading.ReadAsync(db, null, stop), text)), type);
    }

    private static IResult Named(HttpContext context, string name, byte[] bytes, string type)
    {
        var attachment = new ContentDispositionHeaderValue("attachment");
        attachment.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = attachment.ToString();
        return Results.Bytes(bytes, type);
    }

    /// <summary>What is struck out is left out; whom it was paid to is not public. A payment that does not count says so.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Table(PlanInForce plan, IReadOnlyDictionary<Guid, MeasureMoney> money, PageText text)
    {
        yield return
        [
            text.Say("import.column.measure"), text.Say("money.column.measure"), text.Say("money.column.section"), text.Say("money.column.place"), text.Say("import.column.what"),
            text.Say("money.column.source"), text.Say("money.column.year"), text.Say("money.on"), text.Say("money.sum"), text.Say("money.currency"), text.Say("sum.som"),
            text.Say("money.document"), text.Say("money.rate.source"), text.Say("money.counts"),
        ];
        foreach (var measure in plan.Measures)
        {
            if (!money.TryGetValue(measure.Id, out var of)) continue;
            var at = MoneyPlace.Of(plan, measure) is { Municipality: { } code } ? plan.Place(code)!.Name.In(text.Language) : text.Say(MoneyPlace.Of(plan, measure).Several ? "money.several" : "money.district");
            var counting = PaidRule.Counting(of.Payments).ToHashSet();
            foreach (var line in of.Lines.Where(line => line.Counts)) yield return Row("money.planned", line.Source, line.Year, line.BasisOn, line.Cash, line.Basis, text.Say("money.typed"), true);
            foreach (var made in of.Commitments.Where(made => made.Counts)) yield return Row("money.committed", made.Source, made.FirstOn.Year, made.On, made.Cash, made.Document, text.Say("money.typed"), true);
            foreach (var payment in of.Payments.Where(payment => payment.Counts))
                yield return Row("money.paid", payment.Source, payment.Year, payment.PaidOn, payment.Cash, payment.Document,
                    payment.ImportId is { } import && of.Imports.TryGetValue(import, out var note) ? text.Note(note) : text.Say("money.typed"), counting.Contains(payment));

            object?[] Row(string what, FundingSource source, int year, DateOnly on, Cash cash, string document, string origin, bool counts) =>
            [
                measure.Code, measure.ShortName.In(text.Language), plan.Section(measure).Title.In(text.Language), at, text.Say(what), text.Say(source.Key()), year.ToString(CultureInfo.InvariantCulture), on,
                cash.Sum, cash.Currency, of.Rates.ToSom(cash, on), document, origin, counts ? 1 : 0,
            ];
        }
    }
}
