using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Demo;

/// <summary>How a body behaves in the story.</summary>
/// <param name="Punctual">Share of returns sent before the deadline.</param>
/// <param name="Silent">Share never sent.</param>
/// <param name="Careful">Share with a photograph and every value.</param>
/// <param name="Pace">How fast its work goes; 1 is by the plan.</param>
/// <param name="Boasts">By how much what it says is more than what there is.</param>
internal sealed record Character(double Punctual, double Silent, double Careful, double Pace, double Boasts)
{
    private static readonly Character Good = new(0.95, 0.01, 0.9, 1.1, 0), Fair = new(0.8, 0.06, 0.65, 0.9, 0.03), Weak = new(0.5, 0.25, 0.35, 0.65, 0.12), Mute = new(0.2, 0.8, 0.1, 0.3, 0);

    public static Character Of(Body body) => body.Code switch
    {
        "RMA" or "RBBB" or "JDPB" or "AO-JEKENDI" => Good,
        "AO-KASHKA-SUU" or "SCHB" or "RIIB" => Weak,
        _ => body.Kind is BodyKind.Unnamed or BodyKind.Partner or BodyKind.Republican ? Mute : Fair,
    };
}

/// <summary>The people of the story. None of them exists.</summary>
internal sealed class DemoCast
{
    private static readonly string[] Surnames =
        ["Абдиев", "Айтиев", "Бекболотов", "Дооронов", "Жээнбаев", "Исаков", "Калилов", "Мамасалиев", "Нурматов", "Орозов", "Парпиев", "Раимкулов", "Сатаров", "Тажибаев", "Үсөнов", "Чотуров", "Шерматов", "Эргешов", "Ташматов", "Кадыров", "Момунов", "Өмүрзаков"];

    private static readonly string[] Names =
        ["Азамат", "Бакыт", "Гүлнара", "Данияр", "Жыргал", "Зуура", "Кубаныч", "Мээрим", "Нурлан", "Өмүрбек", "Рахат", "Салтанат", "Таалай", "Үмүт", "Чынара", "Эльмира", "Аида", "Мирлан", "Айнура", "Султан", "Гүлзат", "Тынчтык"];

    public required Actor Coordinator { get; init; }
    public required Actor SecondCoordinator { get; init; }
    public required Actor Head { get; init; }
    public required Actor Inspector { get; init; }
    public required IReadOnlyDictionary<string, Actor> Committees { get; init; }
    public required IReadOnlyDictionary<string, Actor> Reporters { get; init; }

    public static async Task<DemoCast> InviteAsync(Db db, PlanInForce plan, CancellationToken stop)
    {
        var n = 0;
        Actor Invite(string login, string? body, Grant grant)
        {
            var person = Person.Invite(login, Name(n++), body, [grant]);
            person.Activate();
            db.Add(person);
            return new Actor(person.Id, person.Name) { Body = body, Grants = [grant] };
        }

        var coordinator = Invite("koordinator", "RMA", new(Role.Coordinator, Scope.Everything));
        var second = Invite("koordinator2", "RMA", new(Role.Coordinator, Scope.Everything));
        var inspector = Invite("inspektor", null, new(Role.Verifier, Scope.Everything));
        var head = Invite("akim", "RMA", new(Role.Head, Scope.Everything));
        Invite("admin", "RMA", new(Role.Administrator, Scope.Everything));
        Invite("kenesh", null, new(Role.Observer, Scope.Everything));
        var committees = plan.Bodies.Where(b => b.Kind == BodyKind.Municipality && b.Place is not null)
            .ToDictionary(b => b.Place!, b => Invite("komitet-" + b.Code[3..].ToLowerInvariant(), null, new(Role.Verifier, new(Municipality: b.Place))));
        var reporters = plan.Bodies.Where(b => !b.IsGroup && b.Kind != BodyKind.Unnamed)
            .ToDictionary(b => b.Code, b => Invite(b.Code.ToLowerInvariant(), b.Code, new(Role.Reporter, new(Body: b.Code))));
        await db.SaveChangesAsync(stop);
        return new() { Coordinator = coordinator, SecondCoordinator = second, Head = head, Inspector = inspector, Committees = committees, Reporters = reporters };
    }

    /// <summary>A surname with the ending of a woman's for a woman's name.</summary>
    private static string Name(int n)
    {
        var (name, surname) = (Names[n % Names.Length], Surnames[(n * 7 + 3) % Surnames.Length]);
        var woman = name is "Гүлнара" or "Зуура" or "Мээрим" or "Салтанат" or "Үмүт" or "Чынара" or "Эльмира" or "Аида" or "Айнура" or "Гүлзат";
        return $"{surname}{(woman ? "а" : "")} {name}";
    }
}
