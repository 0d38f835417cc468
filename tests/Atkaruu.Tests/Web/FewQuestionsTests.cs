using System.Net;
using System.Text;
using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Web;

/// <summary>No page asks the database more than ten times, however much has been told, ordered, built and paid: the invented history is the data.</summary>
public class FewQuestionsTests
{
    private const int Most = 10;

    /// <summary>Pages by who opens them; a number where a page is allowed more, which is a debt.</summary>
    private static readonly (Cast Who, string Address, int Most)[] Pages =
    [
        (Cast.Coordinator, "/", Most), (Cast.Coordinator, "/register", Most), (Cast.Coordinator, "/timeline", Most), (Cast.Coordinator, "/map", Most),
        (Cast.Coordinator, "/places", Most), (Cast.Coordinator, "/places/41706259816000", Most), (Cast.Coordinator, "/bodies", Most), (Cast.Coordinator, "/bodies/RMA", Most),
        (Cast.Coordinator, "/findings", Most), (Cast.Coordinator, "/measures/[works]", Most), (Cast.Coordinator, "/measures/[ordered]", Most), (Cast.Coordinator, "/measures/[reported]/confidence", Most),
        (Cast.Coordinator, "/head", Most), (Cast.Coordinator, "/control", Most), (Cast.Coordinator, "/signals", Most), (Cast.Coordinator, "/signals/settings", Most),
        (Cast.Coordinator, "/matrix", Most), (Cast.Coordinator, "/orders", Most), (Cast.Coordinator, "/orders/[order]", Most), (Cast.Coordinator, "/orders/new?measure=[works]", Most),
        (Cast.Coordinator, "/meetings", Most), (Cast.Coordinator, "/meetings/[meeting]", Most), (Cast.Coordinator, "/meetings/[meeting]/minutes", Most), (Cast.Coordinator, "/meetings/new", Most),
        (Cast.Coordinator, "/works", Most), (Cast.Coordinator, "/works/[works]", Most), (Cast.Coordinator, "/works/gantt", Most), (Cast.Coordinator, "/money", Most),
        (Cast.Coordinator, "/money/[works]", Most), (Cast.Coordinator, "/money/rates", Most), (Cast.Coordinator, "/money/imports", Most), (Cast.Coordinator, "/notices", Most),
        (Cast.Coordinator, "/visits", Most), (Cast.Coordinator, "/visits/[visit]", Most), (Cast.Coordinator, "/returns/[submitted]", Most), (Cast.Coordinator, "/returns/[published]", Most),
        (Cast.Coordinator, "/periods", Most), (Cast.Coordinator, "/periods/[period]", Most),
        (Cast.AdministrationReporter, "/work", Most), (Cast.AdministrationReporter, "/write/[write]", Most), (Cast.AdministrationReporter, "/orders", Most), (Cast.AdministrationReporter, "/notices", Most),
        (Cast.AdministrationReporter, "/measures/[works]", Most), (Cast.Verifier, "/visits", Most), (Cast.Verifier, "/visits/[visit]", Most), (Cast.Verifier, "/measures/[works]", Most),
        (Cast.Head, "/head", Most), (Cast.Head, "/orders", Most),
        (Cast.Coordinator, "/papers", Most), (Cast.Coordinator, "/papers/execution", Most), (Cast.Coordinator, "/verify", Most), (Cast.Coordinator, "/verify/[paper]", Most), (Cast.Coordinator, "/papers/asked/[asked]", Most),
    ];

    /// <summary>What everybody may open, by a visitor, who is given a page anew each time.</summary>
    private static readonly string[] Open = ["/", "/register", "/timeline", "/map", "/places/41706259816000", "/bodies/RMA", "/findings", "/measures/[works]", "/measures/[ordered]", "/measures/[reported]", "/papers", "/papers/execution", "/verify", "/verify/[paper]"];

    [Fact]
    public async Task Every_page_asks_at_most_ten_times_when_progress_is_at_hand()
    {
        await using var app = await App.StartOnDemoClockAsync();
        var clock = (DemoClock)app.Services.GetService(typeof(TimeProvider))!;
        await new DemoStory(app.Services, clock, 2026).TellAsync(skip: 5);
        await app.DrainLogAsync(); // the papers of the published periods
        var names = await NamesAsync(app);
        string Name(string address) => names.Aggregate(address, (it, name) => it.Replace($"[{name.Key}]", name.Value, StringComparison.Ordinal));

        StringBuilder told = new(), wrong = new();
        async Task LookAsync(string who, Browser browser, string address, int most)
        {
            IReadOnlyList<string> asked = [];
            var status = (await browser.VisitAsync(Name(address))).Status;
            for (var look = 0; look < 3; look++) // once a second somebody's request asks whether the plan is still the same
                if (await app.Queries.AskedAsync(async () => await browser.VisitAsync(Name(address) + (address.Contains('?') ? "&" : "?") + "again=" + look)) is var now && (look == 0 || now.Count < asked.Count)) asked = now;
            told.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{asked.Count,3} {who} {address}");
            if (status == HttpStatusCode.OK && asked.Count <= most) return;
            wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{asked.Count} > {most} {status} {who} {Name(address)}");
            foreach (var question in asked) wrong.AppendLine("    " + question.ReplaceLineEndings(" "));
        }
        foreach (var of in Pages.GroupBy(page => page.Who))
        {
            var browser = await app.SignInAsync(of.Key);
            foreach (var page in of) await LookAsync(of.Key.Login, browser, page.Address, page.Most);
        }
        foreach (var address in Open) await LookAsync("visitor", app.Visitor(), address, Most);

        TestContext.Current.TestOutputHelper?.WriteLine(told.ToString());
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static Task<Dictionary<string, string>> NamesAsync(App app) => app.InDbAsync(async db =>
    {
        var plan = await app.PlanAsync();
        string Code(Guid measure) => plan.Measures.First(m => m.Id == measure).Code;
        var returns = await db.Returns.AsNoTracking().Select(r => new { r.Id, r.MeasureId, r.State, r.PeriodId, r.Body }).ToListAsync();
        var objects = await db.WorksObjects.Select(o => o.MeasureId).ToListAsync();
        var paid = await db.Payments.Select(p => p.MeasureId).ToListAsync();
        var published = returns.Where(r => r.State == ReturnState.Published).ToLookup(r => r.MeasureId);
        var open = await db.Periods.AsNoTracking().OrderByDescending(p => p.From).FirstAsync(p => p.State == PeriodState.Open);
        var duty = plan.Owed(open).First(d => d.Body.Code == "RMA" && d.Measure.Kind == MeasureKind.Works);
        return new Dictionary<string, string>
        {
            ["works"] = Code(objects.Where(m => paid.Contains(m)).MaxBy(m => published[m].Count())),
            ["ordered"] = Code(await db.Orders.Where(o => o.MeasureId != null).Select(o => o.MeasureId!.Value).FirstAsync()),
            ["reported"] = Code(published.MaxBy(of => of.Count())!.Key),
            ["order"] = (await db.Orders.Select(o => o.Id).FirstAsync()).ToString(),
            ["meeting"] = (await db.Meetings.Select(m => m.Id).FirstAsync()).ToString(),
            ["visit"] = (await db.Visits.Where(v => v.Verdict != null).Select(v => v.Id).FirstAsync()).ToString(),
            ["submitted"] = returns.First(r => r.State == ReturnState.Submitted).Id.ToString(),
            ["published"] = returns.First(r => r.State == ReturnState.Published).Id.ToString(),
            ["period"] = open.Code,
            ["paper"] = await db.Papers.Where(p => p.IsFrozen).Select(p => p.Code).FirstAsync(),
            ["asked"] = (await db.Papers.Where(p => p.IsFrozen).Select(p => p.Id).FirstAsync()).ToString(),
            ["write"] = $"{open.Code}/{duty.Measure.Code}/RMA",
        };
    });
}
