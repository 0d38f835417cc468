using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.People.Door;
using Atkaruu.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Account;

/// <summary>How one signs in: password, codes of the telephone, kept codes, passkeys, the other provider.</summary>
[SignedInOnly]
public sealed class SafetyModel(
    Db db, Actor actor, OwnAccount own, UserManager<Person> users, PersonStore store, PasswordRules rules, HashGate gate, Passkeys passkeys, Steps steps, OtherDoor other) : PageModel
{
    /// <summary>The present password, asked for before anything here changes.</summary>
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? PasskeyName { get; set; }

    public Person Me { get; private set; } = null!;

    /// <summary>Shown once, right after they have been made.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>What the telephone is to learn, while it is being set up.</summary>
    public string? TotpKey { get; private set; }
    public string TotpPicture => QrPicture.Of(AuthenticatorCodes.Address(Me.Login, TotpKey!));

    public OtherDoor Other => other;
    public string OtherAddress => Request.PathBase + OtherDoor.BindAddress(steps, Me.Id, actor.Session!.Value);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Me = await own.MeAsync();
        if (!Me.TotpOn) TotpKey = await users.GetAuthenticatorKeyAsync(Me);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        if (Password != Again) throw PeopleRules.Unlike();
        await rules.CheckAsync(Me, Password);
        Me.SetPassword(await gate.HashAsync(Me, Password!, HttpContext.RequestAborted));
        return await DoneAsync();
    }

    /// <summary>A new secret for the telephone; it counts from the first right code on.</summary>
    public async Task<IActionResult> OnPostTotpOfferAsync()
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        await store.SetAuthenticatorKeyAsync(Me, AuthenticatorCodes.NewKey(), HttpContext.RequestAborted);
        await db.SaveChangesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTotpOnAsync()
    {
        var typed = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (Me.TotpOn || !await users.VerifyTwoFactorTokenAsync(Me, TokenOptions.DefaultAuthenticatorProvider, typed)) throw PeopleRules.WrongCode();
        Me.SwitchTotp(true);
        return await WithNewCodesAsync();
    }

    public async Task<IActionResult> OnPostTotpOffAsync()
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        Me.SwitchTotp(false);
        return await DoneAsync();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        return Me.TotpOn ? await WithNewCodesAsync() : NotFound();
    }

    public async Task<IActionResult> OnPostPasskeyQuestionAsync()
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        return Content(await passkeys.AskForNewAsync(HttpContext, Me), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        await passkeys.AddAsync(HttpContext, Me, Credential, PasskeyName);
        return await DoneAsync();
    }

    public async Task<IActionResult> OnPostPasskeyGoneAsync(string? id)
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        Me.RemovePasskey(id ?? "");
        return await DoneAsync();
    }

    public async Task<IActionResult> OnPostUnbindAsync(string? issuer)
    {
        await own.ConfirmAsync(Me, Current, HttpContext.RequestAborted);
        Me.Unbind(issuer ?? "");
        return await DoneAsync();
    }

    private async Task<IActionResult> DoneAsync()
    {
        await own.SaveAsync(Me, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    private async Task<IActionResult> WithNewCodesAsync()
    {
        NewCodes = AuthenticatorCodes.NewRecoveryCodes();
        await store.ReplaceCodesAsync(Me, NewCodes, HttpContext.RequestAborted);
        await own.SaveAsync(Me, HttpContext.RequestAborted);
        TotpKey = null;
        return Page();
    }
}
