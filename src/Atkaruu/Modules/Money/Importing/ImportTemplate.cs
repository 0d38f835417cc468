using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Plan.Register;
using Atkaruu.Web;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>An empty file of payments to fill in: the headings, and one row that shows how, which is never taken.</summary>
internal static class ImportTemplate
{
    public static byte[] Write(PageText text, PlanInForce? plan, DateOnly today) => RegisterXlsx.Write(
    [
        [.. Enum.GetValues<ImportColumn>().Select(column => text.Say(ImportColumns.Name(column)))],
        [plan?.Measures[0].Code ?? "CA-001", today, 1_250_000.50m, Currencies.Som, text.Say("money.source.republican"), text.Say("import.example") + " № 14", ""],
    ], text.Say("import.title"));

    public static bool IsExample(string document) =>
        Texts.Languages.Any(language => document.StartsWith(Texts.All.Say(language, "import.example"), StringComparison.OrdinalIgnoreCase));
}
