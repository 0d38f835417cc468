using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Money;

/// <summary>The money of one measure, for whoever may write it down: lines, contracts, payments.</summary>
[May(Right.Record)]
public sealed class RecordModel(Db db, Actor actor, PlanShelf shelf, TimeProvider clock) : PageModel
{
    [BindProperty] public MoneyForm Form { get; set; } = new();

    public PlanInForce Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public MeasureMoney Money { get; private set; } = null!;
    public IReadOnlySet<Guid> Counting { get; private set; } = new HashSet<Guid>();
    public DateOnly Today { get; } = clock.Today();

    /// <summary>A measure that an act took out takes no new money; what is there may still be set right.</summary>
    public bool IsOut => Measure.State == MeasureState.StruckOut;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) =>
        !await LoadAsync(code, stop) ? NotFound() : Measure.Code == code ? Page() : LocalRedirect(Url.Content("~/money/" + Measure.Code));

    public Task<IActionResult> OnPostLineAsync(string code, CancellationToken stop) => DoAsync(code, "lines", () =>
    {
        RefuseIfOut();
        var year = Form.Year is { } typed && typed >= Plan.Programme.FromYear && typed <= Plan.Programme.ToYear ? typed : throw MoneyRules.Year(Plan.Programme.FromYear, Plan.Programme.ToYear);
        var line = FundingLine.Plan(Measure.Id, Form.NeededSource(), year, Form.Cash(), Form.Document, Form.On, Today);
        if (Money.Lines.Any(l => l.Counts && l.Source == line.Source && l.Year == line.Year && Same(l.Basis, line.Basis))) throw MoneyRules.TheSameLine();
        db.Add(line);
    }, stop);

    public Task<IActionResult> OnPostChangeLineAsync(string code, CancellationToken stop) =>
        OfAsync(code, "lines", db.FundingLines.Where(l => l.Id == Form.Id), l => l.MeasureId, line => line.Change(Form.Cash(), Form.Document, Form.On, Form.Reason, Today), stop);

    public Task<IActionResult> OnPostStrikeLineAsync(string code, CancellationToken stop) =>
        OfAsync(code, "lines", db.FundingLines.Where(l => l.Id == Form.Id), l => l.MeasureId, line => line.StrikeOut(Form.Reason, Today), stop);

    public Task<IActionResult> OnPostCommitmentAsync(string code, CancellationToken stop) => DoAsync(code, "commitments", () =>
    {
        RefuseIfOut();
        db.Add(Commitment.Enter(Measure.Id, Form.NeededSource(), Form.On, Form.Cash(), Form.Document, Today));
    }, stop);

    public Task<IActionResult> OnPostChangeCommitmentAsync(string code, CancellationToken stop) =>
        OfAsync(code, "commitments", db.Commitments.Where(c => c.Id == Form.Id), c => c.MeasureId, made => made.Change(Form.On, Form.Cash(), Form.Document, Form.Reason, Today), stop);

    public Task<IActionResult> OnPostCancelCommitmentAsync(string code, CancellationToken stop) =>
        OfAsync(code, "commitments", db.Commitments.Where(c => c.Id == Form.Id), c => c.MeasureId, made => made.Cancel(Form.Reason, Today), stop);

    public Task<IActionResult> OnPostPaymentAsync(string code, CancellationToken stop) => DoAsync(code, "payments", () =>
    {
        RefuseIfOut();
        var made = Payment.Type(Measure.Id, Form.NeededSource(), Form.On, Form.Cash(), Form.Document, Form.Payee, Today);
        if (Money.Payments.Any(p => p.Counts && p.Origin == PaymentOrigin.Typed && p.PaidOn == made.PaidOn && p.Cash == made.Cash && Same(p.Document, made.Document))) throw MoneyRules.TheSamePayment();
        db.Add(made);
    }, stop);

    public Task<IActionResult> OnPostStrikePaymentAsync(string code, CancellationToken stop) =>
        OfAsync(code, "payments", db.Payments.Where(p => p.Id == Form.Id), p => p.MeasureId, payment => payment.StrikeOut(Form.Reason, Today), stop);

    /// <summary>What this form shows: what was typed into it and refused, or nothing yet.</summary>
    public MoneyForm Of(string handler, MoneyForm empty) =>
        HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase) && Form.Id == empty.Id ? Form : empty;

    private static bool Same(string a, string b) => Folding.Fold(a) == Folding.Fold(b);

    private void RefuseIfOut()
    {
        if (IsOut) throw MoneyRules.MeasureIsOut();
    }

    /// <summary>Changes one thing of this measure; another's is not there.</summary>
    private async Task<IActionResult> OfAsync<T>(string code, string part, IQueryable<T> found, Func<T, Guid> measure, Action<T> change, CancellationToken stop) where T : Entity
    {
        if (!await LoadAsync(code, stop) || await found.SingleOrDefaultAsync(stop) is not { } thing || measure(thing) != Measure.Id) return NotFound();
        return await SaveAsync(part, () => change(Form.Fresh(thing)), stop);
    }

    private async Task<IActionResult> DoAsync(string code, string part, Action change, CancellationToken stop) =>
        await LoadAsync(code, stop) ? await SaveAsync(part, change, stop) : NotFound();

    private async Task<IActionResult> SaveAsync(string part, Action change, CancellationToken stop)
    {
        await db.OnceAsync(Form.Key, actor, clock, () =>
        {
            change();
            return Task.FromResult(Measure.Code);
        }, stop);
        return LocalRedirect(Url.Content($"~/money/{Measure.Code}#{part}"));
    }

    private async Task<bool> LoadAsync(string code, CancellationToken stop)
    {
        if (await shelf.CurrentAsync() is not { } plan || plan.Measure(code) is not { } measure || !actor.MayRecordMoney(plan, measure)) return false;
        (Plan, Measure) = (plan, measure);
        Money = (await MoneyReading.ReadAsync(db, [measure.Id], stop)).GetValueOrDefault(measure.Id) ?? MeasureMoney.Nothing(measure.Id);
        Counting = PaidRule.Counting(Money.Payments).Select(payment => payment.Id).ToHashSet();
        return true;
    }
}
