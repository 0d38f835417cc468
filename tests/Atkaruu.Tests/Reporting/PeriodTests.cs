using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using CsCheck;

namespace Atkaruu.Tests.Reporting;

public class PeriodTests
{
    private static readonly DateOnly Due = new(2026, 10, 15), Closes = new(2026, 10, 25);

    private static Period Q3() => ReportingCalendar.Begin(Guid.NewGuid()).Plan(Span.Parse("2026-Q3")!.Value);

    /// <summary>A moment on the clocks of the district.</summary>
    private static DateTime Bishkek(int year, int month, int day, int hour, int minute, int second) =>
        TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified), Clock.Bishkek);

    [Fact]
    public void The_calendar_gives_fifteen_days_and_ten_of_grace_and_opens_ten_days_before_the_end()
    {
        var period = Q3();
        Assert.Equal((new DateOnly(2026, 9, 21), Due, Closes), (period.OpensOn, period.Due, period.ClosesOn));
    }

    [Theory]
    [InlineData("2026-09-20 23:59:59", PeriodState.Planned)]
    [InlineData("2026-09-21 00:00:00", PeriodState.Open)]
    [InlineData("2026-10-15 23:59:59", PeriodState.Open)]
    [InlineData("2026-10-16 00:00:00", PeriodState.Closing)]
    [InlineData("2026-10-25 23:59:59", PeriodState.Closing)]
    [InlineData("2026-10-26 00:00:00", PeriodState.Closed)]
    [InlineData("2030-01-01 00:00:00", PeriodState.Closed)]
    public void Time_moves_a_period_at_midnight_in_Bishkek_and_never_publishes_it(string moment, PeriodState state)
    {
        var period = Q3();
        var at = DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm:ss", null);
        period.Advance(Bishkek(at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second));
        Assert.Equal(state, period.State);
    }

    [Fact]
    public void Going_step_by_step_ends_where_one_leap_ends() => Gen.Int[0, 200 * 24].Array[1, 12].Sample(hours =>
    {
        var start = Bishkek(2026, 7, 1, 0, 0, 0);
        var (steps, leap) = (Q3(), Q3());
        foreach (var hour in hours.Order()) steps.Advance(start.AddHours(hour));
        leap.Advance(start.AddHours(hours.Max()));
        return steps.State == leap.State;
    });

    [Fact]
    public void Whatever_is_done_to_a_period_what_is_published_stays_published_and_only_a_closed_one_is() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 60]).Array[1, 15].Sample(acts =>
        {
            var (period, day) = (Q3(), new DateOnly(2026, 9, 1));
            foreach (var (act, days) in acts)
            {
                day = day.AddDays(days % 7);
                var (before, now) = (period.State, day.EndInBishkek().AddHours(-12));
                try
                {
                    if (act == 0) period.Advance(now);
                    if (act == 1) period.Open(day.AddDays(days), day.AddDays(days + 5), "себеп", day);
                    if (act == 2) period.Close("себеп");
                    if (act == 3) period.Publish(now);
                    if (act == 4) period.Unclose(now);
                }
                catch (RuleException)
                {
                    if (period.State != before) return false; // a refusal changes nothing
                }
                if (before == PeriodState.Published && period.State != PeriodState.Published) return false;
                if (period.State == PeriodState.Published && before is not (PeriodState.Closed or PeriodState.Published)) return false;
                if (period.TakesReturns != (period.WhyLocked(Guid.NewGuid(), now) is null)) return false;
            }
            return true;
        });

    [Fact]
    public void A_lock_says_why_and_an_exception_opens_it_for_one_person_for_a_time()
    {
        var (period, one, now) = (Q3(), Guid.NewGuid(), Bishkek(2026, 11, 1, 9, 0, 0));
        period.Advance(now);
        Assert.Equal("period.lock.closed", period.WhyLocked(one, now)?.Key);

        period.Except(one, "Чынара", Bishkek(2026, 11, 3, 0, 0, 0), "байланыш жок болчу", now);
        Assert.Null(period.WhyLocked(one, now));
        Assert.NotNull(period.WhyLocked(Guid.NewGuid(), now));
        Assert.NotNull(period.WhyLocked(one, Bishkek(2026, 11, 3, 0, 0, 0)));

        period.EndException(period.Exceptions[0].Id, "Чынара");
        Assert.NotNull(period.WhyLocked(one, now));
    }

    [Fact]
    public void Closed_by_hand_says_the_reason_and_can_be_undone_until_its_last_day()
    {
        var (period, now) = (Q3(), Bishkek(2026, 10, 1, 9, 0, 0));
        period.Advance(now);
        period.Close("баары келди");
        Assert.Equal(new Message("period.lock.closed-by-hand", "баары келди"), period.WhyLocked(Guid.NewGuid(), now));

        Assert.False(period.CanUnclose(Bishkek(2026, 10, 26, 0, 0, 0)));
        period.Unclose(now);
        Assert.Equal((PeriodState.Open, null), (period.State, period.ClosedBecause));
    }

    [Fact]
    public void It_is_opened_by_hand_only_with_a_reason_and_a_day_to_come()
    {
        var today = new DateOnly(2026, 11, 1);
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => Q3().Open(today, today, " ", today)).Input);
        Assert.Equal("Due", Assert.Throws<RuleException>(() => Q3().Open(today.AddDays(-1), today, "себеп", today)).Input);
        Assert.Equal("Due", Assert.Throws<RuleException>(() => Q3().Open(today.AddDays(5), today, "себеп", today)).Input);
    }
}
