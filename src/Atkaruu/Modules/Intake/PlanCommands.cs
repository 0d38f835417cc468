using System.CommandLine;
using Atkaruu.Cli;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Intake;

/// <summary><c>plan read</c>, <c>plan check</c>, <c>plan import</c>, <c>plan export</c>.</summary>
internal static class PlanCommands
{
    private static readonly Option<bool> AsJson = new("--json") { Description = "Prints JSON (docs/api.md)" };

    public static void AddTo(RootCommand root)
    {
        var file = new Argument<FileInfo>("file") { Description = "docx, xlsx, pdf, txt or plan.yaml" };
        var maybeFile = new Argument<FileInfo?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "A document; without one, the plan in force" };
        var act = new Option<string>("--act") { Required = true, Description = "The act that adopts it: \"№ 114, 12.06.2026\"" };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write; standard output when left out" };

        var read = new Command("read", "Prints what a document says; changes nothing") { file, AsJson };
        read.SetAction(parsed => CommandLine.TryAsync(parsed, Name(parsed.GetValue(file)), scope => ReadAsync(scope, parsed.GetValue(file)!, parsed.GetValue(AsJson))));
        var check = new Command("check", "Findings about a document, or about the plan in force") { maybeFile, AsJson };
        check.SetAction(parsed => CommandLine.TryAsync(parsed, Name(parsed.GetValue(maybeFile)), scope => CheckAsync(scope, parsed.GetValue(maybeFile), parsed.GetValue(AsJson))));
        var import = new Command("import", "Adopts a document as an edition of the plan") { file, act };
        import.SetAction(parsed => CommandLine.TryAsync(parsed, Name(parsed.GetValue(file)), scope => ImportAsync(scope, parsed.GetValue(file)!, parsed.GetValue(act)!)));
        var export = new Command("export", "Writes the plan in force as plan.yaml") { output };
        export.SetAction(parsed => CommandLine.TryAsync(parsed, "", scope => ExportAsync(scope, parsed.GetValue(output))));

        root.Add(new Command("plan", "Reading, checking and adopting plans") { read, check, import, export });
    }

    private static string Name(FileInfo? file) => file?.Name ?? "";

    private static async Task<int> ReadAsync(CommandScope scope, FileInfo file, bool json)
    {
        var vocabulary = BundledPlan.ChonAlay.Vocabulary;
        var draft = await DraftAsync(file, vocabulary);
        if (json)
            Console.Out.WriteLine(PlanReadJson.Write(draft, PlanChecks.Check(draft, vocabulary), scope.Language));
        else
            PlanReadText.Write(Console.Out, draft, scope.Language);
        return CommandLine.Done;
    }

    private static async Task<int> CheckAsync(CommandScope scope, FileInfo? file, bool json)
    {
        var vocabulary = BundledPlan.ChonAlay.Vocabulary;
        var draft = file is not null ? await DraftAsync(file, vocabulary) : Reviewed.Draft((await InForceAsync(scope)).ToFile(), vocabulary);
        var findings = PlanChecks.Check(draft, vocabulary);
        if (json)
            Console.Out.WriteLine(PlanReadJson.WriteFindings(findings, scope.Language));
        else
            FindingsText.Write(Console.Out, findings, scope.Language);
        return findings.Any(f => f.Severity == Severity.Error) ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task<int> ImportAsync(CommandScope scope, FileInfo file, string actText)
    {
        var bundle = BundledPlan.ChonAlay;
        var db = await scope.DbAsync();
        var content = await BytesAsync(file);
        var current = await db.Programmes.AnyAsync() ? (await InForceAsync(scope)).ToFile() : null;
        if (!await db.Bodies.AnyAsync())
        {
            db.AddRange(bundle.Vocabulary.Bodies);
            db.AddRange(bundle.Vocabulary.Places);
        }

        var reviewed = IsPlanYaml(content);
        var plan = reviewed
            ? PlanYaml.Read(System.Text.Encoding.UTF8.GetString(content), file.Name)
            : DraftFile.Make(Understanding.Understand(PlanReader.Read(content, file.Name), bundle.Vocabulary), current, bundle.Vocabulary.District);
        var act = ActText.Parse(actText, plan.Programme.Act.Body);

        await using var whole = await db.BeginWriteAsync();
        await db.SaveChangesAsync();
        var (edition, changes) = await new Adoption(db, TimeProvider.System).AdoptAsync(plan, act, file.Name);
        await whole.CommitAsync();
        scope.Say("adopt.done", edition.Number, changes.Measures, changes.Added, changes.Reworded, changes.StruckOut);
        await ComparisonText.WriteAsync(Console.Out, db, edition, scope.Language);
        return CommandLine.Done;
    }

    private static async Task<int> ExportAsync(CommandScope scope, FileInfo? output)
    {
        var yaml = PlanYaml.Write((await InForceAsync(scope)).ToFile());
        if (output is null)
            Console.Out.Write(yaml);
        else
            await File.WriteAllTextAsync(output.FullName, yaml);
        return CommandLine.Done;
    }

    private static async Task<PlanInForce> InForceAsync(CommandScope scope)
    {
        var db = await scope.DbAsync();
        var newest = await PlanShelf.NewestEditionAsync(db)
            ?? throw new RuleException(new("plan.none"));
        return await PlanShelf.ReadAsync(db, newest);
    }

    private static async Task<PlanDraft> DraftAsync(FileInfo file, Vocabulary vocabulary)
    {
        var content = await BytesAsync(file);
        return IsPlanYaml(content)
            ? Reviewed.Draft(PlanYaml.Read(System.Text.Encoding.UTF8.GetString(content), file.Name), vocabulary)
            : Understanding.Understand(PlanReader.Read(content, file.Name), vocabulary);
    }

    private static async Task<byte[]> BytesAsync(FileInfo file)
    {
        if (!file.Exists) throw new IntakeException(new("intake.no-file"));
        if (file.Length > PlanReader.MaxBytes) throw new IntakeException(new("intake.too-big", PlanReader.MaxBytes / 1024 / 1024));
        return await File.ReadAllBytesAsync(file.FullName);
    }

    private static bool IsPlanYaml(byte[] content) => FileSigns.IsPlanYaml(System.Text.Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 8192))));
}
