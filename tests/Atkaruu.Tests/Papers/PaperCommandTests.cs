using Atkaruu.Cli;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Atkaruu.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Papers;

[Collection(nameof(OneConsole))]
public sealed class PaperCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-paper-").FullName;

    private string Out(string name) => Path.Combine(_folder, name);

    /// <summary>A database with the plan and one quarter that is open.</summary>
    public async ValueTask InitializeAsync()
    {
        await RunAsync("paper", "list");
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteFile(new DataPlace(_folder, null).SqliteFile, pooling: false);
        await using var db = new SqliteDb(options.Options, Actor.System, TimeProvider.System);
        var period = Period.Plan((await db.Programmes.SingleAsync()).Id, Span.Parse("2026-Q3")!.Value, new(2026, 9, 21), new(2026, 10, 15), new(2026, 10, 25));
        period.Advance(new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc));
        db.Add(period);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Theory]
    [InlineData("Мындай документ жок: «nonsense»", "nonsense")]
    [InlineData("Мындай отчеттук мезгил жок: «2031-Q1»", "execution", "--period", "2031-Q1")]
    [InlineData("Мындай отчеттук мезгил жок: «2026-Q9»", "execution", "--period", "2026-Q9")]
    [InlineData("кайсы мезгил үчүн экенин айтыңыз", "execution")]
    [InlineData("Мындай коддуу орган жок: «NOBODY»", "execution", "--period", "2026-Q3", "--about", "NOBODY")]
    [InlineData("ky, ru же ky,ru тилдеринде", "execution", "--period", "2026-Q3", "--lang", "de")]
    public async Task What_cannot_be_made_is_1_with_one_line_that_says_what_to_do(string says, params string[] args)
    {
        var (code, output, error) = await RunAsync(["paper", .. args, "--out", Out("x.pdf")]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(File.Exists(Out("x.pdf")));
    }

    [Theory]
    [InlineData("paper")]
    [InlineData("paper", "execution", "--format", "odt")]
    [InlineData("paper", "execution", "--nonsense")]
    [InlineData("paper", "verify")]
    public async Task Wrong_usage_is_2(params string[] args) => Assert.Equal(2, (await RunAsync(args)).Code);

    [Fact]
    public async Task A_paper_is_written_listed_and_verified_and_what_was_changed_is_said_so()
    {
        var made = await RunAsync("paper", "execution", "--period", "2026-Q3", "--lang", "ky,ru", "--format", "docx", "--out", Out("report.docx"));
        var again = await RunAsync("paper", "execution", "--period", "2026-Q3", "--lang", "ky,ru", "--format", "docx", "--out", Out("again.docx"));
        var list = await RunAsync("paper", "list");
        var whole = await RunAsync("paper", "verify", Out("report.docx"));
        var bytes = await File.ReadAllBytesAsync(Out("report.docx"));
        await File.WriteAllBytesAsync(Out("stranger.txt"), "Башка файл"u8.ToArray());
        var stranger = await RunAsync("paper", "verify", Out("stranger.txt"));

        Assert.Equal((0, 0, 0, 0, 1), (made.Code, again.Code, list.Code, whole.Code, stranger.Code));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Out("again.docx")));
        var code = list.Output.Split(' ')[0];
        Assert.Contains(code, made.Output, StringComparison.Ordinal);
        Assert.Single(list.Output.Trim().Split('\n'));
        Assert.StartsWith("өзгөртүлгөн эмес", whole.Output, StringComparison.Ordinal);
        Assert.Contains("мындай файл бул жерде даярдалган эмес", stranger.Error, StringComparison.Ordinal);

        File.Delete(Out("report.docx")); // saved anew by somebody who changed it: the code is still in it
        await File.WriteAllBytesAsync(Out("report.docx"), [.. bytes, 0]);
        var altered = await RunAsync("paper", "verify", Out("report.docx"));
        Assert.Equal(1, altered.Code);
        Assert.Contains(code, altered.Error, StringComparison.Ordinal);
        Assert.Contains("өзгөртүлгөн", altered.Error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            return (await CommandLine.RunAsync([.. args, "--data", _folder]), said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
