using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Verification;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Reporting.Writing;

/// <summary>A return is one page: written, kept while it is written, looked over, sent, and taken back.</summary>
[May(Right.Report, Right.EnterFor)]
[TakesFiles]
public sealed class WriteModel(Db db, PlanShelf shelf, Actor actor, EvidenceIntake intake, PageText text, TimeProvider clock) : PageModel
{
    [BindProperty] public ReturnForm Form { get; set; } = new();
    [BindProperty] public Attached Attached { get; set; } = new();

    public Desk Desk { get; private set; } = null!;

    /// <summary>Looking over what will be sent, before it is.</summary>
    public bool Checking { get; private set; }

    /// <summary>What somebody else has saved meanwhile, as fields; null when nobody has.</summary>
    public ReturnForm? Theirs { get; private set; }

    /// <summary>What is shown besides; the page asks for it when it is shown, so that a form that is only taken need not.</summary>
    public Task<WriteView> ViewAsync() => WriteView.LoadAsync(db, this, HttpContext.RequestAborted);

    /// <summary>What an independent look at the last return found; null when nobody has looked.</summary>
    public async Task<Visit?> VerifiedAsync() => Desk.Previous is not { } last ? null
        : await db.Visits.AsNoTracking().Where(v => v.ReturnId == last.Id && v.State == VisitState.Done).OrderByDescending(v => v.DoneAt).FirstOrDefaultAsync(HttpContext.RequestAborted);

    /// <summary>After sending: what this person has still to send in the period; null when all is sent.</summary>
    public async Task<OwedReturn?> NextAsync() =>
        Desk.OnBehalf ? null : (await MyWork.OfAsync(db, Desk.Plan, actor, clock.Now(), HttpContext.RequestAborted)).After(Desk.Period, Desk.Duty);

    public string? Error(string field) => ModelState.TryGetValue(field, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;

    /// <summary>What somebody else has saved in this field, where it differs.</summary>
    public string? Other(string field) =>
        Theirs?.Fields().FirstOrDefault(f => f.Name == field).Value is { } theirs && ReturnForm.Clean(theirs) != ReturnForm.Clean(Form.Fields().FirstOrDefault(f => f.Name == field).Value) ? theirs : null;

    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        Form = ReturnForm.For(Desk);
        Checking = check && Desk is { CanWrite: true, Return: not null };
        return Page();
    }

    /// <summary>Keeps what was typed: called by the script while one types, or by the button.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        var entered = Entered.Read(Desk, Form);
        if (await KeepAsync(entered, stop) is { } quarrel) return IsFetch ? StatusCode(StatusCodes.Status409Conflict) : quarrel;

        Form.Version = Desk.Return!.Version;
        if (IsFetch) return new JsonResult(new { version = Form.Version, saved = T("write.saved", Desk.Return.WrittenAt.InBishkek()), began = ReturnForm.Print(Desk.Return, Desk.Indicators), wrong = entered.Wrong.ToDictionary(w => w.Key, w => text.Say(w.Value)) });
        return entered.Wrong.Count > 0 ? Refuse(entered) : Again();
    }

    /// <summary>Keeps it, and shows what will be sent and what is missing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        var entered = Entered.Read(Desk, Form);
        if (entered.Wrong.Count > 0) return Refuse(entered);
        return await KeepAsync(entered, stop) ?? Again("?check=true");
    }

    /// <summary>Keeps it and sends it, once however often it is sent.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        var entered = Entered.Read(Desk, Form);
        if (entered.Wrong.Count > 0) return Refuse(entered);
        return await TryAsync(() => db.OnceAsync(Form.Sending(), actor, clock, async () =>
        {
            await WriteAsync(entered, stop);
            await Desk.SubmitAsync(db, Attached.Count, clock.Now(), stop);
            return Desk.Return!.Id.ToString();
        }, stop), stop) ?? Again();
    }

    /// <summary>Files that the script sends as soon as they are chosen; answers the list of what is there now.</summary>
    public async Task<IActionResult> OnPostAttachAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        if (!Desk.CanWrite) throw new RuleException(Desk.Locked ?? new("return.rule.not-open"));
        if (Desk.Return is null) Desk.Write(db, Form, Entered.Read(Desk, Form), clock.Now());
        await Attached.TakeAsync(intake, Desk, stop);
        await db.SaveChangesAsync(stop);
        Response.Headers["X-Version"] = Desk.Return!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return IsFetch ? Partial("_Shots", this) : Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid item, CancellationToken stop)
    {
        if (!await FindAsync(stop) || Desk.Return is not { } made) return NotFound();
        if (await db.Evidence.SingleOrDefaultAsync(e => e.Id == item && e.OwnerId == made.Id, stop) is not { } file) return NotFound();
        if (!Desk.CanWrite) throw new RuleException(Desk.Locked ?? new("return.rule.not-open"));
        file.Remove(clock.Now());
        await db.SaveChangesAsync(stop);
        return IsFetch ? Partial("_Shots", this) : Again();
    }

    /// <summary>Takes back what was sent and not yet decided.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop) || Desk.Return is not { } made) return NotFound();
        if (Desk.Locked is { } locked) throw new RuleException(locked);
        made.Withdraw(actor);
        return await TryAsync(() => db.SaveChangesAsync(stop), stop) ?? Again();
    }

    private bool IsFetch => Request.Headers.ContainsKey("X-Fetch");

    private string T(string key, params object?[] args) => text.Say(key, args);

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        ModelState.Clear(); // what is wrong is said in our own words
        var address = new Address(RouteData.Values["period"] as string, RouteData.Values["measure"] as string, RouteData.Values["body"] as string);
        if (await Desk.FindAsync(db, await shelf.CurrentAsync(), actor, address, clock.Now(), stop) is not { } desk) return false;
        Desk = desk;
        return true;
    }

    private Task<IActionResult?> KeepAsync(Entered entered, CancellationToken stop) => TryAsync(async () =>
    {
        await WriteAsync(entered, stop);
        await db.SaveChangesAsync(stop);
    }, stop);

    private async Task WriteAsync(Entered entered, CancellationToken stop)
    {
        if (Desk.Quarrels(Form)) throw new DbUpdateConcurrencyException();
        Desk.Write(db, Form, entered, clock.Now());
        await Attached.TakeAsync(intake, Desk, stop);
    }

    /// <summary>
    /// Somebody else was there first: both texts are shown, and saving again keeps what is then in the form. When it was only
    /// this form's own saving a moment ago, it is tried again.
    /// </summary>
    private async Task<IActionResult?> TryAsync(Func<Task> work, CancellationToken stop, bool again = true)
    {
        try
        {
            await work();
            return null;
        }
        catch (DiskFullException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(stop); // as it stands, so that the form comes back and can be sent again
            throw;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(stop)) return NotFound();
        }
        if (again && !Desk.Quarrels(Form)) return await TryAsync(work, stop, again: false);

        Theirs = ReturnForm.Of(Desk.Return!, Desk.Indicators);
        (Form.Key, Form.Version, Form.Began) = (Guid.NewGuid(), Desk.Return!.Version, ReturnForm.Print(Desk.Return, Desk.Indicators));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Refuse(Entered entered)
    {
        foreach (var (field, sentence) in entered.Wrong) ModelState.AddModelError(field, text.Say(sentence));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private RedirectResult Again(string question = "") => Redirect(Request.PathBase.ToUriComponent() + Request.Path.ToUriComponent() + question);
}
