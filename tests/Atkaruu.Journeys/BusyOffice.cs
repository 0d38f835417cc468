using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Atkaruu.Modules.Works;
using Atkaruu.Tests;
using Atkaruu.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Atkaruu.Journeys;

/// <summary>All journeys through the busy office, one after another.</summary>
[CollectionDefinition(nameof(BusyOffice))]
public sealed class InBusyOffice : ICollectionFixture<BusyOffice>;

/// <summary>
/// A site in the middle of its work: the first half of 2026 is published, the third quarter is open, and returns and
/// visits stand in every state. Told through the entities' own verbs.
/// </summary>
public sealed class BusyOffice(RunningSite running) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _named = [];
    private RunningSite _site = null!;
    private PlanInForce _plan = null!;

    /// <summary>A page that needs a name of something here: «/returns/{sent}».</summary>
    public string Path(string pattern) => _named.Aggregate(pattern, (path, name) => path.Replace("{" + name.Key + "}", name.Value, StringComparison.Ordinal));

    /// <summary>One of the cast at a browser that is signed in; a visitor when it is nobody.</summary>
    public async Task<Person> SignInAsync(Cast? who, int width = 1280, bool dark = false, bool script = true)
    {
        var somebody = await _site.SomebodyAsync(width, script, dark);
        if (who is null) return somebody;
        var session = await InDbAsync(async db =>
        {
            var made = new Session { PersonId = (await who.InAsync(db)).Id, BeganAt = _site.Clock.Now(), Device = "Mozilla/5.0 (Linux; Android 14) Chrome/140", Address = "127.0.0.1" };
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        var cookies = _site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignedIn.Scheme);
        var now = _site.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(SignedIn.Ticket(session), new() { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, SignedIn.Scheme);
        await somebody.Context.AddCookiesAsync([new() { Name = SignedIn.Cookie, Value = cookies.TicketDataFormat.Protect(ticket), Url = _site.Address.Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
        return somebody;
    }

    /// <summary>A return that nobody has begun, for whoever wants to write it: «/write/2026-Q3/CA-001/RMA».</summary>
    public string ToWrite(int skip) => $"/write/2026-Q3/{Works("RMA").Skip(6 + skip).First().Measure.Code}/RMA";

    public async ValueTask InitializeAsync()
    {
        _site = await running.AnotherAsync();
        _plan = (await _site.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        foreach (var one in Cast.All) await InDbAsync(one.InAsync);
        var works = Works("RMA").ToList();

        var first = await OpenAsync("2026-Q1");
        var done = await ReturnAsync(first, works[0], Cast.AdministrationReporter, Said(20), 1);
        await DecideAsync(done, (made, by) => made.Accept(by, _site.Clock.Now()));
        await DecideAsync(await ReturnAsync(first, works[1], Cast.AdministrationReporter, Said(10), 1), (made, by) => made.Accept(by, _site.Clock.Now()));
        await SayAsync(await VisitAsync(works[0], first, done, Cast.Verifier, VisitOrigin.Assigned), Verdict.Partly, 60, "Пайдубалы куюлган, дубалы тургузула элек.");
        await PublishAsync(first);
        await PublishAsync(await OpenAsync("2026-Q2"));

        var now = await OpenAsync("2026-Q3");
        var sent = await ReturnAsync(now, works[0], Cast.AdministrationReporter, Said(15) with { Problems = "Кум-шагыл кымбаттады", Needs = "8 млн сом", NeedsFrom = "Каржы министрлиги", NextStep = "Чатырын жабуу" }, 2);
        var back = await ReturnAsync(now, works[1], Cast.AdministrationReporter, Said(30), 0);
        await DecideAsync(back, (made, by) => made.SendBack(by, "Сүрөттөрү жок. Жок дегенде экөөнү тиркеңиз.", _site.Clock.Now()));
        var accepted = await ReturnAsync(now, works[2], Cast.AdministrationReporter, Said(45), 1);
        await DecideAsync(accepted, (made, by) => made.Accept(by, _site.Clock.Now()));
        await ReturnAsync(now, works[3], Cast.AdministrationReporter, Said(5), 0, send: false);
        await ReturnAsync(now, _plan.Owed(now).First(d => d.Body.Code == Cast.Reporter.Body), Cast.Reporter, new() { Done = "Участок бөлүндү, эл менен жыйын өттү" }, 0);

        var visit = await VisitAsync(works[2], now, accepted, Cast.Verifier, VisitOrigin.Assigned);
        await VisitAsync(works[0], now, sent, null, VisitOrigin.Drawn);
        await _site.Services.GetRequiredService<Timetable>().RunAsync("draw", CancellationToken.None);
        await _site.Services.GetRequiredService<Worker>().DrainAsync(patient: false, CancellationToken.None);
        await RecordAsync(works[0]);
        await MeetAsync(works[0], works[1]);
        _site.Clock.Advance(TimeSpan.FromMinutes(5)); // the plan is looked at anew

        (_named["sent"], _named["back"], _named["accepted"], _named["visit"]) = ($"{sent.Id}", $"{back.Id}", $"{accepted.Id}", $"{visit.Id}");
        (_named["measure"], _named["returned"], _named["person"]) = (works[0].Measure.Code, works[1].Measure.Code, $"{(await InDbAsync(Cast.Reporter.InAsync)).Id}");
        _named["new"] = works[5].Measure.Code;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private IEnumerable<Duty> Works(string body) =>
        _plan.Measures.Where(m => m is { State: MeasureState.InForce, Kind: MeasureKind.Works } && m.Schedule.StartIn(_plan.Programme.FromYear).Year <= 2025)
            .SelectMany(_plan.DutiesOf).Where(d => d.Body.Code == body && d.Part == Part.Lead);

    private static ReturnWords Said(decimal percent) => new() { Phase = WorksPhase.Construction, PhysicalPercent = percent, Done = "Пайдубалы куюлду, биринчи кабаттын дубалы тургузулуп жатат. Иште 14 киши." };

    private Task<Period> OpenAsync(string code) => AsAsync(Cast.Coordinator, async (desk, _) =>
    {
        var today = _site.Clock.Today();
        var period = ReportingCalendar.Begin((await desk.Db.Programmes.SingleAsync()).Id).Plan(Span.Parse(code)!.Value);
        period.Open(today.AddDays(7), today.AddDays(17), "Система жаңы киргизилди", today);
        desk.Db.Add(period);
        await desk.Db.SaveChangesAsync();
        return period;
    });

    private Task<Return> ReturnAsync(Period period, Duty duty, Cast by, ReturnWords words, int photos, bool send = true) => AsAsync(by, async (desk, actor) =>
    {
        var (now, intake) = (_site.Clock.Now(), desk.Intake);
        var made = Return.Begin(period, duty.Measure.Id, duty.Body.Code, duty.Part, now);
        made.Write(actor, words, duty.EntersValues ? _plan.Indicators(duty.Measure).Take(1).Select(i => Observation.Of(i.Id, 1)) : [], now);
        if (send) made.Submit(actor, period, photos == 0 ? [new("no-evidence")] : [], now);
        desk.Db.Add(made);
        for (var n = 0; n < photos; n++)
            await intake.TakeAsync(new(made.Id, duty.Measure.Id, period.Id, duty.Body.Code, SourceKind.Executor), File(Photo.Jpeg(_shots++)), new("Курулуш, түштүк тарабынан", 39.5561, 72.2094, 8, true, now.AddDays(-3)), CancellationToken.None);
        await desk.Db.SaveChangesAsync();
        return made;
    });

    private int _shots;

    private Task DecideAsync(Return made, Action<Return, Actor> decide) => AsAsync(Cast.Coordinator, async (desk, actor) =>
    {
        decide(await desk.Db.Returns.Include(r => r.Comments).SingleAsync(r => r.Id == made.Id), actor);
        return await desk.Db.SaveChangesAsync();
    });

    private Task<Visit> VisitAsync(Duty duty, Period period, Return made, Cast? verifier, VisitOrigin origin) => AsAsync(Cast.Coordinator, async (desk, _) =>
    {
        var visit = Visit.Assign(duty.Measure.Id, period.Id, made.Id, origin, verifier is null ? null : (await verifier.InAsync(desk.Db)).Id, new(2026, 12, 6));
        desk.Db.Add(visit);
        await desk.Db.SaveChangesAsync();
        return visit;
    });

    private Task SayAsync(Visit visit, Verdict verdict, decimal? share, string note) => AsAsync(Cast.Verifier, async (desk, actor) =>
    {
        (await desk.Db.Visits.SingleAsync(v => v.Id == visit.Id)).Say(actor, SourceKind.Inspector, verdict, share, note, new(2026, 11, 20), [], _site.Clock.Now());
        return await desk.Db.SaveChangesAsync();
    });

    private Task PublishAsync(Period period) => AsAsync(Cast.Coordinator, async (desk, actor) =>
    {
        (await desk.Db.Periods.SingleAsync(p => p.Id == period.Id)).Close("Баары келди");
        await desk.Db.SaveChangesAsync();
        await Publication.PublishAsync(desk.Db, _plan, period.Id, actor, _site.Clock, CancellationToken.None);
        return 0;
    });

    /// <summary>Works and money of a measure: an object handed over, its contract changed, paid for in part, and a file of the treasury with a bad row.</summary>
    private Task RecordAsync(Duty duty) => AsAsync(Cast.Coordinator, async (desk, actor) =>
    {
        var (measure, today) = (duty.Measure.Id, _site.Clock.Today());
        var built = WorksObject.Enter(measure, 1, new("Мал союучу цех", "41706259851110", 2, "workshops", new([new(39.5561, 72.2094)])));
        foreach (var phase in Enum.GetValues<WorksPhase>())
            built.Write(phase, PhaseEntry.Of(built.Phase(phase)) with { Planned = new(2025, 3 + (int)phase, 1), Confirmed = phase < WorksPhase.Commissioning ? new(2025, 4 + (int)phase, 1) : null, Document = "Токтом № 4" }, today);
        built.Commission(new(new(2026, 9, 1), "Кабыл алуу актысы № 7", new(2028, 9, 1), "РМА"), today);
        var contract = Contract.Sign(measure, new("25-101", "250901", "https://tenders.example.kg/tender/1", ProcurementMethod.OpenTender, "«Алай Курулуш» ЖЧК", 40_000_000, "KGS", new(2025, 9, 1), new(2025, 9, 10), new(2026, 6, 1), built.Id), today);
        contract.Change(new(2026, 2, 1), new(2026, 8, 1), 45_000_000, "Кошумча: суу түтүгү", "Долбоордо эске алынбаган иштер чыкты", today);
        var import = PaymentImport.Look("kazynalyk.csv", new('a', 64), "Казыналык", today, null,
            ImportFile.Read(System.Text.Encoding.UTF8.GetBytes($"Код;Дата;Сумма;Источник;Документ;Получатель\n{duty.Measure.Code};12.06.2026;1200000,00;Republican;№ 77;ЖЧК\nCA-999;12.06.2026;көп;Republican;№ 78;ЖЧК")), actor, _site.Clock.Now());
        desk.Db.AddRange(built, contract, import,
            FundingLine.Plan(measure, FundingSource.Republican, 2026, Cash.Som(40_000_000), "Бюджет жөнүндө чечим № 6", new(2025, 3, 20), today),
            Commitment.Enter(measure, FundingSource.Republican, new(2025, 9, 1), Cash.Som(40_000_000), "Келишим № 25-101", today),
            Payment.Type(measure, FundingSource.Republican, new(2026, 4, 2), Cash.Som(9_000_000), "№ 5120", "«Алай Курулуш» ЖЧК", today));
        await desk.Db.SaveChangesAsync();
        (_named["object"], _named["contract"], _named["import"]) = ($"{built.Id}", $"{contract.Id}", $"{import.Id}");
        return 0;
    });

    /// <summary>A meeting that was held and gave an order, and one that is being prepared.</summary>
    private Task MeetAsync(Duty decided, Duty asked) => AsAsync(Cast.Head, async (desk, actor) =>
    {
        var today = _site.Clock.Today();
        var held = Meeting.Prepare(actor, today, "Программанын аткарылышы боюнча жыйын", "РМАнын жыйындар залы", "Аким", [new(Guid.CreateVersion7(), decided.Measure.Id, Why.Of("Кабыл алуу актысы жок"), "RMA")], today);
        held.Hold(today);
        var order = held.Decide(actor, held.Items[0].Id, "Кабыл алуу актысын тапшыруу", "RMA", today.AddDays(12), 1, today)!;
        var coming = Meeting.Prepare(actor, today.AddDays(7), "Кезектеги жыйын", null, "Аким", [new(Guid.CreateVersion7(), asked.Measure.Id, Why.Of("Отчет келген жок"), null)], today);
        desk.Db.AddRange(order, held, coming);
        await desk.Db.SaveChangesAsync();
        (_named["order"], _named["held"], _named["coming"]) = ($"{order.Id}", $"{held.Id}", $"{coming.Id}");
        return 0;
    });

    private static FormFile File(byte[] bytes) => new(new MemoryStream(bytes), 0, bytes.Length, "Photos", "photo.jpg") { Headers = new HeaderDictionary(), ContentType = "image/jpeg" };

    /// <summary>What somebody works with: the database and the intake of files, in one request.</summary>
    private sealed record Desk(Db Db, EvidenceIntake Intake);

    private async Task<T> AsAsync<T>(Cast who, Func<Desk, Actor, Task<T>> work)
    {
        var actor = await InDbAsync(async db =>
        {
            var person = await who.InAsync(db);
            return new Actor(person.Id, person.Name) { Body = person.Body, Grants = [.. person.Grants.Select(g => g.ToGrant())] };
        });
        await using var scope = _site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await work(new(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<EvidenceIntake>()), actor);
    }

    private async Task<T> InDbAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
