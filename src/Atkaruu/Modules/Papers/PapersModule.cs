using Atkaruu.Jobs;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Measures;
using Atkaruu.Modules.Papers.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Atkaruu.Modules.Papers;

/// <summary>The papers that come out: how they are made, kept, frozen and verified.</summary>
public static class PapersModule
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.TryAddSingleton<PaperKinds>();
        services.AddSingleton<PaperGate>();
        services.AddSingleton<PaperOffice>();
        services.AddPaperTemplates();
        services.TryAddSingleton<WritePaper>(all => all.GetRequiredService<PaperTemplates>().Write);
        services.AddExecutionPapers();
        services.AddMeasurePapers();
        services.AddSingleton<PaperKind, Review.AnnualReview>();
        services.AddScoped<PaperPress>();
        services.AddScoped<PaperFreezing>();
        services.AddLogConsumer(PaperFreezing.Name, (all, row, stop) => all.GetRequiredService<PaperFreezing>().TakeAsync(row, stop), PaperFreezing.Wants);
        services.AddTimedWork(PaperKeeping.Forgets, "0 40 3 * * ?", PaperKeeping.ForgetAsync);
        services.AddSingleton<NamedFiles>(PaperKeeping.NamedAsync);
    }
}
