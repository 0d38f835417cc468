using System.CommandLine;
using Atkaruu.Cli;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>Does the work of a command within the whole application.</summary>
internal delegate Task<int> RunsInApp(ParseResult parsed, string subject, Func<CommandScope, IServiceProvider, Task<int>> work);

/// <summary><c>paper workbook</c> makes the Excel form of a body; <c>paper read-back FILE</c> shows what a filled one says, and keeps or sends it when told to.</summary>
internal static class WorkbookCommands
{
    private sealed record Told(FileInfo File, bool Keep, bool Submit, string? As, string? From, FileInfo? Receipt);

    public static void AddTo(Command paper, RunsInApp run)
    {
        var period = new Option<string>("--period") { Required = true, Description = "2026-Q3, 2026-H1, 2026-M9, 2026-Y" };
        var about = new Option<string>("--about") { Required = true, Description = "Code of the body" };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write (default: a name of its own in this folder)" };
        var make = new Command("workbook", "The Excel form in which a body without internet reports") { period, about, output };
        make.SetAction((parsed, stop) => run(parsed, "", (scope, app) => MakeAsync(scope, app, parsed.GetValue(period)!, parsed.GetValue(about)!, parsed.GetValue(output), stop)));

        var file = new Argument<FileInfo>("file") { Description = "A filled form" };
        var keep = new Option<bool>("--keep") { Description = "Keeps as drafts what can be taken" };
        var submit = new Option<bool>("--submit") { Description = "Sends what can be sent; what has wrong cells is kept as a draft" };
        var who = new Option<string?>("--as") { Description = "Login of the person whose rights and name hold (default: the program)" };
        var from = new Option<string?>("--heard-from") { Description = "Who signed it, when it is entered for another body" };
        var receipt = new Option<FileInfo?>("--receipt") { Description = "Where the receipt goes (default: beside the file)" };
        var back = new Command("read-back", "Shows what a filled form says; keeps it only with --keep or --submit") { file, keep, submit, who, from, receipt };
        back.SetAction((parsed, stop) => run(parsed, parsed.GetValue(file)!.Name, (scope, app) =>
            ReadBackAsync(scope, app, new(parsed.GetValue(file)!, parsed.GetValue(keep), parsed.GetValue(submit), parsed.GetValue(who), parsed.GetValue(from), parsed.GetValue(receipt)), stop)));
        paper.Add(make);
        paper.Add(back);
    }

    private static async Task<int> MakeAsync(CommandScope scope, IServiceProvider services, string period, string body, FileInfo? output, CancellationToken stop)
    {
        var (db, now, text) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now(), new PageText(scope.Language == "ru" ? "ru" : "ky"));
        var desk = await BookDesk.FindAsync(db, await services.GetRequiredService<PlanShelf>().CurrentAsync(), Actor.System, period, body, now, stop) ?? throw new RuleException(new("book.cli.nothing", body, period));
        if (desk.Locked is { } locked) throw new RuleException(locked);
        var book = await desk.MakeAsync(db, Actor.System, text, now, stop);
        var path = output?.FullName ?? Path.GetFullPath(book.FileName);
        await WriteAsync(path, BookWriter.Write(book, $"/work/{desk.Period.Code}/{desk.Body.Code}/workbook"), stop);
        scope.Say("book.cli.made", Path.GetFileName(path), book.Parts.Count, book.Line.Short);
        return CommandLine.Done;
    }

    private static async Task<int> ReadBackAsync(CommandScope scope, IServiceProvider services, Told told, CancellationToken stop)
    {
        if (!told.File.Exists) throw BookRules.NoFile();
        if (told.File.Length > BookLimits.Bytes) throw BookRules.TooLarge();
        var (actor, text) = (await ActorAsync(services, told.As, stop), new PageText(scope.Language));
        var (file, now) = (BookFile.Read(await File.ReadAllBytesAsync(told.File.FullName, stop)), services.GetRequiredService<TimeProvider>().Now());
        await using var own = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope(); // the database is opened by whoever acts
        own.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        var db = own.ServiceProvider.GetRequiredService<Db>();
        var desk = await BookDesk.FindAsync(db, await services.GetRequiredService<PlanShelf>().CurrentAsync(), actor, file.Line.Period.Code, file.Line.Body, now, stop)
            ?? throw new RuleException(new("book.cli.nothing", file.Line.Body, file.Line.Period.Code));

        var heard = new HeardAs(nameof(Reporting.Heard.Paper), told.From);
        var reviews = await Taking.LookAsync(db, desk.Plan, actor, file, heard, now, stop);
        var clean = Print(reviews, file, told.File.Name, text);
        var wanted = reviews.Where(r => r.Is == BookState.Ready).Select(r => r.Part.Measure).ToHashSet(StringComparer.Ordinal);
        if (!told.Keep && !told.Submit || wanted.Count == 0)
        {
            scope.Say(wanted.Count == 0 ? "book.nothing-to-take-here" : "book.cli.only-looked", wanted.Count);
            return clean ? CommandLine.Done : CommandLine.Failed;
        }

        var looked = new Looked(told.File.Name, file, Taking.SeenIn(reviews));
        var taken = await Taking.TakeAsync(db, desk.Plan, actor, looked, new(wanted, new HashSet<string>(), told.Submit, heard), now, stop);
        await db.SaveChangesAsync(stop);
        var outcome = Outcome.Of(taken, looked, desk.Body.Name.In(text.Language), actor, text, now);
        var receipt = told.Receipt?.FullName ?? Path.ChangeExtension(told.File.FullName, ".receipt.xlsx");
        await WriteAsync(receipt, ReceiptWriter.Write(outcome, text), stop);
        foreach (var measure in outcome.Measures) Console.Out.WriteLine($"{measure.Name}: {measure.State}");
        scope.Say("book.cli.taken", outcome.Kept, outcome.Sent, Path.GetFileName(receipt));
        return clean ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>What would be written on the standard output, what is wrong on the other, a line for each.</summary>
    private static bool Print(IReadOnlyList<Review> reviews, BookFile file, string name, PageText text)
    {
        var clean = file.Notes.Count == 0;
        void Wrong(Message what)
        {
            clean = false;
            Console.Error.WriteLine($"{name}: {text.Say(what)}");
        }
        foreach (var note in file.Notes) Wrong(note.Say());
        foreach (var review in reviews.Where(r => r.Is != BookState.Untouched))
        {
            var words = review.Desk is { } desk ? new BookWords(desk, text) : null;
            Console.Out.WriteLine(review.Desk is { } its ? BookWords.Numbered(its.Measure, text) : review.Part.Measure);
            foreach (var change in review.Changes) Console.Out.WriteLine($"  {change.At.Cell} {words!.Label(change.Asked)}: {BookWords.Shown(text, change.Asked, change.Old)} → {BookWords.Shown(text, change.Asked, change.New)}");
            foreach (var warning in review.Warnings) Console.Out.WriteLine("  " + text.Say("book.warned", text.Say(WarningWords.Say(warning))));
            foreach (var flaw in review.Flaws) Wrong(flaw.Say());
            if (review is { Is: not BookState.Ready, Why: { } why }) Wrong(new("book.cli.measure", review.Part.Measure, why));
        }
        return clean;
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string? login, CancellationToken stop)
    {
        if (login is null) return Actor.System;
        var plain = login.Trim().ToLowerInvariant();
        var person = await services.GetRequiredService<Db>().People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Login == plain && p.State == PersonState.Active, stop) ?? throw PeopleRules.NobodyThere(login);
        return new(person.Id, person.Name) { Body = person.Body, Grants = [.. person.GrantsOn(services.GetRequiredService<TimeProvider>().Today())] };
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken stop)
    {
        try
        {
            await File.WriteAllBytesAsync(path, bytes, stop);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RuleException(new("book.cli.cannot-write", path));
        }
    }
}
