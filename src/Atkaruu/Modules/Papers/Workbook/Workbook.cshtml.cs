using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>The Excel form of a body for a period: taken away, and brought back filled in. What it says is shown before anything is kept.</summary>
[May(Right.Report, Right.EnterFor)]
[RequestSizeLimit(BookLimits.Bytes + (64 << 10))]
public sealed class WorkbookModel(Db db, PlanShelf shelf, Actor actor, PageText text, TimeProvider clock, IDataProtectionProvider protection) : PageModel
{
    [BindProperty] public new IFormFile? File { get; set; }

    /// <summary>The file that was looked at, sealed.</summary>
    [BindProperty] public string? Look { get; set; }

    /// <summary>Codes of the measures to be taken.</summary>
    [BindProperty] public List<string> Take { get; set; } = [];

    /// <summary>Of those that quarrel, what shall hold: measure → «file» or «here».</summary>
    [BindProperty] public Dictionary<string, string> Hold { get; set; } = [];
    [BindProperty] public bool Submit { get; set; }
    [BindProperty] public string? Heard { get; set; } = nameof(Reporting.Heard.Paper);
    [BindProperty] public string? HeardFrom { get; set; }

    /// <summary>The receipt, sealed.</summary>
    [BindProperty] public string? Receipt { get; set; }

    internal BookDesk Desk { get; private set; } = null!;
    internal Looked? Seen { get; private set; }
    internal IReadOnlyList<Review> Reviews { get; private set; } = [];
    internal Outcome? Outcome { get; private set; }

    /// <summary>The same confirmation came a second time: it was done the first time.</summary>
    public bool Again { get; private set; }

    public string? Sealed => Seen?.Seal(protection);
    public string? SealedReceipt => Outcome?.Seal(protection);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    /// <summary>Reads the file and shows what would be written; keeps nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        if (File is null || File.Length == 0) throw BookRules.NoFile();
        if (File.Length > BookLimits.Bytes) throw BookRules.TooLarge();
        using var bytes = new MemoryStream();
        await File.CopyToAsync(bytes, stop);
        var file = BookFile.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        RefuseAnother(file.Line);
        await ShowAsync(new(NameOf(File.FileName), file, []), stop);
        Take = [.. Reviews.Where(r => r.Is == BookState.Ready).Select(r => r.Part.Measure)];
        return Page();
    }

    /// <summary>Keeps what is ticked as drafts, or sends it.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        if (Looked.Open(protection, Look) is not { } looked) throw BookRules.Stale();
        RefuseAnother(looked.File.Line);
        var wish = new Wish(Take.ToHashSet(StringComparer.Ordinal), Hold.Where(h => h.Value == "file").Select(h => h.Key).ToHashSet(StringComparer.Ordinal), Submit, new(Heard, HeardFrom));
        try
        {
            IReadOnlyList<Taken>? taken = null;
            var now = clock.Now();
            await db.OnceAsync(wish.Key(Look!), actor, clock, async () =>
            {
                taken = await Taking.TakeAsync(db, Desk.Plan, actor, looked, wish, now, stop);
                return looked.File.Line.Short;
            }, stop);
            (Again, Outcome) = (taken is null, taken is null ? null : Outcome.Of(taken, looked, Desk.Body.Name.In(text.Language), actor, text, now));
            if (Again) await ShowAsync(looked, stop);
            return Page();
        }
        catch (Exception meanwhile) when (meanwhile is RuleException or DbUpdateConcurrencyException || meanwhile is DbUpdateException failure && failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            await FindAsync(stop);
            await ShowAsync(looked, stop);
            if (meanwhile is RuleException) throw;
            throw BookRules.Stale();
        }
    }

    /// <summary>The receipt as a file.</summary>
    public async Task<IActionResult> OnPostReceiptAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop) || Outcome.Open(protection, Receipt) is not { } outcome) return NotFound();
        return new FileContentResult(ReceiptWriter.Write(outcome, text), WorkbookFileModel.Xlsx) { FileDownloadName = $"{Desk.Period.Code}-{Desk.Body.Code.ToLowerInvariant()}-{outcome.Book.ToLowerInvariant()}.xlsx" };
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        ModelState.Clear();
        if (await BookDesk.FindAsync(db, await shelf.CurrentAsync(), actor, RouteData.Values["period"] as string, RouteData.Values["body"] as string, clock.Now(), stop) is not { } desk) return false;
        Desk = desk;
        return true;
    }

    private async Task ShowAsync(Looked looked, CancellationToken stop)
    {
        Reviews = await Taking.LookAsync(db, Desk.Plan, actor, looked.File, new(Heard, HeardFrom), clock.Now(), stop);
        Seen = looked with { Seen = Taking.SeenIn(Reviews) };
    }

    private void RefuseAnother(BookLine line)
    {
        if (line.Body == Desk.Body.Code && line.Period == Desk.Period.Span) return;
        throw BookRules.Another(Desk.Plan.Body(line.Body) is { } body ? new("book.named", body.ShortName) : new("book.named", line.Body), PageText.NameOf(line.Period));
    }

    private static string NameOf(string sent) => Path.GetFileName(sent) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "xlsx";
}
