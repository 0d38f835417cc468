using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Door;

/// <summary>The way in: a login and a password, a passkey, or the provider that the district has set.</summary>
[OpenToAll]
public sealed class SignInModel(Door door, Passkeys passkeys, OtherDoor other) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the device answered to the passkey question: JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>Why they are here again: the other provider refused (<c>other</c>), or knows somebody whom we do not (<c>unknown</c>).</summary>
    [BindProperty(SupportsGet = true, Name = "why")]
    public string? Why { get; set; }

    public OtherDoor Other => other;

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public Task<IActionResult> OnPostAsync() => EnterAsync(new("people.rule.wrong"), async () =>
        Login is { Length: > 0 and <= Limits.Line } && Password is { Length: > 0 and <= 1000 } ? await door.TryAsync(HttpContext, Login, Password, Back) : null);

    public async Task<IActionResult> OnPostPasskeyQuestionAsync() => Content(await passkeys.AskWhoAsync(HttpContext), "application/json");

    public Task<IActionResult> OnPostPasskeyAsync() => EnterAsync(new("people.rule.passkey-unknown"), async () =>
        await passkeys.WhoAsync(HttpContext, Credential) is { State: PersonState.Active } person ? await door.PassAsync(HttpContext, person, Proof.Whole, Back) : null);

    private async Task<IActionResult> EnterAsync(Message refusal, Func<Task<string?>> tryAsync)
    {
        Response.Headers.CacheControl = "no-store";
        try
        {
            if (await tryAsync() is { } next) return LocalRedirect(next);
            throw new RuleException(refusal);
        }
        catch (WaitException refused)
        {
            Response.Headers.RetryAfter = ((int)refused.Wait.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
            throw;
        }
    }
}
