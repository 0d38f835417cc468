using Atkaruu.Data;
using Atkaruu.Modules.Plan;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Intake;

/// <summary>What an empty database begins with: the bodies, the places and the plan that come with the program.</summary>
public static class FirstRun
{
    /// <summary>Loads the bundled plan where there is no programme yet. Several nodes may start at once: one does it.</summary>
    public static async Task LoadAsync(Db db, BundledPlan bundle, TimeProvider clock, CancellationToken stop = default)
    {
        if (await db.Programmes.AnyAsync(stop)) return;

        await using var whole = await db.BeginWriteAsync(stop);
        if (await db.Programmes.AnyAsync(stop)) return;

        db.AddRange(bundle.Vocabulary.Bodies);
        db.AddRange(bundle.Vocabulary.Places);
        await db.SaveChangesAsync(stop);
        await new Adoption(db, clock).AdoptAsync(bundle.Plan, bundle.Plan.Programme.Act, "plan.yaml", stop);
        await whole.CommitAsync(stop);
    }
}

/// <summary>The folder of <c>plans/</c> that comes with the program: the reviewed plan and the district's names.</summary>
public sealed class BundledPlan(string folder)
{
    private readonly Lazy<PlanFile> _plan = new(() => PlanYaml.Read(File.ReadAllText(Path.Combine(folder, "plan.yaml")), "plan.yaml"));
    private readonly Lazy<Vocabulary> _vocabulary = new(() => Vocabulary.Load(folder));

    /// <summary>The plan of Chon-Alay district, beside the program's own files.</summary>
    public static readonly BundledPlan ChonAlay = new(Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030"));

    public string Folder => folder;
    public PlanFile Plan => _plan.Value;
    public Vocabulary Vocabulary => _vocabulary.Value;
}
