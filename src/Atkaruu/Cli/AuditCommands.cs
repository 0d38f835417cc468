using System.CommandLine;
using Atkaruu.Data;
using Atkaruu.Kernel;

namespace Atkaruu.Cli;

/// <summary><c>audit verify</c>: is the log what it was when it was written?</summary>
internal static class AuditCommands
{
    public static void AddTo(RootCommand root)
    {
        var verify = new Command("verify", "Walks the log's hash chain and names the first broken row");
        verify.SetAction(parsed => CommandLine.TryAsync(parsed, "", VerifyAsync));
        root.Add(new Command("audit", "The log of everything that has happened") { verify });
    }

    private static async Task<int> VerifyAsync(CommandScope scope)
    {
        var result = await Audit.VerifyAsync(await scope.DbAsync());
        if (result.Broken is { } broken) throw new RuleException(new("audit.broken", broken.Seq, new Message(broken.Reason), result.Rows));

        scope.Say("audit.whole", result.Rows, result.Head);
        return CommandLine.Done;
    }
}
