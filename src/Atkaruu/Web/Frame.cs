using System.IO.Compression;
using Atkaruu.Modules.Money;
using Atkaruu.Data;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan.Register;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Atkaruu.Web;

/// <summary>Everything that stands around the pages: headers, assets, languages, errors, limits, health.</summary>
public static class Frame
{
    public static void AddWebFrame(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(RequestLimits.Configure);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // nothing secret is echoed beside what a visitor sends
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/geo+json", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddHttpContextAccessor();
        services.AddProxies(builder.Configuration);
        services.AddScoped<PageText>();
        services.AddScoped<Sprite>();
        services.AddScoped<FrameView>();
        services.AddSingleton<Navigation>();
        services.AddScoped<StaffView>();
        services.AddSingleton<Health>();
        services.AddSingleton(services => new DistrictMap(DistrictShape.Load(services.GetRequiredService<BundledPlan>().Folder)));
        services.AddRazorPages(options => options.RootDirectory = "/")
            .AddMvcOptions(options =>
            {
                options.Filters.Add<MethodFilter>();
                options.Filters.Add<RuleFilter>();
            });
    }

    public static void UseWebFrame(this WebApplication app)
    {
        app.UseLastingAnswers();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseAssets();
        app.UseResponseCompression();
        app.Use(Language.ChooseAsync);
        app.UseErrorPages();
        app.UseRequestLimits(); // before anything is kept for an address
        app.UseMiddleware<PageCache>();
        app.UseAuthentication(); // what comes back from another provider
        app.UseSignedIn();
        app.UseRouting();
        app.UseBodyLimits(); // after routing: a page may have said that it takes more
        app.UseAccess();
        app.MapRazorPages();
        app.MapHealth();
        app.MapRegisterFiles();
        app.MapMoneyFiles();
        app.MapEvidence();
        app.MapPapers();
        app.MapPeople();
    }
}
