using System.Net;
using Atkaruu.Data;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.Evidence;

public class EvidenceServingTests : IAsyncLifetime
{
    private App _app = null!;
    private Return _return = null!;
    private EvidenceItem _photo = null!, _document = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _return = await _app.ReturnAsync(await _app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter);
        _photo = await _app.TakeAsync(Cast.AdministrationReporter, _return.Owner(), MakePhoto.WithExif(MakePhoto.Jpeg()), "мектеп.html");
        _document = await _app.TakeAsync(Cast.AdministrationReporter, _return.Owner(), EvidenceIntakeTests.Pdf("/Type /Catalog"), "акт.pdf");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("thumb"), InlineData("public"), InlineData("original")]
    public async Task Before_publication_only_those_who_may_read_the_return_see_anything(string variant)
    {
        var url = $"/evidence/{_photo.Id}/{variant}";

        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visitor().GetAsync(url)).StatusCode);
        foreach (var (who, sees) in new[]
        {
            (Cast.AdministrationReporter, true), (Cast.Coordinator, true), (Cast.Verifier, true), (Cast.Head, true), (Cast.Observer, true),
            (Cast.Administrator, false), (Cast.Reporter, false), (Cast.OtherReporter, false),
        })
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await _app.SignInAsync(who)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task After_publication_everybody_sees_the_copies_and_the_original_stays_restricted()
    {
        await PublishAsync();

        foreach (var browser in new[] { _app.Visitor(), await _app.SignInAsync(Cast.OtherReporter) })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/evidence/{_photo.Id}/thumb")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/evidence/{_photo.Id}/public")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/evidence/{_photo.Id}/original")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/evidence/{_document.Id}/original")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/evidence/{_document.Id}/public")).StatusCode);
        }
    }

    [Theory]
    [InlineData("original", "attachment", "private, no-store")]
    [InlineData("public", "inline", "private, no-cache")]
    [InlineData("thumb", "inline", "private, no-cache")]
    public async Task A_file_can_do_nothing_in_a_browser(string variant, string disposition, string cache)
    {
        var answer = await (await _app.SignInAsync(Cast.Coordinator)).GetAsync($"/evidence/{_photo.Id}/{variant}");

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("мектеп.jpg", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(cache, string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").OrderDescending()));
    }

    [Fact]
    public async Task A_browser_that_has_the_picture_is_asked_about_again_and_told_304()
    {
        var browser = await _app.SignInAsync(Cast.Coordinator);
        var first = await browser.GetAsync($"/evidence/{_photo.Id}/thumb");

        async Task<HttpStatusCode> AgainAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/evidence/{_photo.Id}/thumb");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return (await browser.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());
        await RemoveAsync();
        Assert.Equal(HttpStatusCode.NotFound, await AgainAsync());
    }

    [Fact]
    public async Task What_has_been_removed_is_shown_to_nobody_and_stays_on_the_disk()
    {
        await RemoveAsync();

        foreach (var variant in (string[])["thumb", "public", "original"])
            Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Coordinator)).GetAsync($"/evidence/{_photo.Id}/{variant}")).StatusCode);
        Assert.True(File.Exists(PathOf(_photo.Hash)));
    }

    [Fact]
    public async Task A_damaged_original_is_not_given_as_proof()
    {
        await File.AppendAllTextAsync(PathOf(_photo.Hash), "x", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, (await (await _app.SignInAsync(Cast.Coordinator)).GetAsync($"/evidence/{_photo.Id}/original")).StatusCode);
    }

    [Theory]
    [InlineData("/evidence/00000000-0000-0000-0000-000000000000/thumb")]
    [InlineData("/evidence/{0}/other")]
    [InlineData("/evidence/{0}")]
    [InlineData("/evidence/..%2f..%2fatkaruu.db/original")]
    public async Task There_is_nothing_at_other_addresses(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(Cast.Coordinator)).GetAsync(url.Replace("{0}", _photo.Id.ToString(), StringComparison.Ordinal))).StatusCode);

    [Fact]
    public async Task A_published_file_is_published_once_and_logged()
    {
        await PublishAsync();
        await PublishAsync();

        Assert.Equal(["evidence.added", "evidence.published"], await _app.WhatHappenedToAsync(_photo));
    }

    private Task PublishAsync() => _app.InDbAsync(async db =>
    {
        await db.PublishEvidenceAsync([_return.Id], _app.Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    });

    private Task RemoveAsync() => _app.InDbAsync(async db =>
    {
        (await db.Evidence.SingleAsync(e => e.Id == _photo.Id)).Remove(_app.Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    });

    private string PathOf(string hash) => Path.Combine(_app.DataFolder, "evidence", hash[..2], hash[2..4], hash);
}
