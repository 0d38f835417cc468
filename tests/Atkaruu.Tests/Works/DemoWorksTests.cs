using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Works;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Works;

/// <summary>What the invented history says about works, told without its returns.</summary>
public class DemoWorksTests
{
    private const int AllQuarters = 7;

    [Fact]
    public async Task The_demo_has_works_in_every_state_that_a_reader_should_see()
    {
        await using var app = await App.StartOnDemoClockAsync();
        await new DemoStory(app.Services, (DemoClock)app.Services.GetRequiredService<TimeProvider>(), 2026).TellAsync(skip: AllQuarters);

        var records = await app.InDbAsync(db => WorksRecords.ReadAsync(db, null, CancellationToken.None));
        var today = DateOnly.FromDateTime(DemoStory.End.UtcDateTime.InBishkek());
        Assert.InRange(records.Count, 30, 43);
        Assert.Contains(records.Values, r => r.Overrun > 0.1m && r.DaysOverrun > 0);
        Assert.Contains(records.Values, r => r.Blocked is not null);
        Assert.Contains(records.Values, r => r.Checks(BuildingSeason.Usual).Any(due => due.Check.IsSoon(today)));
        Assert.Contains(records.Values, r => r.Standing.Any(o => o.Site is { IsLine: true }));
        Assert.True(records.Values.Select(r => r.Current).Distinct().Count() >= 5);
        var plan = (await app.Services.GetRequiredService<PlanShelf>().CurrentAsync())!;
        Assert.All(records.Keys, id => Assert.Equal(MeasureKind.Works, plan.Measures.Single(m => m.Id == id).Kind));
    }
}
