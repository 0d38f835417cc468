using Atkaruu.Kernel;
using Atkaruu.Modules.Intake.Checks;
using Atkaruu.Modules.Plan;

namespace Atkaruu.Tests.Intake.Checks;

public class ScheduleChecksTests
{
    [Fact]
    public void A_missing_deadline_is_found()
    {
        var finding = Assert.Single(Made.Findings(ScheduleChecks.Missing, Made.Row(1), Made.Row(2, schedule: "")));
        Assert.Equal(("schedule-missing", Severity.Error), (finding.Code, finding.Severity));
        Assert.Equal([2], finding.Ordinals);
        Assert.Equal(new DateOnly(2030, 12, 31), finding.Why.Args[1]);
    }

    [Fact]
    public void Words_that_are_no_deadline_are_found()
    {
        var finding = Assert.Single(Made.Findings(ScheduleChecks.Missing, Made.Row(1, schedule: "кийин")));
        Assert.Equal("schedule-unreadable", finding.Code);
        Assert.Equal(["кийин"], finding.Marked());
    }

    [Theory, InlineData("2025-ж"), InlineData("Жыл сайын"), InlineData("Туруктуу негизде"), InlineData("2026-жылдын IV кварталы")]
    public void Deadlines_as_people_write_them_are_not_missing(string schedule)
    {
        Assert.Empty(Made.Findings(ScheduleChecks.Missing, Made.Row(1, schedule: schedule)));
        Assert.Empty(Made.Findings(ScheduleChecks.OpenEnded, Made.Row(1, schedule: schedule)));
    }

    [Fact]
    public void An_open_end_is_pointed_at()
    {
        var finding = Assert.Single(Made.Findings(ScheduleChecks.OpenEnded, Made.Row(1, schedule: "2026-")));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(["-"], finding.Marked());
    }

    [Fact]
    public void Deadlines_that_are_over_are_told_of_once()
    {
        var finding = Assert.Single(Made.Findings(ScheduleChecks.Over, Made.Row(1, schedule: "2025-ж"), Made.Row(2, schedule: "2025-жыл"), Made.Row(3, schedule: "2026-жыл")));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Equal([1, 2], finding.Ordinals);
        Assert.Equal("2025-ж", finding.WhatIn(1).Args[0]);
    }

    [Fact]
    public void The_last_day_still_counts()
    {
        var plan = Made.Plan(Made.Row(1, schedule: "2025-жыл"));
        Assert.Empty(ScheduleChecks.Over(new(plan, Made.Vocabulary, new(2025, 12, 31))));
        Assert.Single(ScheduleChecks.Over(new(plan, Made.Vocabulary, new(2026, 1, 1))));
    }

    [Fact]
    public void A_deadline_outside_the_programme_is_found()
    {
        Assert.Equal([2], Assert.Single(Made.Findings(ScheduleChecks.OutsideProgramme, Made.Row(1), Made.Row(2, schedule: "2029-2031-жылдар"))).Ordinals);
        Assert.Empty(Made.Findings(ScheduleChecks.OutsideProgramme, Made.Row(1, schedule: "2025-2030-жылдар"), Made.Row(2, schedule: "Туруктуу негизде")));
    }

    [Fact]
    public void A_deadline_that_runs_backwards_is_found()
    {
        var backwards = Made.Row(1) with { Schedule = new Schedule("2030-2025", ScheduleKind.Years, new(2030, 1, 1), new(2025, 12, 31)) };
        Assert.Equal("schedule-backwards", Assert.Single(Made.Findings(ScheduleChecks.Backwards, backwards)).Code);
        Assert.Empty(Made.Findings(ScheduleChecks.Backwards, Made.Row(1)));
    }

    [Fact]
    public void Several_deadlines_in_one_cell_are_found()
    {
        Assert.Equal(["2025", "2027-2028"], Assert.Single(Made.Findings(ScheduleChecks.Several, Made.Row(1, schedule: "2025-жыл, 2027-2028-жылдар"))).Marked());
        Assert.Empty(Made.Findings(ScheduleChecks.Several, Made.Row(1, schedule: "2025–2030-жылдары"), Made.Row(2, schedule: "2026-жылдын IV кварталы")));
    }

    [Fact]
    public void A_deadline_in_the_words_must_be_the_printed_one()
    {
        var finding = Assert.Single(Made.Findings(ScheduleChecks.Disagree, Made.Row(1, title: "2028-жылга чейин жол куруу", schedule: "2025-2030-жылдар")));
        Assert.Equal(["2028-жылга чейин", "2025-2030-жылдар"], finding.Marked());
        Assert.Empty(Made.Findings(ScheduleChecks.Disagree, Made.Row(1, title: "2030-жылга чейин жол куруу", schedule: "2025-2030-жылдар")));
    }
}
