using System.Text.RegularExpressions;

namespace Atkaruu.Tests;

/// <summary>The shape we agreed to keep. If a test here fails, change the design on purpose or change the code.</summary>
public partial class ShapeTests
{
    /// <summary>Whose entities and rules may know whom. A module not listed knows only the kernel.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Plan"] = ["Bodies", "Places", "Indicators"],
        ["Indicators"] = ["Plan"],
        ["Intake"] = ["Plan", "Bodies", "Places", "Indicators"],
        ["People"] = ["Plan", "Bodies"],
        ["Evidence"] = ["Plan", "Intake"], // the bounded readers of Word and Excel files
        ["Reporting"] = ["Plan", "Bodies", "Indicators", "Evidence", "People"],
        ["Verification"] = ["Plan", "Evidence", "Reporting", "People"],
        ["Works"] = ["Plan", "Places", "Indicators", "Evidence"],
        ["Money"] = ["Plan", "Places", "Bodies", "Intake"], // the bounded readers of Excel and text files
        ["Control"] = ["Plan", "Bodies", "Places", "Indicators", "Reporting", "Evidence", "Verification", "Works", "Money", "Progress", "People", "Activity"],
        ["Activity"] = ["Plan", "Bodies", "People", "Reporting", "Verification", "Evidence", "Indicators", "Works"],
        ["Papers"] = ["Plan", "Bodies", "Places", "Indicators", "Reporting", "Evidence", "Verification", "Works", "Money", "Progress", "People", "Activity", "Control", "Intake"],
        ["Progress"] = ["Plan", "People", "Bodies", "Places", "Indicators", "Reporting", "Evidence", "Verification", "Works", "Money"],
    };

    /// <summary>Whom pages may show, besides: a page looks at the plan in force, a rule does not look at pages.</summary>
    private static readonly string[] MayShow = ["Plan", "Bodies", "Places", "Indicators", "Activity", "Reporting", "Evidence", "Verification", "People", "Works", "Money", "Progress", "Control", "Papers"];

    private static readonly string Root = FindRoot();
    private static readonly string Source = Path.Combine(Root, "src", "Atkaruu");

    [Fact]
    public void Modules_know_only_the_modules_they_may()
    {
        var modules = Path.Combine(Source, "Modules");
        var strangers =
            from file in Files(modules, "*.cs*")
            let module = Path.GetRelativePath(modules, file).Split(Path.DirectorySeparatorChar)[0]
            let page = file.Contains(".cshtml", StringComparison.Ordinal)
            from Match use in ModuleName().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != module && !MayUse.GetValueOrDefault(module, []).Contains(used) && !(page && MayShow.Contains(used))
            select $"{Path.GetRelativePath(Source, file)} uses {used}";

        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void The_kernel_knows_no_module_and_no_framework() =>
        Assert.Empty(
            from file in Files(Path.Combine(Source, "Kernel"), "*.cs")
            where File.ReadAllText(file) is var text
                && (text.Contains("Atkaruu.Modules", StringComparison.Ordinal) || text.Contains("using Microsoft.", StringComparison.Ordinal))
            select Path.GetRelativePath(Source, file));

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.Empty(
            from file in Files(Source, "*.cs").Concat(Files(Source, "*.cshtml")).Concat(Files(Path.Combine(Root, "tests"), "*.cs"))
            where !file.Contains("Migrations", StringComparison.Ordinal) && File.ReadLines(file).Count() > 400
            select Path.GetRelativePath(Root, file));

    [Fact]
    public void Only_entities_and_the_database_set_what_happened()
    {
        var careless =
            from file in Files(Path.Combine(Source, "Modules"), "*.cshtml.cs")
            where File.ReadAllText(file).Contains("ExecuteUpdate", StringComparison.Ordinal) || File.ReadAllText(file).Contains("ExecuteDelete", StringComparison.Ordinal)
            select Path.GetRelativePath(Source, file);

        Assert.Empty(careless); // such a change would go round the log
    }

    [GeneratedRegex(@"Atkaruu\.Modules\.(\w+)")]
    private static partial Regex ModuleName();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Atkaruu.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
