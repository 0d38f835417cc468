using Atkaruu.Kernel;
using Atkaruu.Data;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// /evidence/{id}/{thumb|public|original}: each request is asked about anew. Everybody sees the copies of what is published;
/// before that, and the original always, only whoever may read the return. To all others there is nothing there.
/// </summary>
public static class EvidenceServing
{
    /// <summary>Even a file that a browser took for a page could do nothing.</summary>
    private const string Policy = "default-src 'none'; sandbox";

    public static void MapEvidence(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/evidence/{id:guid}/{variant:regex(^(thumb|public|original)$)}", ["GET", "HEAD"], ServeAsync).OpenToAll();

    /// <summary>Whether this person may see what is not for everybody: the original, its place and time, and all of it before publication.</summary>
    public static bool MayRead(this Actor actor, PlanInForce plan, EvidenceItem item) =>
        plan.Measures.FirstOrDefault(m => m.Id == item.MeasureId) is { } measure
        && actor.May(Right.Read, item.Body is null ? plan.Subject(measure) : plan.Subject(measure, item.Body));

    private static async Task<IResult> ServeAsync(Guid id, string variant, HttpContext context, Db db, Actor actor, PlanShelf shelf, EvidenceFiles files, CancellationToken stop)
    {
        var item = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.RemovedAt == null, stop);
        if (item is null || await shelf.CurrentAsync() is not { } plan) return Results.NotFound();
        var original = variant == "original";
        var open = item.PublishedAt is not null && !original;
        if (!open && !actor.MayRead(plan, item)) return Results.NotFound();

        var hash = variant switch { "thumb" => item.ThumbHash, "public" => item.PublicHash, _ => item.Hash };
        if (hash is null || await (original ? files.OpenWholeAsync(hash, stop) : files.OpenAsync(hash, stop)) is not { } file) return Results.NotFound();

        var headers = context.Response.Headers;
        context.Items[SecurityHeaders.OwnPolicy] = Policy;
        headers.CacheControl = open ? "private, max-age=86400" : original ? "private, no-store" : "private, no-cache"; // before publication the browser asks each time, and is told 304
        headers.ContentDisposition = Disposition(original ? "attachment" : "inline", original ? item.FileName : Path.ChangeExtension(item.FileName, ".jpg"));
        return Results.Stream(file, original ? item.ContentType : "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private static string Disposition(string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
