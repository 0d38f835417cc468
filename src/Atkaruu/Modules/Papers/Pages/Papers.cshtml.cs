using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Pages;

/// <summary>The papers that can be had, those of published periods, and those that were made lately.</summary>
[OpenToAll]
public sealed class PapersModel(Db db, Actor actor, PlanShelf shelf, PaperKinds kinds) : PageModel
{
    private const int MostFrozen = 400, MostMade = 200, ShownMade = 50;

    public PlanInForce? Plan { get; private set; }
    public IReadOnlyList<PaperKind> Kinds { get; private set; } = [];

    /// <summary>By period and edition, newest first; in each by language, then by format.</summary>
    public IReadOnlyList<IGrouping<(string Kind, string? Period, int Edition), Paper>> Frozen { get; private set; } = [];
    public IReadOnlyList<Paper> UnderWay { get; private set; } = [];
    public IReadOnlyList<Paper> Made { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store"; // the list changes with every paper
        Plan = await shelf.CurrentAsync();
        if (Plan is null) return;
        Kinds = [.. kinds.All.Where(kind => kind.IsPublic || actor.MayHaveUnpublished())];
        var frozen = await db.Papers.AsNoTracking().Where(p => p.IsFrozen && p.State == PaperState.Made).OrderByDescending(p => p.Period).ThenByDescending(p => p.Edition).Take(MostFrozen).ToListAsync(stop);
        Frozen = [.. frozen.OrderBy(p => p.Languages, StringComparer.Ordinal).ThenBy(p => p.Format).GroupBy(p => (p.Kind, p.Period, p.Edition)).OrderByDescending(g => g.Key.Period, StringComparer.Ordinal).ThenByDescending(g => g.Key.Edition)];
        var others = await db.Papers.AsNoTracking().Where(p => !p.IsFrozen && p.ForgottenAt == null && (actor.IsPerson || p.Audience == Audience.Public)).OrderByDescending(p => p.AskedAt).Take(MostMade).ToListAsync(stop);
        var mine = others.Where(Lets).ToList();
        UnderWay = [.. mine.Where(p => p.IsUnderWay || p.State == PaperState.Failed && p.AskedBy == actor.PersonId)];
        Made = [.. mine.Where(p => p.IsThere).Take(ShownMade)];
    }

    private bool Lets(Paper paper) => kinds.Find(paper.Kind) is { } kind && actor.MayHave(Plan!, kind, paper.Request);
}
