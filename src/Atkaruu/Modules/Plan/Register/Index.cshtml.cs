using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>The official table of measures: filtered, sorted, searched.</summary>
[OpenToAll]
public sealed class RegisterModel(PlanShelf shelf, PageText text, TimeProvider clock) : PageModel
{
    public RegisterView? Register { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await shelf.CurrentAsync() is { } plan) Register = See(plan, HttpContext, text, clock.Today());

        // A search while typing wants only what changes.
        return Register is not null && Request.Headers.ContainsKey("HX-Request") ? Partial("_Found", Register) : Page();
    }

    internal static RegisterView See(PlanInForce plan, HttpContext context, PageText text, DateOnly today)
    {
        var index = RegisterIndex.Of(plan, today);
        var question = RegisterQuestion.Read(context.Request.Query, index.Known);
        return new(new RegisterAnswer(plan, index, question, text.Names, text.Language), text, context.Request.PathBase + "/register", today);
    }
}
