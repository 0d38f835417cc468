using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Plan;

/// <summary>The programme in one look.</summary>
public sealed class HomeModel : PageModel
{
    public void OnGet()
    {
        // The frame brings the plan; this page will too.
    }
}
