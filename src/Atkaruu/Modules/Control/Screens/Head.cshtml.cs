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
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Control.Screens;

/// <summary>For the head with two minutes: what is late and whose move it is, what will be late, what changed this week.</summary>
[MayEverywhere(Right.Read)]
public sealed class HeadModel(SignalBoard board, Db db, Actor actor, TimeProvider clock) : PageModel
{
    internal const int ShownRows = 8;

    /// <summary>A past day to look back from: the screen as it stood then, by what was known then.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    public SignalsNow? Board { get; private set; }
    public ProgrammeProgress Now { get; private set; } = null!;
    public PlanInForce Plan => Now.Plan;
    public Summary Whole { get; private set; } = null!;
    public Summary MonthAgo { get; private set; } = null!;
    public IReadOnlyList<ProgressChange> Week { get; private set; } = [];
    public IReadOnlyList<OrderLine> Orders { get; private set; } = [];

    public OrderList OrderList => new([.. Orders.Take(6)]);

    /// <summary>Closed periods that wait to be published.</summary>
    public IReadOnlyList<Period> ToPublish { get; private set; } = [];

    /// <summary>Today, or the day that was asked for.</summary>
    public DateOnly Today { get; private set; } = clock.Today();
    public bool IsPast => On is not null;
    public bool MayOrder => actor.Has(Right.Order);

    /// <summary>Overdue, the longest first; then what is silent after its day.</summary>
    public IReadOnlyList<MeasureProgress> Late => [.. Now.Measures.Where(p => p.State == "late" || p.State == "silent" && p.Due && !p.Executed).OrderBy(DueOn).ThenBy(p => p.State == "silent").ThenBy(p => p.Measure.Ordinal)];

    /// <summary>Not late yet, but behind, or late at the pace so far.</summary>
    public IReadOnlyList<(MeasureProgress Progress, Message Why, Forecast? Forecast)> Coming =>
    [
        .. Board!.Raised.Where(s => s.Kind is SignalKind.MissesSeason or SignalKind.WillBeLate or SignalKind.Behind).GroupBy(s => s.Measure.Id)
            .Select(of => (Now.Of(of.First().Measure), of.OrderBy(s => s.Kind == SignalKind.MissesSeason ? 0 : s.Kind == SignalKind.Behind ? 1 : 2).First().Reason, Board.ForecastOf(of.First().Measure)))
            .Where(x => x.Item1.State is not ("late" or "silent")).OrderBy(x => x.Item1.Promise.ByYears ? Promise.Fall(Today.Year) : x.Item1.Promise.End).ThenBy(x => x.Item1.Measure.Ordinal),
    ];

    /// <summary>How many will end after their day, by the pace or by the season.</summary>
    public int EndLate => Board!.Raised.Where(s => s.Kind is SignalKind.MissesSeason or SignalKind.WillBeLate).Select(s => s.Measure.Id).Distinct().Count();

    /// <summary>Days until building stops, when something does not fit before it.</summary>
    public Signal? Season => Board!.Raised.FirstOrDefault(s => s.Kind == SignalKind.MissesSeason);

    public IReadOnlyList<string> DueUnits => [.. Now.Measures.Where(p => p.Due && p.State is not ("pause" or "gone")).Select(p => p.Unit).OrderBy(Standing.Units.Index)];

    public IReadOnlyList<Group> Municipalities => Groups.ByMunicipality(Now, new(Texts.All.Say("ky", "register.district-wide"), Texts.All.Say("ru", "register.district-wide"), Texts.All.Say("en", "register.district-wide")));

    /// <summary>The day that is over.</summary>
    public static DateOnly DueOn(MeasureProgress p) => p.Promise.ByYears && p.Reported.Terms.FirstOrDefault(t => t.Share != 1)?.Year is { } year ? Promise.Fall(year)
        : p.Promise.ByYears ? Promise.Fall(p.Promise.Start.Year) : p.Promise.End;

    public int DaysOver(MeasureProgress p) => Today.DayNumber - DueOn(p).DayNumber;

    public Body? BodyOf(Progress.Move? move) => move?.Body is { } code ? Plan.Body(code) : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Board = await board.NowAsync(stop);
        if (Board is null) return;
        if (On is { } day && day < Today && day.Year >= Board.Progress.Plan.Programme.FromYear) Today = day;
        else On = null;
        Now = Board.Progress.From(Viewpoint.On(Today, Audience.Staff));
        Whole = Now.Whole;
        MonthAgo = Now.From(Viewpoint.On(Today.AddMonths(-1), Audience.Staff)).Whole;
        Week = ProgressChanges.Between(Now.From(Viewpoint.On(Today.AddDays(-7), Audience.Staff)), Now);
        Orders = await OrderReading.OpenAsync(db, Plan, actor, Today, stop: stop);
        ToPublish = await db.Periods.AsNoTracking().Where(p => p.ProgrammeId == Plan.Programme.Id && p.State == PeriodState.Closed).OrderBy(p => p.To).ToListAsync(stop);
    }
}
