using System.Text.RegularExpressions;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Indicators;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.Activity;

public partial class HistoryTests
{
    [Fact]
    public void Everything_that_can_happen_has_a_sentence_in_three_languages()
    {
        var source = Path.Combine(ReportingScene.Root(), "src", "Atkaruu");
        var names =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal)
            from Match name in Happened().Matches(File.ReadAllText(file))
            select name.Groups[1].Value;

        var all = names.Distinct().ToList();
        Assert.True(all.Count > 25, "the names were not found");
        Assert.DoesNotContain(all, name => !Texts.All.Has("log." + name));
    }

    [Fact]
    public async Task A_return_tells_who_sent_what_and_what_it_was_before()
    {
        await using var app = await App.StartAsync();
        var scene = await ReportingScene.OpenAsync(app);
        var made = await scene.SubmitAsync(Cast.Reporter, 120);
        await scene.SendBackAsync(made, "Сан документке туура келбейт");
        await scene.SubmitAsync(Cast.Reporter, 100, again: made);

        var events = await scene.HistoryAsync(Cast.Coordinator, made);

        Assert.Equal(["return.submitted", "return.returned", "return.submitted", "return.begun"], events.Select(e => e.What));
        Assert.Equal("Чоң-Алай айыл өкмөтү: 2026-жылдын III чейреги үчүн маалымат текшерүүгө тапшырылды.", Texts.All.Say("ky", events[0].Sentence));
        Assert.Equal("Чынара Токтогулова", Texts.All.Say("ky", events[0].Who));
        Assert.Contains(events[1].Parts, part => Equals(part.New, "Сан документке туура келбейт"));
        var value = Assert.Single(events[0].Parts, part => part.Old is not null && part.New is Message { Key: var key } && key.StartsWith("unit.", StringComparison.Ordinal));
        Assert.Equal((120m, 100m), (((Message)value.Old!).Args[0], ((Message)value.New!).Args[0]));
    }

    [Fact]
    public async Task A_visitor_sees_bodies_instead_of_names_and_nothing_before_it_is_published()
    {
        await using var app = await App.StartAsync();
        var scene = await ReportingScene.OpenAsync(app);
        var made = await scene.SubmitAsync(Cast.Reporter, 120);
        Assert.Empty(await scene.HistoryAsync(null, made));

        await scene.PublishAsync(made);

        var events = await scene.HistoryAsync(null, made);
        Assert.Equal(["return.published", "return.accepted", "return.submitted"], events.Select(e => e.What));
        Assert.Equal("Чоң-Алай айыл өкмөтү", Texts.All.Say("ky", events[2].Who));
        Assert.DoesNotContain("Чынара", string.Concat(events.Select(e => Texts.All.Say("ky", e.Who))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_nobody_foresaw_and_details_nobody_can_read_are_still_told()
    {
        await using var app = await App.StartAsync();
        var scene = await ReportingScene.OpenAsync(app);
        var made = await scene.SubmitAsync(Cast.Reporter, 120);
        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync("update log set details = '{{\"values\":[7,{{\"indicator\":\"x\"}}],\"words\":3}}' where what = 'return.submitted'"));
        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync("update log set what = 'return.eaten', details = '[1]' where what = 'return.begun'"));

        var events = await scene.HistoryAsync(Cast.Coordinator, made);

        Assert.Equal(2, events.Count);
        Assert.Equal("Окуя: return.eaten", Texts.All.Say("ky", events[1].Sentence));
        foreach (var language in Texts.Languages) Assert.All(events, e => Assert.NotEmpty(Texts.All.Say(language, e.Sentence)));
    }

    [Fact]
    public async Task A_measures_history_holds_its_returns_as_far_as_the_reader_may_see_them()
    {
        await using var app = await App.StartAsync();
        var scene = await ReportingScene.OpenAsync(app);
        await scene.SubmitAsync(Cast.Reporter, 120);

        Task<IReadOnlyList<Event>> For(Actor reader) => app.InDbAsync(db => History.OfMeasureAsync(db, scene.Plan, scene.Duty.Measure, reader, CancellationToken.None));

        var coordinator = await app.AsAsync(Cast.Coordinator, (_, actor) => Task.FromResult(actor));
        var administrator = await app.AsAsync(Cast.Administrator, (_, actor) => Task.FromResult(actor));
        Assert.Contains(await For(coordinator), e => e.What == "return.submitted");
        Assert.Equal(["measure.entered"], (await For(administrator)).Select(e => e.What));
        Assert.Equal(["measure.entered"], (await For(Actor.Visitor)).Select(e => e.What));
    }

    [GeneratedRegex("""Happened\(\s*"([a-z.-]+)"?""")]
    private static partial Regex Happened();
}
