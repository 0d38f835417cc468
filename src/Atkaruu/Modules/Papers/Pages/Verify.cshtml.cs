using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Pages;

/// <summary>
/// Is a paper what was made here? By its code: when, from what data, what it said. By the file: whether a byte of it has been changed.
/// The file is read once and not kept. What a paper of those who work here said is told to those alone who may have it.
/// </summary>
[OpenToAll]
[RequestSizeLimit(MostBytes + (64 << 10))]
public sealed class VerifyModel(Db db, Actor actor, PlanShelf shelf, PaperKinds kinds) : PageModel
{
    public const int MostBytes = 32 << 20;

    [BindProperty] public new IFormFile? File { get; set; }

    public PlanInForce? Plan { get; private set; }

    /// <summary>As typed.</summary>
    public string? Typed { get; private set; }
    public Paper? Paper { get; private set; }

    /// <summary>A file was given: whether it is, byte for byte, the paper. Null before.</summary>
    public bool? IsWhole { get; private set; }

    /// <summary>Of the file that was given.</summary>
    public string? Hash { get; private set; }

    /// <summary>May read what it said, and have it again.</summary>
    public bool MayHave { get; private set; }

    /// <summary>Something that it would say today has changed since.</summary>
    public bool HasNews { get; private set; }

    /// <summary>The newest edition of a frozen paper, where that is another.</summary>
    public string? NewerCode { get; private set; }

    /// <param name="code">In the address, or as the form sends it.</param>
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        if (RouteData.Values["code"] is null && PaperCode.Read(code) is { } typed) return LocalRedirect(Url.Content("~/verify/" + typed));
        await ReadAsync(code, stop);
        return Found();
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        await ReadAsync(code, stop);
        if (File is null || File.Length == 0) throw PaperRules.NoFile();
        if (File.Length > MostBytes) throw PaperRules.TooLarge(MostBytes >> 20);
        await using (var bytes = File.OpenReadStream()) Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
        var check = await PaperCheck.OfAsync(db, Hash, Paper?.Code, stop);
        IsWhole = check.IsWhole;
        if (check.Paper is { } paper && paper.Id != Paper?.Id) await ShowAsync(paper, stop); // it is another one than was typed
        return Found();
    }

    private PageResult Found()
    {
        if (Typed is not null && Paper is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task ReadAsync(string? typed, CancellationToken stop)
    {
        (Plan, Typed) = (await shelf.CurrentAsync(), typed is { Length: > 40 } ? typed[..40] : typed);
        if (PaperCode.Read(typed) is not { } code) return;
        if (await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.State == PaperState.Made, stop) is { } paper) await ShowAsync(paper, stop);
    }

    private async Task ShowAsync(Paper paper, CancellationToken stop)
    {
        (Paper, Typed) = (paper, paper.Code);
        MayHave = Plan is not null && kinds.Find(paper.Kind) is { } kind ? actor.MayHave(Plan, kind, paper.Request) : paper.Audience == Progress.Audience.Public;
        HasNews = (await PaperMoment.PlaceAsync(db, paper.Audience, stop)).Seq > paper.LogSeq;
        if (paper.IsFrozen)
            NewerCode = await db.Papers.Where(p => p.IsFrozen && p.Kind == paper.Kind && p.Period == paper.Period && p.Languages == paper.Languages && p.Format == paper.Format && p.Edition > paper.Edition && p.State == PaperState.Made)
                .OrderByDescending(p => p.Edition).Select(p => p.Code).FirstOrDefaultAsync(stop);
    }
}
