using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Control.Meetings;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>What the head and the coordinator ordered in the last weeks of the story: a meeting in September, single orders, and the meeting of the last morning.</summary>
internal sealed class DemoOrders(DemoStory story, PlanInForce plan, DemoCast cast)
{
    private static readonly DateOnly First = new(2026, 9, 14), Last = new(2026, 10, 12);

    private readonly Dictionary<string, Guid> _orders = [];

    public async Task TellAsync(CancellationToken stop)
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            StandAt(day, 8, 5);
            await story.AsAsync(Actor.System, services => services.GetRequiredService<OrderReminders>().RunAsync(stop));
            StandAt(day, 10, 30);
            await OnAsync(day, stop);
        }
    }

    private Task OnAsync(DateOnly day, CancellationToken stop) => (day.Month, day.Day) switch
    {
        (9, 14) => MeetAsync(day, stop),
        (9, 15) => AsAsync("SCHB", o => o.Accept(day), "канал", stop),
        (9, 16) => BothAsync(() => AsAsync("AO-CHON-ALAY", o => o.Accept(day), "баланс", stop), () => AsAsync("RBBB", o => o.Accept(day), "чатыр", stop)),
        (9, 21) => GiveAsync(cast.Head, day, "жер", "CA-036", "AO-KASHKA-SUU", "Кашка-Сууда туристтик объектке жер бөлүү", new(2026, 10, 10), stop),
        (9, 22) => GiveAsync(cast.Coordinator, day, "камера", "CA-078", "RIIB", "Видеокөзөмөл камералары коюла турган жерлердин тизмесин берүү", new(2026, 10, 2), stop),
        (9, 24) => AsAsync("SCHB", o => o.Finish(By("SCHB"), "Үч айыл аймагынын каналдарын тазалоо графиги бекитилди, суу пайдалануучулар менен макулдашылды.", day), "канал", stop),
        (9, 25) => ByAsync(cast.Coordinator, o => o.Cancel("Тизме техникалык тапшырманын ичинде келди, өзүнчө берүүнүн кереги жок.", day), "камера", stop),
        (9, 28) => BothAsync(() => ByAsync(cast.Coordinator, o => o.Confirm(cast.Coordinator, day), "канал", stop), () => GiveAsync(cast.Head, day, "тендер", "CA-067", "ESKMB", "ЭСКМБнын имаратын бүтүрүүгө жаңы тендер жарыялоо", new(2026, 10, 12), stop)),
        (9, 29) => ByAsync(cast.Coordinator, o => o.Extend(new(2026, 10, 23), "Сметаны облустук экспертиза кайра карап жатат.", day), "фап", stop),
        (9, 30) => AsAsync("RAOB", o => o.Finish(By("RAOB"), "Окуу борборлору боюнча сунуш даяр.", day), "борбор", stop),
        (10, 1) => GiveAsync(cast.Coordinator, day, "цех", "CA-001", "RMA", "Мал союучу цехтин 2-бөлүгүнө каржылоо сунуш катын даярдоо", new(2026, 10, 19), stop),
        (10, 2) => BothAsync(() => AsAsync("RMA", o => o.Accept(day), "цех", stop), () => ByAsync(cast.Coordinator, o => o.SendBack(cast.Coordinator, "Сунушта кайсы айылда, канча адамга экени көрсөтүлгөн эмес.", day), "борбор", stop)),
        (10, 5) => BothAsync(() => AsAsync("ESKMB", o => o.Finish(By("ESKMB"), "54 үй-бүлө менен социалдык контракт түзүлдү, тизмеси тиркелди.", day), "контракт", stop), () => GiveAsync(cast.Head, day, "маданият", "CA-019", "AO-KASHKA-SUU", "Маданият үйүнүн курулушун кышка чейин жаап бүтүү", new(2026, 10, 20), stop)),
        (10, 6) => ByAsync(cast.Coordinator, o => o.Suspend("Ашууга кар түштү, жол жабык; ачылганда улантылат.", day), "жол", stop),
        (10, 7) => BothAsync(() => ByAsync(cast.Coordinator, o => o.Confirm(cast.Coordinator, day), "контракт", stop), () => AsAsync("AO-KASHKA-SUU", o => o.Object("Чатырга материал алууга акча ноябрда гана бөлүнөт, ага чейин мүмкүн эмес.", day), "маданият", stop)),
        (10, 8) => AsAsync("ESKMB", o => o.Finish(By("ESKMB"), "Тендер порталга 08.10 коюлду, сунуштар 22.10 чейин кабыл алынат.", day), "тендер", stop),
        (10, 9) => BothAsync(() => GiveAsync(cast.Coordinator, day, "жыйынтык", null, "RMA", "III чейректин жыйынтыгы боюнча акимге бир барактык маалымат даярдоо", new(2026, 10, 16), stop), () => PrepareAsync(day, stop)),
        _ => Task.CompletedTask,
    };

    /// <summary>The first meeting, whole: agenda, decisions that become orders, minutes.</summary>
    private Task MeetAsync(DateOnly day, CancellationToken stop) => story.AsAsync(cast.Head, async services =>
    {
        (string Name, string Measure, string Body, string Why, string Words, DateOnly Due)[] decided =
        [
            ("баланс", "CA-018", "AO-CHON-ALAY", "Клуб ишке берилген, бирок эч кимдин балансында эмес", "Чак клубун айыл өкмөтүнүн балансына алуу", new(2026, 10, 3)),
            ("чатыр", "CA-046", "RBBB", "Кышка чейин чатыр жабылбаса, курулуш токтойт", "«Кыргызстан» мектебинин чатырын жабуу", new(2026, 11, 1)),
            ("канал", "CA-028", "SCHB", "Күзгү тазалоо башталышы керек", "Каналдарды күзгү тазалоонун графигин бекитүү", new(2026, 9, 25)),
            ("контракт", "CA-064", "ESKMB", "Тогуз айда 51 контракт пландалган", "Калган социалдык контракттарды түзүп, тизмесин берүү", new(2026, 9, 30)),
            ("жол", "CA-009", "JOL-16", "Кум-шагыл даяр, төгүлө элек", "Карамык–Кара-Тейит жолуна кум-шагыл төгүү", new(2026, 10, 15)),
            ("фап", "CA-058", "AO-CHON-ALAY", "Смета экспертизадан өтө элек", "Кулчудагы ФАПтын сметасын экспертизадан өткөрүү", new(2026, 9, 30)),
            ("борбор", "CA-024", "RAOB", "Сунуш эки чейректен бери жок", "Агрардык билим берүү борборлору боюнча сунуш берүү", new(2026, 10, 14)),
        ];
        var (db, number) = (services.GetRequiredService<Db>(), 0);
        var meeting = Meeting.Prepare(cast.Head, day, "Программанын аткарылышы боюнча жыйын", "РМАнын жыйындар залы", "Райондун акими",
            decided.Select(d => new AgendaItem(Guid.CreateVersion7(), IdOf(d.Measure), Why.Of(d.Why), d.Body)), day.AddDays(-3));
        meeting.Hold(day);
        foreach (var (item, decision) in meeting.Items.ToList().Zip(decided))
        {
            var order = meeting.Decide(cast.Head, item.Id, decision.Words, decision.Body, decision.Due, ++number, day)!;
            db.Add(order);
            _orders[decision.Name] = order.Id;
        }
        meeting.Close("5", day);
        db.Add(meeting);
        await db.SaveChangesAsync(stop);
    });

    /// <summary>The meeting of the last morning, its agenda drawn by the program.</summary>
    private Task PrepareAsync(DateOnly day, CancellationToken stop) => story.AsAsync(cast.Coordinator, async services =>
    {
        var (db, suggested) = (services.GetRequiredService<Db>(), await services.GetRequiredService<SuggestAgenda>()(services, Last, stop));
        db.Add(Meeting.Prepare(cast.Coordinator, Last, "Программанын аткарылышы боюнча жыйын", "РМАнын жыйындар залы", "Райондун акими",
            [.. suggested.Take(6).Select(s => s.ToItem()), new(Guid.CreateVersion7(), null, Why.Of("Кышка даярдык: мектептер, ооруканалар, жолдор"), "RMA")], day));
        await db.SaveChangesAsync(stop);
    });

    private Task GiveAsync(Actor by, DateOnly day, string name, string? measure, string body, string text, DateOnly due, CancellationToken stop) => story.AsAsync(by, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var order = Order.Give(by, await db.NextOrderNumberAsync(day.Year, stop), measure is null ? null : IdOf(measure), body, text, due, day);
        db.Add(order);
        _orders[name] = order.Id;
        await db.SaveChangesAsync(stop);
    });

    private Task AsAsync(string body, Action<Order> verb, string order, CancellationToken stop) => ByAsync(By(body), verb, order, stop);

    private Task ByAsync(Actor who, Action<Order> verb, string order, CancellationToken stop) => story.AsAsync(who, async services =>
    {
        var db = services.GetRequiredService<Db>();
        verb(await db.Orders.SingleAsync(o => o.Id == _orders[order], stop));
        await db.SaveChangesAsync(stop);
    });

    private static async Task BothAsync(Func<Task> first, Func<Task> second)
    {
        await first();
        await second();
    }

    private Actor By(string body) => cast.Reporters[body];

    private Guid? IdOf(string code) => plan.Measure(code)?.Id;

    private void StandAt(DateOnly day, int hour, int minute) => story.StandAt(day.ToDateTime(new(hour, minute)).AddHours(-6));
}
