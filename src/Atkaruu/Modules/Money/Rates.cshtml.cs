using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money;

/// <summary>What all sums depend on: exchange rates, and how many people live where. Both are about the whole programme.</summary>
[May(Right.Accept)]
public sealed class RatesModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();
    [BindProperty] public Guid? Id { get; set; }
    [BindProperty] public string? Currency { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Rate { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public int? Year { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public PlanInForce Plan { get; private set; } = null!;
    public IReadOnlyList<ExchangeRate> Rates { get; private set; } = [];
    public IReadOnlyList<Inhabitants> Inhabitants { get; private set; } = [];

    /// <summary>The district, and its municipalities.</summary>
    public IReadOnlyList<Place> Places => [.. Plan.AllMunicipalities.Prepend(Plan.Place(Plan.Programme.District)).OfType<Place>()];
    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostRateAsync(CancellationToken stop) => SaveAsync(async () =>
    {
        var rate = ExchangeRate.Set(Currency, On, RateOf(Rate), Document, Today);
        if (await db.ExchangeRates.AnyAsync(r => r.Currency == rate.Currency && r.On == rate.On && r.StruckOn == null, stop)) throw MoneyRules.RateTwice(rate.On);
        db.Add(rate);
        return true;
    }, stop);

    public Task<IActionResult> OnPostStrikeRateAsync(CancellationToken stop) => SaveAsync(async () =>
    {
        if (await db.ExchangeRates.SingleOrDefaultAsync(r => r.Id == Id, stop) is not { } rate) return false;
        rate.StrikeOut(Reason, Today);
        return true;
    }, stop);

    public Task<IActionResult> OnPostInhabitantsAsync(CancellationToken stop) => SaveAsync(() =>
    {
        var place = Places.FirstOrDefault(p => p.Code == Place) ?? throw MoneyRules.Place();
        var number = int.TryParse(string.Concat((Number ?? "").Where(c => !char.IsWhiteSpace(c))), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
        db.Add(Money.Inhabitants.Count(place.Code, Year, number, Document, Today));
        return Task.FromResult(true);
    }, stop);

    public Task<IActionResult> OnPostStrikeInhabitantsAsync(CancellationToken stop) => SaveAsync(async () =>
    {
        if (await db.Inhabitants.SingleOrDefaultAsync(i => i.Id == Id, stop) is not { } inhabitants) return false;
        inhabitants.StrikeOut(Reason, Today);
        return true;
    }, stop);

    /// <summary>Read and written as the only writer, so that a day has one rate.</summary>
    private async Task<IActionResult> SaveAsync(Func<Task<bool>> work, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        await using var whole = await db.BeginWriteAsync(stop);
        var there = await db.OnceAsync(Key, actor, clock, async () => await work() ? "yes" : "no", stop);
        await whole.CommitAsync(stop);
        return there == "yes" ? LocalRedirect(Url.Content("~/money/rates")) : NotFound();
    }

    /// <summary>Up to four digits after the comma, as banks write rates.</summary>
    private static decimal RateOf(string? text) =>
        decimal.TryParse((text ?? "").Trim().Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rate) ? rate : 0;

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!actor.MayRunMoney() || await shelf.CurrentAsync() is not { } plan) return false;
        Plan = plan;
        Rates = await db.ExchangeRates.AsNoTracking().OrderByDescending(r => r.On).ThenBy(r => r.Currency).Take(500).ToListAsync(stop);
        Inhabitants = await db.Inhabitants.AsNoTracking().OrderByDescending(i => i.Year).ThenBy(i => i.Place).Take(500).ToListAsync(stop);
        return true;
    }
}
