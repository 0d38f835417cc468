using System.CommandLine;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Cli;

/// <summary><c>user add</c> and <c>user reset</c>: people without the pages, and the way back in when no administrator can sign in.</summary>
internal static class UserCommands
{
    /// <summary>The address that people know this site by: links on the command line begin with it.</summary>
    public const string SiteVariable = "ATKARUU_SITE";

    public static void AddTo(RootCommand root)
    {
        var login = new Argument<string>("LOGIN") { Description = "What they sign in with" };
        var name = new Option<string>("--name") { Description = "Surname and given names", Required = true };
        var role = new Option<string?>("--role") { Description = "administrator, coordinator, reporter, verifier, head, observer" };
        var body = new Option<string?>("--body") { Description = "Code of the body they belong to; a reporter reports for it" };
        var add = new Command("add", "Invites a person and prints the link") { login, name, role, body };
        add.SetAction(parsed => CommandLine.TryAsync(parsed, "", scope => AddAsync(scope, parsed.GetValue(login)!, parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(body))));

        var reset = new Command("reset", "Makes a new link for a person, to set a new password") { login };
        reset.SetAction(parsed => CommandLine.TryAsync(parsed, "", scope => ResetAsync(scope, parsed.GetValue(login)!)));
        root.Add(new Command("user", "People who work with the plan") { add, reset });
    }

    /// <summary>While there is nobody at all, every start prints a new link that makes the first administrator.</summary>
    public static async Task OfferFirstAsync(WebApplication app, string language, string addresses)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await FirstAdministrator.OfferAsync(scope.ServiceProvider.GetRequiredService<Db>(), app.Services.GetRequiredService<TimeProvider>()) is { } token)
            Console.Out.WriteLine(Texts.All.Say(language, "people.first-link", Link(app.Configuration, addresses, token)));
    }

    private static async Task<int> AddAsync(CommandScope scope, string login, string name, string? role, string? body)
    {
        var db = await scope.DbAsync();
        if (body is not null && !await db.Bodies.AnyAsync(b => b.Code == body)) throw new RuleException(new("people.cli.body", body));
        IEnumerable<Grant> grants = role is null ? []
            : !Enum.TryParse<Role>(role, ignoreCase: true, out var known) || !Enum.IsDefined(known) ? throw new RuleException(new("people.cli.role", role, string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant()))
            : [new(known, new(Body: known == Role.Reporter ? body ?? throw PeopleRules.ReporterNeedsBody() : null))];
        var now = TimeProvider.System.Now();
        var (person, token) = await db.InviteAsync(Person.Invite(login, name, body, grants), now);
        scope.Say("people.cli.added", person.Name, person.Login, DateOnly.FromDateTime((now + Invitation.Lasts).InBishkek()), Link(null, null, token));
        return CommandLine.Done;
    }

    private static async Task<int> ResetAsync(CommandScope scope, string login)
    {
        var (db, plain, now) = (await scope.DbAsync(), login.Trim().ToLowerInvariant(), TimeProvider.System.Now());
        var person = await db.People.SingleOrDefaultAsync(p => p.Login == plain) ?? throw PeopleRules.NobodyThere(login);
        var token = await db.NewLinkAsync(person, now);
        scope.Say("people.cli.reset", person.Name, person.Login, DateOnly.FromDateTime((now + Invitation.Lasts).InBishkek()), Link(null, null, token));
        return CommandLine.Done;
    }

    private static string Link(IConfiguration? configuration, string? addresses, string token)
    {
        var site = configuration?[SiteVariable] ?? Environment.GetEnvironmentVariable(SiteVariable) ?? addresses?.Split(';')[0] ?? "http://localhost:5080";
        return $"{site.TrimEnd('/')}/invitation/{token}";
    }
}
