using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>Files of payments: those that came, and the way in for another.</summary>
[May(Right.Accept)]
[RequestSizeLimit(ImportLimits.Bytes + (64 << 10))]
public sealed class ImportsModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    public sealed record Line(Guid Id, string FileName, string Words, DateOnly AsOf, DateTime At, string ByName, int Rows, int Taken, ImportState State);

    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public new IFormFile? File { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public DateOnly? AsOf { get; set; } = clock.Today();
    [BindProperty] public FundingSource? Source { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (File is null || File.Length == 0) throw new RuleException(new("import.rule.empty"), nameof(File));
        if (File.Length > ImportLimits.Bytes) throw new RuleException(new("import.rule.size", ImportLimits.Bytes >> 20), nameof(File));
        if (Source is { } source && !Enum.IsDefined(source)) throw MoneyRules.NoSource();
        using var bytes = new MemoryStream();
        await File.CopyToAsync(bytes, stop);
        var content = bytes.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var import = PaymentImport.Look(File.FileName, hash, Words, AsOf, Source, ImportFile.Read(content), actor, clock.Now());

        // As the only writer: the same file sent twice at once is one.
        await using var whole = await db.BeginWriteAsync(stop);
        var id = await db.OnceAsync(Key, actor, clock, async () =>
        {
            if (await db.PaymentImports.AsNoTracking().Where(i => i.Hash == hash && (i.State == ImportState.Looked || i.State == ImportState.Taken)).Select(i => new { i.Words, i.At }).FirstOrDefaultAsync(stop) is { } before)
                throw new RuleException(new("import.rule.same-file", before.Words, DateOnly.FromDateTime(before.At.InBishkek())), nameof(File));
            db.Add(import);
            return import.Id.ToString();
        }, stop);
        await whole.CommitAsync(stop);
        return LocalRedirect(Url.Content("~/money/imports/" + id));
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!actor.MayRunMoney() || await shelf.CurrentAsync() is null) return false;
        Lines = await db.PaymentImports.AsNoTracking().OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(200)
            .Select(i => new Line(i.Id, i.FileName, i.Words, i.AsOf, i.At, i.ByName, i.Rows, i.TakenRows, i.State)).ToListAsync(stop);
        return true;
    }
}
