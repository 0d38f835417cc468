using Atkaruu.Cli;

namespace Atkaruu.Tests.Cli;

[Collection(nameof(OneConsole))]
public sealed class UserCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-user-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_person_is_invited_by_a_printed_link_once_and_may_get_another()
    {
        var (code, output, _) = await RunAsync("user", "add", "Aigul", "--name", "Айгүл Маматова", "--role", "administrator", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Matches(@"Айгүл Маматова \(aigul\)[\s\S]+http://localhost:5080/invitation/[\w-]{27}\s*$", output);

        Assert.Equal((1, "", "The login “aigul” is taken. Choose another."), await RunAsync("user", "add", "aigul", "--name", "Башка", "--lang", "en"));
        var (again, link, _) = await RunAsync("user", "reset", "AIGUL");
        Assert.Equal(0, again);
        Assert.Contains("/invitation/", link, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1].Trim(), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no role king", "user", "add", "x1", "--name", "X", "--role", "king")]
    [InlineData("The plan has no body NONE", "user", "add", "x1", "--name", "X", "--body", "NONE")]
    [InlineData("A login is Latin letters", "user", "add", "чынара", "--name", "X")]
    [InlineData("Choose the body of the reporter", "user", "add", "x1", "--name", "X", "--role", "reporter")]
    [InlineData("There is nobody with the login", "user", "reset", "nobody")]
    public async Task What_cannot_be_is_said_in_one_line(string sentence, params string[] args)
    {
        var (code, output, error) = await RunAsync([.. args, "--lang", "en"]);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
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
            return (await CommandLine.RunAsync([.. args, "--data", _folder]), said.ToString(), complained.ToString().TrimEnd());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
