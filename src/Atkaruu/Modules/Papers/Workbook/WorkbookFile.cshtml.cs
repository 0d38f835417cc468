using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>The form as a file, in Kyrgyz, or in Russian when that is asked for.</summary>
[May(Right.Report, Right.EnterFor)]
public sealed class WorkbookFileModel(Db db, PlanShelf shelf, Actor actor, TimeProvider clock) : PageModel
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(string period, string body, string? lang, CancellationToken stop)
    {
        var now = clock.Now();
        if (await BookDesk.FindAsync(db, await shelf.CurrentAsync(), actor, period, body, now, stop) is not { Locked: null } desk) return NotFound();
        var book = await desk.MakeAsync(db, actor, new PageText(lang == "ru" ? "ru" : "ky"), now, stop);
        Response.Headers.CacheControl = "no-store";
        return new FileContentResult(BookWriter.Write(book, $"{Request.Host}{Url.Content($"~/work/{desk.Period.Code}/{desk.Body.Code}/workbook")}"), Xlsx) { FileDownloadName = book.FileName };
    }
}
