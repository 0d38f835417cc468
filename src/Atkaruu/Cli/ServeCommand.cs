using System.CommandLine;
using Atkaruu.Data;
using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Connections;

namespace Atkaruu.Cli;

/// <summary><c>serve</c>, and what happens when no command is given: migrate, load the bundled plan on first run, serve.</summary>
internal static class ServeCommand
{
    public static void AddTo(RootCommand root, string[] args)
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on (default: http://localhost:5080)" };
        var demo = new Option<bool>("--demo") { Description = "As after «demo»: an invented, watermarked history in an empty database" };
        var serve = new Command("serve", "Serves the pages") { urls, demo };
        serve.SetAction((parsed, stop) => ServeAsync(parsed, parsed.GetValue(urls), parsed.GetValue(demo), stop));
        root.Add(serve);
        root.Add(urls);
        root.Add(demo);
        root.SetAction((parsed, stop) => ServeAsync(parsed, parsed.GetValue(urls), parsed.GetValue(demo), stop));
    }

    private static Task<int> ServeAsync(ParseResult parsed, string? urls, bool demo, CancellationToken stop) => CommandLine.TryAsync(parsed, "", async scope =>
    {
        if (demo) await DemoCommand.TellAsync(parsed.GetValue(CommandLine.DataFolder), null, scope, stop);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration[DataPlace.FolderVariable] = parsed.GetValue(CommandLine.DataFolder) ?? builder.Configuration[DataPlace.FolderVariable];
        var addresses = urls ?? builder.Configuration["URLS"] ?? "http://localhost:5080";
        builder.WebHost.UseUrls(addresses);
        builder.AddLogs();
        await using var app = Site.Build(builder);
        await Site.PrepareAsync(app);
        await PeriodTimetable.RunAsync(app.Services, stop); // what time did to the periods while nothing ran
        await UserCommands.OfferFirstAsync(app, parsed.GetValue(CommandLine.Language)!, addresses);
        var warm = app.Services.GetRequiredService<PlanShelf>().CurrentAsync().AsTask(); // read and checked while the server starts, for the first visitor
        try
        {
            await Task.WhenAll(app.RunAsync(stop), warm);
        }
        catch (IOException refused) when (refused.InnerException is AddressInUseException)
        {
            throw new RuleException(new("serve.address-in-use", addresses));
        }
        return CommandLine.Done;
    });
}
