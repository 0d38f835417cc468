using System.CommandLine;
using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Papers;
using Atkaruu.Web;

namespace Atkaruu.Cli;

/// <summary>
/// The command line. Exit codes: 0 done; 1 the input or a check failed, one line on stderr for each failure; 2 wrong usage; 143
/// (SIGTERM) told to stop before it was done.
/// Without a command the program serves.
/// </summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUsage = 2, Stopped = 143;

    internal static readonly Option<string?> DataFolder = new("--data") { Description = "Folder of the database, evidence and keys (ATKARUU_DATA; default: data/)", Recursive = true };
    internal static readonly Option<string> Language = new("--lang")
    {
        Description = "Language of the answers: ky, ru, en (ATKARUU_LANG; default: ky)",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ATKARUU_LANG") is { } lang && Texts.Languages.Contains(lang) ? lang : "ky",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        Language.AcceptOnlyFromAmong([.. Texts.Languages]);
        var root = new RootCommand("Atkaruu: carries out a district's development programme") { DataFolder, Language };
        ServeCommand.AddTo(root, args);
        PlanCommands.AddTo(root);
        AuditCommands.AddTo(root);
        DemoCommand.AddTo(root);
        UserCommands.AddTo(root);
        PaperCommands.AddTo(root);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return WrongUsage;
        }
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Does the work of a command; a rule that says no becomes one clear line on stderr and exit code 1.</summary>
    internal static async Task<int> TryAsync(ParseResult parsed, string subject, Func<CommandScope, Task<int>> work)
    {
        var language = parsed.GetValue(Language)!;
        try
        {
            await using var scope = new CommandScope(parsed, language);
            return await work(scope);
        }
        catch (OperationCanceledException)
        {
            return Stopped; // told to stop before it was done
        }
        catch (RuleException refused)
        {
            var where = refused is IntakeException { Where.Length: > 0 } intake ? $"{subject}: {intake.Where}" : subject;
            var sentence = Texts.All.Say(language, refused.Sentence);
            await Console.Error.WriteLineAsync(where.Length > 0 ? $"{where}: {sentence}" : sentence);
            return Failed;
        }
    }
}
