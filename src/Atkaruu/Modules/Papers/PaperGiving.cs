using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Modules.Papers;

/// <summary>
/// /papers/KIND.FORMAT?period=…&amp;lang=ky,ru&amp;about=…&amp;audience=staff makes a paper or gives the one that is there; /papers/made/CODE gives a made
/// one again. Who may have it is asked before anything else, and each time; to all others there is nothing there.
/// </summary>
public static class PaperGiving
{
    /// <summary>Even a file that a browser took for a page could do nothing.</summary>
    private const string Policy = "default-src 'none'; sandbox";

    public static void MapPapers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/papers/{kind}.{format:regex(^(pdf|docx|xlsx)$)}", MakeAsync).OpenToAll();
        routes.MapGet("/papers/made/{code:length(8,9)}", GiveAsync).OpenToAll();
    }

    public static string TypeOf(PaperFormat format) => format switch
    {
        PaperFormat.Pdf => "application/pdf",
        PaperFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    private static async Task<IResult> MakeAsync(string kind, string format, HttpContext context, Db db, Actor actor, PlanShelf shelf, PaperKinds kinds, PaperOffice office, EvidenceFiles files, MailSettings mail, CancellationToken stop)
    {
        if (kinds.Find(kind) is not { } known || PaperKinds.ReadFormat(format) is not { } form || await shelf.CurrentAsync() is not { } plan) return Results.NotFound();
        var asked = PaperQuestion.Of(context.Request.Query);
        var request = asked.Request(known, actor);
        if (!actor.MayHave(plan, known, request)) return Results.NotFound();
        if (known.IsLong || asked.Lacks(known)) return Results.LocalRedirect($"{context.Request.PathBase}/papers/{kind}{context.Request.QueryString}"); // there one chooses, and presses
        var id = await office.GiveAsync(new(request, form, PaperSite.Of(mail, context.Request), actor, context.Connection.RemoteIpAddress), stop);
        return await FileAsync(await db.Papers.AsNoTracking().SingleAsync(p => p.Id == id, stop), context, files, stop) ?? Results.NotFound();
    }

    private static async Task<IResult> GiveAsync(string code, HttpContext context, Db db, Actor actor, PlanShelf shelf, PaperKinds kinds, EvidenceFiles files, CancellationToken stop)
    {
        if (PaperCode.Read(code) is not { } read || await shelf.CurrentAsync() is not { } plan) return Results.NotFound();
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Code == read, stop);
        if (paper is not { IsThere: true } || kinds.Find(paper.Kind) is not { } kind || !actor.MayHave(plan, kind, paper.Request)) return Results.NotFound();
        return await FileAsync(paper, context, files, stop) ?? Results.NotFound();
    }

    /// <exception cref="InvalidDataException">The bytes are not what was made.</exception>
    private static async Task<IResult?> FileAsync(Paper paper, HttpContext context, EvidenceFiles files, CancellationToken stop)
    {
        if (paper.Hash is null || await files.OpenWholeAsync(paper.Hash, stop) is not { } file) return null;
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(paper.FileName);
        var headers = context.Response.Headers;
        context.Items[SecurityHeaders.OwnPolicy] = Policy;
        headers.ContentDisposition = name.ToString();
        headers.CacheControl = "private, no-store";
        headers["X-Paper-Code"] = paper.Code;
        return Results.Stream(file, TypeOf(paper.Format));
    }
}

/// <summary>What an address or a form says about the paper that is wanted.</summary>
/// <param name="Wrong">Something in it cannot be read.</param>
public sealed record PaperQuestion(IReadOnlyList<string>? Languages, Span? Period, string? About, bool Staff, bool Wrong)
{
    public static PaperQuestion Of(IQueryCollection query)
    {
        string? One(string name) => query[name].ToString() is { Length: > 0 and <= 60 } value ? value : null;
        var (period, languages) = (One("period"), One("lang"));
        return new(languages is null ? ["ky"] : PaperKinds.ReadLanguages(languages), Span.Parse(period), One("about"), One("audience") == "staff", period is not null && Span.Parse(period) is null || query["lang"].Count > 1);
    }

    /// <summary>Something must be chosen before it can be made.</summary>
    public bool Lacks(PaperKind kind) => Wrong || Languages is null || kind.HasPeriod && Period is null || kind.About != PaperAbout.Programme && About is null;

    /// <summary>A kind that is nobody's but theirs who work here is asked for as such, whatever the address says.</summary>
    public PaperRequest Request(PaperKind kind, Actor actor) =>
        new(kind.Code, Languages ?? ["ky"], kind.HasPeriod ? Period : null, About, Staff || !kind.IsPublic && actor.IsPerson ? Audience.Staff : Audience.Public);
}
