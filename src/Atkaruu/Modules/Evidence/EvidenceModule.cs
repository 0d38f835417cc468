using Atkaruu.Data;
using Atkaruu.Jobs;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.Http.Features;

namespace Atkaruu.Modules.Evidence;

public static class EvidenceModule
{
    public static void AddEvidence(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(provider => EvidenceFiles.From(provider.GetRequiredService<DataPlace>(), settings));
        services.AddSingleton<DiskReserve>();
        services.AddScoped<EvidenceIntake>();
        services.AddTimedWork("evidence-sweep", "0 10 4 * * ?", EvidenceSweep.RunAsync);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = TakesFilesAttribute.Most);
    }

    /// <summary>Says who can tell whether what owns a file is still open to change; the first that knows the owner answers.</summary>
    public static void AddEvidenceOwner(this IServiceCollection services, EvidenceOwnerCheck check) => services.AddSingleton(check);
}

/// <summary>Whether what owns a file may still be changed; null when it is none of ours. Evidence need not know returns or visits.</summary>
public delegate Task<bool?> EvidenceOwnerCheck(Db db, EvidenceItem item, Actor by, DateTime now, CancellationToken stop);

/// <summary>Which of these files somebody else than evidence names, so that the sweep leaves them.</summary>
public delegate Task<IReadOnlyCollection<string>> NamedFiles(Db db, IReadOnlyCollection<string> hashes, CancellationToken stop);

/// <summary>A page that takes files: its posts may be larger than a megabyte (one may be 15; a form with several goes up to this).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute() : Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Most)
{
    /// <summary>Bytes of one post.</summary>
    public const long Most = 64 << 20;
}
