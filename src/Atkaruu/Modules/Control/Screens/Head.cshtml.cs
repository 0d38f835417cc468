using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Control.Orders;
using Atkaruu.Modules.Control.Signals;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>For the head with two minutes: what is late and whose move it is, what will be late, what changed this week.</summary>
[MayEverywhere(Right.Read)]
public sealed class HeadModel(SignalBoard board, Db db, KeptReadings kept, Actor actor, TimeProvider clock) : PageModel
{
    internal const int ShownRows = 8;

    /// <summary>A past day to look back from: the screen as it stood then, by what was known then.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    public SignalsNow? Board { get; private set; }
    public ProgrammeProgress Now { get; private set; } = null!;
    public PlanInForce Plan => Now.Plan;
    public HeadFigures Figures { get; private set; } = null!;
    public IReadOnlyList<OrderLine> Orders { get; private set; } = [];

    public OrderList OrderList => new([.. Orders.Take(6)]);

    /// <summary>Closed periods that wait to be published.</summary>
    public IReadOnlyList<Period> ToPublish { get; private set; } = [];

    /// <summary>Today, or the day that was asked for.</summary>
    public DateOnly Today { get; private set; } = clock.Today();
    public bool IsPast => On is not null;
    public bool MayOrder => actor.Has(Right.Order);

    /// <summary>Not late yet, but behind, or late at the pace so far.</summary>
    public IReadOnlyList<ComingLate> Coming => ComingLate.Of(Board!, Now, Today);

    /// <summary>How many will end after their day, by the pace or by the season.</summary>
    public int EndLate => Board!.Raised.Where(s => s.Kind is SignalKind.MissesSeason or SignalKind.WillBeLate).Select(s => s.Measure.Id).Distinct().Count();

    /// <summary>Days until building stops, when something does not fit before it.</summary>
    public Signal? Season => Board!.Raised.FirstOrDefault(s => s.Kind == SignalKind.MissesSeason);

    public int DaysOver(MeasureProgress p) => Today.DayNumber - HeadFigures.DueOn(p).DayNumber;

    public Body? BodyOf(Progress.Move? move) => move?.Body is { } code ? Plan.Body(code) : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Board = await board.NowAsync(stop);
        if (Board is null) return;
        if (On is { } day && day < Today && day.Year >= Board.Progress.Plan.Programme.FromYear) Today = day;
        else On = null;
        Now = Board.Progress.From(Viewpoint.On(Today, Audience.Staff));
        var (month, week) = (Board.Progress.From(Viewpoint.On(Today.AddMonths(-1), Audience.Staff)), Board.Progress.From(Viewpoint.On(Today.AddDays(-7), Audience.Staff)));
        Figures = Now.Figures(now => HeadFigures.Of(now, month, week));
        Orders = await OrderReading.OpenAsync(kept, db, Plan, actor, Today, stop);
        ToPublish = [.. (await kept.PeriodsAsync(db, Plan, stop)).Where(p => p.State == PeriodState.Closed).Reverse()];
    }
}
