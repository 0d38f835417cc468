using System.Net;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;
using CsCheck;
using SkiaSharp;

namespace Atkaruu.Tests.Evidence;

public class DuplicatesTests
{
    [Fact]
    public async Task The_same_photograph_in_two_returns_is_noticed_even_when_pressed_and_scaled_again()
    {
        await using var app = await App.StartAsync();
        var (first, second, third) = (await ReturnAsync(app, 0), await ReturnAsync(app, 1), await ReturnAsync(app, 2));
        using var scene = MakePhoto.Draw(1600, 1200, 7);
        using var small = scene.Resize(new SKSizeI(640, 480), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        await TakeAsync(app, first, Press(scene, 92));
        await TakeAsync(app, second, Press(small, 55));
        await TakeAsync(app, third, MakePhoto.Jpeg(seed: 8));

        Assert.True(await AnyAsync(app, first));
        Assert.True(await AnyAsync(app, second));
        Assert.False(await AnyAsync(app, third));

        await TakeAsync(app, third, Press(scene, 92)); // the very same file
        Assert.True(await AnyAsync(app, third));
    }

    [Fact]
    public async Task A_removed_photograph_and_the_return_that_is_corrected_are_no_duplicates()
    {
        await using var app = await App.StartAsync();
        var (first, second) = (await ReturnAsync(app, 0), await ReturnAsync(app, 1));
        var photo = await TakeAsync(app, first, MakePhoto.Jpeg());
        await app.TakeAsync(Cast.AdministrationReporter, first.Owner() with { Id = Guid.CreateVersion7() }, MakePhoto.Jpeg()); // its correction
        Assert.False(await AnyAsync(app, first));

        await TakeAsync(app, second, MakePhoto.Jpeg());
        Assert.True(await AnyAsync(app, second));
        await app.InDbAsync(async db =>
        {
            foreach (var item in await db.Evidence.Where(e => e.MeasureId == first.MeasureId).ToListAsync()) item.Remove(DateTime.UtcNow);
            await db.SaveChangesAsync();
        });
        Assert.False(await AnyAsync(app, second));
        Assert.NotNull(photo);
    }

    [Fact]
    public async Task An_empty_picture_and_documents_are_like_nothing()
    {
        await using var app = await App.StartAsync();
        var (first, second) = (await ReturnAsync(app, 0), await ReturnAsync(app, 1));
        foreach (var made in new[] { first, second })
        {
            using var wall = new SKBitmap(400, 300 + (made == first ? 0 : 20));
            wall.Erase(made == first ? SKColors.Gray : SKColors.LightGray);
            await TakeAsync(app, made, Press(wall, 90));
            await app.TakeAsync(Cast.AdministrationReporter, made.Owner(), EvidenceIntakeTests.Pdf("/Type /Catalog"), "акт.pdf");
        }

        Assert.False(await AnyAsync(app, first));
    }

    [Fact]
    public void Pictures_that_differ_in_six_bits_are_found_by_their_pieces_and_others_are_told_apart() =>
        Gen.Select(Gen.Long, Gen.Int[0, 63].Array[0, 12]).Sample((likeness, flips) =>
        {
            var other = flips.Distinct().Aggregate(likeness, (bits, flip) => bits ^ (1L << flip));
            var found = Likeness.PiecesNear(likeness).Intersect(Likeness.Pieces(other)).Any();
            return Likeness.AreNear(likeness, other) == flips.Distinct().Count() <= Likeness.Near && (found || !Likeness.AreNear(likeness, other));
        });

    [Fact]
    public async Task Words_and_removal_are_for_the_author_while_the_return_is_open()
    {
        await using var app = await App.StartAsync();
        var made = await ReturnAsync(app, 0);
        var photo = await TakeAsync(app, made, MakePhoto.Jpeg());
        var url = $"/evidence/{photo.Id}/describe";

        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync(url)).StatusCode);
        foreach (var other in new[] { Cast.Reporter, Cast.OtherReporter, Cast.Verifier, Cast.Administrator, Cast.Head })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(other)).GetAsync(url)).StatusCode);

        var author = await app.SignInAsync(Cast.AdministrationReporter);
        var page = await author.VisitAsync(url);
        var tooLong = await author.SubmitAsync(page, "Сактоо", ("Caption", new string('ө', 201)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains(new string('ө', 201), tooLong.Html.QuerySelector("[name=Caption]")!.GetAttribute("value"), StringComparison.Ordinal);

        var saved = await author.PostAsync(page, "Сактоо", ("Caption", "Мектептин чатыры"), ("Back", "https://evil.example/"));
        Assert.Equal("/", saved.Headers.Location!.ToString());
        Assert.Equal("Мектептин чатыры", await app.InDbAsync(db => db.Evidence.Select(e => e.Caption).SingleAsync()));

        await app.SubmitAsync(made, Cast.AdministrationReporter);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.PostAsync(page, "Алып салуу")).StatusCode);
        await app.AsAsync(Cast.Coordinator, async (db, actor) =>
        {
            (await db.Returns.SingleAsync()).SendBack(actor, "Сүрөт башка жерден", app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Redirect, (await author.PostAsync(page, "Алып салуу")).StatusCode);
        Assert.Equal(["evidence.added", "evidence.described", "evidence.removed"], await app.WhatHappenedToAsync(photo));
    }

    private static async Task<Return> ReturnAsync(App app, int measure) => await app.ReturnAsync(await app.MeasureAsync("RMA", measure), "RMA", Cast.AdministrationReporter);

    private static Task<EvidenceItem> TakeAsync(App app, Return made, byte[] bytes) => app.TakeAsync(Cast.AdministrationReporter, made.Owner(), bytes);

    private static Task<bool> AnyAsync(App app, Return made) => app.InDbAsync(db => Duplicates.AnyAsync(db, made.Id, default));

    private static byte[] Press(SKBitmap bitmap, int quality)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }
}
