using Atkaruu.Data;
using Atkaruu.Demo;
using Atkaruu.Modules.Control;
using Atkaruu.Modules.Evidence;
using Atkaruu.Jobs;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Papers;
using Atkaruu.Modules.People;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Atkaruu.Web;

/// <summary>The web application: services, middleware, modules. The command line and the tests both start it here.</summary>
public static class Site
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var place = DataPlace.From(null, builder.Configuration);
        services.AddDatabase(place);
        services.AddDataProtection().SetApplicationName("atkaruu").PersistKeysToFileSystem(new(Path.Combine(place.Folder, "keys")));
        services.TryAddSingleton<TimeProvider>(new DemoClock());
        services.AddSingleton<DemoMark>();
        services.AddPeople(builder.Configuration);
        services.AddReporting();
        services.AddEvidence(builder.Configuration);
        services.AddEvidenceOwner(ReturnEvidence.IsOpenAsync);
        services.AddVerification();
        services.AddOrders();
        services.AddJobs(running: !builder.Environment.IsEnvironment("Testing"));
        services.AddActivity();
        services.AddPapers();
        services.AddSingleton<PlanShelf>();
        services.AddSingleton<CheckPlan>(services => PlanInForceChecks.With(services.GetRequiredService<TimeProvider>()));
        services.AddProgress();
        services.AddControl();
        services.TryAddSingleton(BundledPlan.ChonAlay);
        services.AddSingleton(TileServer.From(builder.Configuration));

        builder.AddWebFrame();

        var app = builder.Build();
        app.UseWebFrame();
        return app;
    }

    /// <summary>Brings the database up to date and loads the bundled plan into an empty one.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.PrepareAsync(app.Services.GetRequiredService<DataPlace>());
        await FirstRun.LoadAsync(db, app.Services.GetRequiredService<BundledPlan>(), app.Services.GetRequiredService<TimeProvider>());
        await app.Services.GetRequiredService<DemoMark>().ReadAsync(db, app.Services.GetRequiredService<TimeProvider>());
    }
}
