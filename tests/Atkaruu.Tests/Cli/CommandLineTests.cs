using System.Text.Json;
using Atkaruu.Cli;
using Atkaruu.Tests.Intake.Files;

namespace Atkaruu.Tests.Cli;

/// <summary>Tests that read what the program prints run one after another: there is one console.</summary>
[CollectionDefinition(nameof(OneConsole), DisableParallelization = true)]
public sealed class OneConsole;

[Collection(nameof(OneConsole))]
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-cli-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("plan.txt")]
    [InlineData("plan.docx")]
    [InlineData("plan.xlsx")]
    [InlineData("plan.pdf")]
    [InlineData("plan.yaml")]
    public async Task The_plan_is_read_from_every_kind_of_file(string name)
    {
        var (code, output, _) = await RunAsync("plan", "read", SampleFile(name), "--json");

        using var read = JsonDocument.Parse(output);
        var measures = read.RootElement.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(0, code);
        Assert.Equal(80, measures.Count);
        Assert.Equal(Enumerable.Range(1, 80), measures.Select(m => m.GetProperty("ordinal").GetInt32()));
        var numbers = measures.Select(m => m.GetProperty("number").GetString()).ToList();
        Assert.Equal((2, 2, 0, 28), (numbers.Count(n => n == "20"), numbers.Count(n => n == "27"), numbers.Count(n => n == "41"), numbers.Count(n => n is null)));
        Assert.Equal("missing", measures[8].GetProperty("schedule").GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Array, read.RootElement.GetProperty("findings").ValueKind);
        Assert.Equal([2025, 2030], read.RootElement.GetProperty("programme").GetProperty("years").EnumerateArray().Select(y => y.GetInt32()));
    }

    [Fact]
    public async Task Checking_the_plan_finds_errors_and_says_so_by_its_exit_code()
    {
        var (code, output, _) = await RunAsync("plan", "check", SampleFile("plan.docx"), "--lang", "ru");

        Assert.Equal(1, code);
        Assert.Contains("98", output, StringComparison.Ordinal);
        Assert.Contains("95", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "read")]
    [InlineData("plan", "read", "x.docx", "--nonsense")]
    [InlineData("plan", "import", "x.docx")]
    [InlineData("nonsense")]
    [InlineData("audit", "verify", "--lang", "fr")]
    public async Task Wrong_usage_is_2(params string[] args) => Assert.Equal(2, (await RunAsync(args)).Code);

    [Fact]
    public async Task A_file_that_is_not_there_is_1_with_one_line_that_names_it()
    {
        var (code, output, error) = await RunAsync("plan", "read", Path.Combine(_folder, "none.docx"), "--lang", "en");

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Equal("none.docx: there is no such file. Check the path.", error.Trim());
    }

    [Fact]
    public async Task A_signed_document_becomes_an_edition_and_a_second_one_is_compared_with_it()
    {
        var first = await DataAsync("plan", "import", SampleFile("plan.yaml"), "--act", "№ 1, 01.03.2025");
        var again = await DataAsync("plan", "import", SampleFile("plan.docx"), "--act", "№ 2, 01.03.2026");
        var amended = await DataAsync("plan", "import", Amended(), "--act", "№ 3, 12.06.2026", "--lang", "en");
        var audit = await DataAsync("audit", "verify", "--lang", "en");

        Assert.Equal((0, 0, 0, 0), (first.Code, again.Code, amended.Code, audit.Code));
        Assert.Contains("80 иш-чара; жаңы 0, өзгөргөнү 0, алынып салынганы 0", again.Output, StringComparison.Ordinal);
        Assert.Contains("Edition 3 adopted: 79 measures; 0 added, 1 reworded, 1 struck out.", amended.Output, StringComparison.Ordinal);
        Assert.Contains("CA-009  reworded", amended.Output, StringComparison.Ordinal);
        Assert.Contains("schedule: «» → «2027-жыл»", amended.Output, StringComparison.Ordinal);
        Assert.Contains("CA-080  struck out", amended.Output, StringComparison.Ordinal);
        Assert.StartsWith("The log is whole:", audit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_reads_back_identically()
    {
        await DataAsync("plan", "import", SampleFile("plan.yaml"), "--act", "№ 1, 01.03.2025");
        var file = Path.Combine(_folder, "out.yaml");

        var export = await DataAsync("plan", "export", "--out", file);

        Assert.Equal(0, export.Code);
        var (was, now) = (await File.ReadAllLinesAsync(SampleFile("plan.yaml")), await File.ReadAllLinesAsync(file));
        Assert.Equal(was.Where(l => !IsAct(l)), now.Where(l => !IsAct(l))); // only the act is new

        static bool IsAct(string line) => line.StartsWith("    ", StringComparison.Ordinal) && line.TrimStart() is var t
            && (t.StartsWith("number: '1'", StringComparison.Ordinal) && line.Length < 20 || t.StartsWith("date:", StringComparison.Ordinal) || t.StartsWith("annex:", StringComparison.Ordinal) || t.StartsWith("text: Чоң-Алай райондук", StringComparison.Ordinal) || t.StartsWith("text: № 1", StringComparison.Ordinal));
    }

    private string Amended()
    {
        var text = File.ReadAllText(SampleFile("plan.yaml"));
        var last = text.LastIndexOf("          - code: CA-080", StringComparison.Ordinal);
        var cut = text[..last];
        cut = cut[..cut.LastIndexOf("      - title:", StringComparison.Ordinal)]; // the task of the last measure goes with it
        var empty = cut.IndexOf("text: ''", cut.IndexOf("code: CA-009", StringComparison.Ordinal), StringComparison.Ordinal);
        var kind = cut.IndexOf("kind: missing", empty, StringComparison.Ordinal);
        cut = cut[..empty] + "text: 2027-жыл\n              kind: year\n              from: 2027-01-01\n              to: 2027-12-31" + cut[(kind + "kind: missing".Length)..];
        var file = Path.Combine(_folder, "amended.yaml");
        File.WriteAllText(file, cut);
        return file;
    }

    /// <summary>The real plan as a file of a kind. ATKARUU_WRITE_FILES names a folder to keep them in, for `./dev bench`.</summary>
    private string SampleFile(string name)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("ATKARUU_WRITE_FILES") is { Length: > 0 } kept ? kept : _folder, name);
        if (File.Exists(file)) return file;
        File.WriteAllBytes(file, Path.GetExtension(name) switch
        {
            ".docx" => MakeDocx.Plan(new()),
            ".xlsx" => MakeXlsx.Plan(new()),
            ".pdf" => MakePdf.Plan(new()),
            ".txt" => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Truth", "chon-alay-2025-2030.txt")),
            _ => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030", "plan.yaml")),
        });
        return file;
    }

    private Task<(int Code, string Output, string Error)> DataAsync(params string[] args) => RunAsync([.. args, "--data", _folder]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            return (await CommandLine.RunAsync(args), said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
