using Atkaruu.Modules.Papers.Brief;
using Atkaruu.Modules.Papers.PeriodSheets;

namespace Atkaruu.Modules.Papers.Execution;

/// <summary>The papers about a period: the report, the sheets and the brief.</summary>
public static class ExecutionPapers
{
    public static void AddExecutionPapers(this IServiceCollection services)
    {
        services.AddSingleton<PaperKind, ExecutionReport>();
        services.AddSingleton<PaperKind, BodySheet>();
        services.AddSingleton<PaperKind, MunicipalitySheet>();
        services.AddSingleton<PaperKind, HeadBrief>();
    }
}
