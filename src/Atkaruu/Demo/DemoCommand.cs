using System.CommandLine;
using Atkaruu.Cli;
using Atkaruu.Data;
using Atkaruu.Web;

namespace Atkaruu.Demo;

/// <summary><c>demo [--seed N]</c>: fills an empty database with the plan and an invented history, and marks it so for ever.</summary>
internal static class DemoCommand
{
    private const int UsualSeed = 2026;

    public static void AddTo(RootCommand root)
    {
        var seed = new Option<int>("--seed") { Description = "Another story (default: 2026)", DefaultValueFactory = _ => UsualSeed };
        var demo = new Command("demo", "Fills an empty database with the plan and an invented, watermarked history to 30.09.2026") { seed };
        demo.SetAction((parsed, stop) => CommandLine.TryAsync(parsed, "", async scope =>
        {
            await TellAsync(parsed.GetValue(CommandLine.DataFolder), parsed.GetValue(seed), scope, stop);
            return CommandLine.Done;
        }));
        root.Add(demo);
    }

    /// <summary>Tells the story into a database without people; for <c>serve --demo</c> nothing happens where it has been told already.</summary>
    public static async Task TellAsync(string? folder, int? seed, CommandScope scope, CancellationToken stop)
    {
        var clock = new DemoClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration[DataPlace.FolderVariable] = folder ?? builder.Configuration[DataPlace.FolderVariable];
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        if (seed is null && app.Services.GetRequiredService<DemoMark>().IsOn) return;

        await new DemoStory(app.Services, clock, seed ?? UsualSeed).TellAsync((done, all) =>
        {
            if (!Console.IsOutputRedirected) Console.Out.Write($"\r{done}/{all}");
        }, stop: stop);
        if (!Console.IsOutputRedirected) Console.Out.Write('\r');
        scope.Say("demo.told");
    }
}
