using System.Net;
using Atkaruu.Modules.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Atkaruu.Tests.Indicators;

public class PassportTests
{
    private const string Water = "/indicators/CA-013/1";

    [Fact]
    public async Task The_coordinator_writes_it_and_everybody_reads_it()
    {
        await using var app = await App.StartAsync();
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        var form = await coordinator.VisitAsync(Water);

        var after = await coordinator.SubmitAsync(form, "Сактоо", ("Form.Definition", "Борбордук суу түтүгүнө туташкан үйлөр"), ("Form.Dimensions", Dimensions.Municipality),
            ("Form.Baseline", "61,5"), ("Form.BaselineSource", "Райондук статистика, 2024"));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        var visitor = await app.Visitor().VisitAsync(Water);
        Assert.True(visitor.Says("Борбордук суу түтүгүнө туташкан үйлөр"));
        Assert.True(visitor.Says("61,5 %"));
        Assert.Empty(visitor.Html.QuerySelectorAll("form[method=post]"));
        var indicator = await app.InDbAsync(db => db.Indicators.SingleAsync(i => i.Baseline == 61.5m));
        Assert.Equal(["indicator.described", "indicator.baseline"], await app.WhatHappenedToAsync(indicator));
    }

    [Theory]
    [InlineData("алтымыш", "Статистика", "сан эмес")]
    [InlineData("61,5", "", "База кайдан белгилүү")]
    public async Task What_cannot_be_taken_comes_back_with_a_sentence(string baseline, string source, string sentence)
    {
        await using var app = await App.StartAsync();
        var coordinator = await app.SignInAsync(Cast.Coordinator);

        var page = await coordinator.SubmitAsync(await coordinator.VisitAsync(Water), "Сактоо", ("Form.Definition", "Үйлөр"), ("Form.Baseline", baseline), ("Form.BaselineSource", source));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says(sentence));
        Assert.Equal("Үйлөр", page.Html.QuerySelector("textarea")!.TextContent.Trim()); // nothing typed is lost
        Assert.Equal(baseline, page.Html.QuerySelector("[name='Form.Baseline']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other()
    {
        await using var app = await App.StartAsync();
        var coordinator = await app.SignInAsync(Cast.Coordinator);
        var form = await coordinator.VisitAsync(Water);
        await coordinator.SubmitAsync(form, "Сактоо", ("Form.Definition", "биринчи"));

        var second = await coordinator.SubmitAsync(form, "Сактоо", ("Form.Definition", "экинчи"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.True(second.Says("экинчи"));
        Assert.Equal("биринчи", await app.InDbAsync(async db => (await db.Indicators.ToListAsync()).Single(i => !i.Passport.IsEmpty).Passport.Definition));
    }

    [Fact]
    public async Task Nobody_else_may_write_it()
    {
        await using var app = await App.StartAsync();
        var form = await (await app.SignInAsync(Cast.Coordinator)).VisitAsync(Water);

        foreach (var other in Cast.All.Where(c => c != Cast.Coordinator))
        {
            var person = await app.SignInAsync(other);
            Assert.Empty((await person.VisitAsync(Water)).Html.QuerySelectorAll(".ak-form"));
            Assert.False((await person.PostAsync(form, "Сактоо", ("Form.Definition", "башка"))).IsSuccessStatusCode);
        }
        Assert.False((await app.Visitor().PostAsync(form, "Сактоо", ("Form.Definition", "башка"))).IsSuccessStatusCode);
        Assert.True(await app.InDbAsync(async db => (await db.Indicators.ToListAsync()).All(i => i.Passport.IsEmpty)));
    }

    [Fact]
    public async Task Databases_of_the_release_before_keep_their_indicators()
    {
        await using var app = await App.StartAsync();
        await app.InDbAsync(async db =>
        {
            var before = db.Database.GetMigrations().ElementAt(db.Database.GetMigrations().Count() - 2);
            await db.GetService<IMigrator>().MigrateAsync(before);
            await db.Database.MigrateAsync();
        });

        Assert.True(await app.InDbAsync(async db => (await db.Indicators.ToListAsync()).All(i => i.Passport.IsEmpty && i.Ordinal > 0)));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().VisitAsync("/measures/CA-013")).Status);
    }
}
