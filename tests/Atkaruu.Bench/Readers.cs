using Atkaruu.Modules.Intake;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Atkaruu.Bench;

/// <summary>How long reading the plan takes, from the bytes of a file to a draft with its meaning.</summary>
[MemoryDiagnoser]
public class Readers
{
    private static readonly Vocabulary Names = BundledPlan.ChonAlay.Vocabulary;
    private byte[] _file = [];

    [Params("plan.txt", "plan.docx", "plan.xlsx", "plan.pdf")]
    public string File { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _file = System.IO.File.ReadAllBytes(Path.Combine(Environment.GetEnvironmentVariable("BENCH_FILES")!, File));

    [Benchmark]
    public int Read() => Understanding.Understand(PlanReader.Read(_file, File), Names).Measures.Count;

    public static int Run()
    {
        var config = ManualConfig.CreateMinimumViable()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath(Environment.GetEnvironmentVariable("BENCH_OUT") ?? "artifacts/bench");
        return BenchmarkRunner.Run<Readers>(config).HasCriticalValidationErrors ? 1 : 0;
    }
}
