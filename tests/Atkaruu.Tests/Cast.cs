using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests;

/// <summary>
/// Everybody in the tests. Reading a name tells who may do what: Чынара reports for Чоң-Алай айыл өкмөтү, Данияр for
/// Кашка-Суу, so each is «the other body» of the other.
/// </summary>
public sealed record Cast(string Login, string Name, string? Body, params Grant[] Grants)
{
    public static readonly Cast Administrator = new("aigul", "Айгүл Маматова", "RMA", new Grant(Role.Administrator, Scope.Everything));
    public static readonly Cast Coordinator = new("bakyt", "Бакыт Осмонов", "RMA", new Grant(Role.Coordinator, Scope.Everything));
    public static readonly Cast Reporter = new("chynara", "Чынара Токтогулова", "AO-CHON-ALAY", new Grant(Role.Reporter, new(Body: "AO-CHON-ALAY")));
    public static readonly Cast OtherReporter = new("daniyar", "Данияр Эргешов", "AO-KASHKA-SUU", new Grant(Role.Reporter, new(Body: "AO-KASHKA-SUU")));

    /// <summary>Of the district administration itself, which leads most works.</summary>
    public static readonly Cast AdministrationReporter = new("nurlan", "Нурлан Сыдыков", "RMA", new Grant(Role.Reporter, new(Body: "RMA")));
    public static readonly Cast Verifier = new("erkin", "Эркин Жолдошев", null, new Grant(Role.Verifier, Scope.Everything));
    public static readonly Cast Head = new("gulmira", "Гүлмира Абдыкадырова", "RMA", new Grant(Role.Head, Scope.Everything));
    public static readonly Cast Observer = new("jamal", "Жамал Үсөнова", null, new Grant(Role.Observer, Scope.Everything));

    public static readonly IReadOnlyList<Cast> All = [Administrator, Coordinator, Reporter, OtherReporter, AdministrationReporter, Verifier, Head, Observer];

    /// <summary>The person in this database, made and active when first met.</summary>
    public async Task<Person> InAsync(Db db)
    {
        if (await db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Login == Login) is { } known) return known;
        var person = Person.Invite(Login, Name, Body, Grants);
        person.Activate();
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    }
}
