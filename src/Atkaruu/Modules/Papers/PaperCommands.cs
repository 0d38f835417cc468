using System.CommandLine;
using System.Security.Cryptography;
using Atkaruu.Cli;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Modules.Papers.Workbooks;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary><c>paper KIND</c>, <c>paper list</c>, <c>paper verify</c>: the same papers as on the pages, kept and to be verified like those.</summary>
internal static class PaperCommands
{
    private const long MostBytes = 64 << 20;

    public static void AddTo(RootCommand root)
    {
        var kind = new Argument<string>("kind") { Description = "execution, passport, body, municipality, brief, review, amendment, bulletin, minutes, orders" };
        var period = new Option<string?>("--period") { Description = "2026-Q3, 2026-H1, 2026-M9, 2026-Y" };
        var format = new Option<string?>("--format") { Description = "docx, xlsx or pdf (default: as the name of the file says, else pdf)" };
        format.AcceptOnlyFromAmong("docx", "xlsx", "pdf");
        var output = new Option<FileInfo?>("--out") { Description = "Where to write (default: a name of its own in this folder)" };
        var languages = new Option<string?>("--lang") { Description = "ky, ru, or both: ky,ru (default: ky)" };
        var about = new Option<string?>("--about") { Description = "Code of a measure, body, place or edition, or id of a meeting" };
        var everybody = new Option<bool>("--public") { Description = "From published data only, as everybody may have it" };

        var paper = new Command("paper", "Official papers: docx, pdf, xlsx") { kind, period, format, output, languages, about, everybody };
        paper.SetAction((parsed, stop) => RunAsync(parsed, "", async (scope, app) =>
        {
            var wanted = new Wanted(parsed.GetValue(kind)!, parsed.GetValue(period), parsed.GetValue(format), parsed.GetValue(output), parsed.GetValue(languages), parsed.GetValue(about), parsed.GetValue(everybody));
            return await MakeAsync(scope, app, wanted, stop);
        }));

        var list = new Command("list", "The papers that have been made, newest first");
        list.SetAction((parsed, stop) => RunAsync(parsed, "", (scope, app) => ListAsync(scope, app, stop)));
        var file = new Argument<FileInfo>("file") { Description = "A paper that was made here" };
        var verify = new Command("verify", "Whether a file is a paper of this system, as it was made") { file };
        verify.SetAction((parsed, stop) => RunAsync(parsed, parsed.GetValue(file)!.Name, (scope, app) => VerifyAsync(scope, app, parsed.GetValue(file)!, stop)));
        paper.Add(list);
        paper.Add(verify);
        WorkbookCommands.AddTo(paper, RunAsync);
        var template = new Argument<FileInfo>("file") { Description = "letterhead.docx or execution.xlsx" };
        var check = new Command("check", "Whether a letterhead or form can be used, and which fields it asks for") { template };
        check.SetAction(parsed => CommandLine.TryAsync(parsed, "", scope =>
        {
            foreach (var field in TemplateFile.Check(parsed.GetValue(template)!.FullName)) Console.Out.WriteLine(field);
            return Task.FromResult(CommandLine.Done);
        }));
        paper.Add(new Command("template", "An administration's own letterhead and form") { check });
        root.Add(paper);
    }

    private sealed record Wanted(string Kind, string? Period, string? Format, FileInfo? Output, string? Languages, string? About, bool Everybody);

    /// <summary>Within the whole application, which does not serve.</summary>
    private static Task<int> RunAsync(ParseResult parsed, string subject, Func<CommandScope, IServiceProvider, Task<int>> work) => CommandLine.TryAsync(parsed, subject, async scope =>
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration[DataPlace.FolderVariable] = parsed.GetValue(CommandLine.DataFolder) ?? builder.Configuration[DataPlace.FolderVariable];
        builder.Logging.ClearProviders();
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        await using var services = app.Services.CreateAsyncScope();
        return await work(scope, services.ServiceProvider);
    });

    private static async Task<int> MakeAsync(CommandScope scope, IServiceProvider services, Wanted wanted, CancellationToken stop)
    {
        var (kinds, db) = (services.GetRequiredService<PaperKinds>(), services.GetRequiredService<Db>());
        var kind = kinds.Get(wanted.Kind);
        var languages = PaperKinds.ReadLanguages(wanted.Languages ?? "ky") ?? throw PaperRules.NoLanguage(wanted.Languages);
        var span = wanted.Period is null ? (Span?)null : Span.Parse(wanted.Period) ?? throw PaperRules.NoPeriod(wanted.Period);
        var format = PaperKinds.ReadFormat(wanted.Format ?? wanted.Output?.Extension.TrimStart('.')) ?? PaperFormat.Pdf;
        var audience = wanted.Everybody ? Audience.Public : Audience.Staff;
        var request = new PaperRequest(kind.Code, languages, kind.HasPeriod ? span : null, wanted.About, audience);

        var site = services.GetRequiredService<MailSettings>().Url ?? PaperSite.Usual;
        var id = await services.GetRequiredService<PaperOffice>().GiveAsync(new(request, format, site, Actor.System), stop);
        var paper = await db.Papers.AsNoTracking().SingleAsync(p => p.Id == id, stop);
        var output = wanted.Output?.FullName ?? Path.GetFullPath(paper.FileName);
        await using (var kept = await services.GetRequiredService<EvidenceFiles>().OpenAsync(paper.Hash!, stop) ?? throw PaperRules.NotNow(paper))
            await WriteAsync(kept, output, stop);
        scope.Say("paper.cli.made", Path.GetFileName(output), paper.Code, paper.Size / 1024, Texts.All.Say(scope.Language, PaperRules.Named(paper.Kind)));
        return CommandLine.Done;
    }

    /// <summary>Beside first, so that a full disk leaves no half of a paper under its name.</summary>
    private static async Task WriteAsync(Stream kept, string output, CancellationToken stop)
    {
        var beside = output + ".part";
        try
        {
            await using (var file = File.Create(beside)) await kept.CopyToAsync(file, stop);
            File.Move(beside, output, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RuleException(new("paper.cli.cannot-write", output));
        }
    }

    private static async Task<int> ListAsync(CommandScope scope, IServiceProvider services, CancellationToken stop)
    {
        var papers = await services.GetRequiredService<Db>().Papers.AsNoTracking().OrderByDescending(p => p.IsFrozen).ThenByDescending(p => p.AskedAt).Take(500).ToListAsync(stop);
        foreach (var paper in papers)
            scope.Say("paper.cli.line", paper.Code, paper.Kind, paper.Period ?? "–", paper.Subject ?? "–", paper.Languages, paper.Format.Word(), (paper.Moment ?? paper.AskedAt).InBishkek(), new Message("paper.cli.state." + State(paper)), paper.Audience.ToString().ToLowerInvariant());
        return CommandLine.Done;
    }

    internal static string State(Paper paper) => paper switch
    {
        { IsFrozen: true, State: PaperState.Made } => "frozen",
        { ForgottenAt: not null } => "forgotten",
        _ => paper.State.ToString().ToLowerInvariant(),
    };

    private static async Task<int> VerifyAsync(CommandScope scope, IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new RuleException(new("intake.no-file"));
        if (file.Length > MostBytes) throw PaperRules.TooLarge((int)(MostBytes >> 20));
        var bytes = await File.ReadAllBytesAsync(file.FullName, stop);
        var found = await PaperCheck.OfAsync(services.GetRequiredService<Db>(), Convert.ToHexStringLower(SHA256.HashData(bytes)), EmbeddedCode.Of(bytes), stop);
        if (found.Paper is null) throw new RuleException(new("paper.cli.unknown"));
        if (!found.IsWhole) throw new RuleException(new("paper.cli.altered", found.Paper.Code, PaperRules.Named(found.Paper.Kind), found.Paper.Moment!.Value.InBishkek()));

        scope.Say("paper.cli.whole", found.Paper.Code, PaperRules.Named(found.Paper.Kind), found.Paper.Moment!.Value.InBishkek());
        foreach (var line in found.Paper.Said) Console.Out.WriteLine($"  {line.Name.In(scope.Language)}: {line.Value}");
        return CommandLine.Done;
    }
}
