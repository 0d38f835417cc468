using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Works;

/// <summary>One more object of a measure.</summary>
[May(Right.Record)]
public sealed class ObjectNewModel(Db db, Actor actor, PlanShelf shelf, DistrictMap map, TimeProvider clock) : WorksPage(db, actor, shelf, clock)
{
    [BindProperty] public ObjectForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await FindAsync(code) || !MayRecord) return NotFound();
        Form = new() { Place = Measure.Places.Count == 1 ? Measure.Places[0].Place : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await FindAsync(code) || !MayRecord) return NotFound();
        var words = Form.Read(Plan, SiteBox.Around(map.Bounds));
        return await MakeAsync(async () =>
        {
            var last = await Db.WorksObjects.Where(o => o.MeasureId == Measure.Id).MaxAsync(o => (int?)o.Ordinal, stop) ?? 0;
            return WorksObject.Enter(Measure.Id, last + 1, words);
        }, id => Address("/objects/" + id), stop);
    }
}
