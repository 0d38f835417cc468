using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Door;

/// <summary>Between the password and the office: the code of the telephone, or one kept for the day it is lost.</summary>
[OpenToAll]
public sealed class CodeModel(Door door) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        return door.IsHalfIn(HttpContext) ? Page() : LocalRedirect(Request.PathBase + AccessControl.SignInPage);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        return await door.TakeCodeAsync(HttpContext, Code is { Length: <= 40 } ? Code : "") is { } next ? LocalRedirect(next) : throw PeopleRules.WrongCode();
    }
}
