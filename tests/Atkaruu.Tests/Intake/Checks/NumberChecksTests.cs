using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class NumberChecksTests
{
    [Fact]
    public void Rows_without_a_number_are_told_of_once()
    {
        var finding = Assert.Single(Made.Findings(NumberChecks.Missing, Made.Row(1), Made.Row(2, number: null), Made.Row(3, number: null), Made.Row(4, number: " ")));
        Assert.Equal([2, 3, 4], finding.Ordinals);
        Assert.Equal([3, 4, "2–4"], finding.What.Args);
        Assert.Equal("finding.number-missing.row", finding.WhatIn(3).Key);
    }

    [Fact]
    public void Numbered_rows_lack_no_number() => Assert.Empty(Made.Findings(NumberChecks.Missing, Made.Row(1), Made.Row(2)));

    [Fact]
    public void A_repeated_number_is_found_with_all_its_rows()
    {
        var finding = Assert.Single(Made.Findings(NumberChecks.Repeated, Made.Row(1, number: "20"), Made.Row(2, number: "20"), Made.Row(3, number: "21")));
        Assert.Equal([1, 2], finding.Ordinals);
        Assert.Equal(["20", "20"], finding.Marked());
    }

    [Fact]
    public void A_section_that_counts_anew_repeats_nothing() =>
        Assert.Empty(Made.Findings(NumberChecks.Repeated, Made.Row(1, number: "1"), Made.Row(2, number: "2"), Made.Row(3, number: "1", section: "5."), Made.Row(4, number: "2", section: "5.")));

    [Fact]
    public void A_gap_is_found()
    {
        var finding = Assert.Single(Made.Findings(NumberChecks.Gaps, Made.Row(1, number: "40"), Made.Row(2, number: "42"), Made.Row(3, number: "43")));
        Assert.Equal("41", finding.What.Args[0]);
        Assert.Equal([1, 2], finding.Ordinals);
    }

    [Fact]
    public void Numbers_that_do_not_count_have_no_gaps() =>
        Assert.Empty(Made.Findings(NumberChecks.Gaps, Made.Row(1, number: "1.1"), Made.Row(2, number: "100"), Made.Row(3, number: "900"), Made.Row(4, number: "99999999999")));

    [Fact]
    public void Numbers_in_a_run_have_no_gap() => Assert.Empty(Made.Findings(NumberChecks.Gaps, Made.Row(1), Made.Row(2), Made.Row(3)));
}
