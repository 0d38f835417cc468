using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.People.Office;

/// <summary>The one table of rights, for everybody who works here: who may do what.</summary>
[SignedInOnly]
public sealed class RightsModel : PageModel;
