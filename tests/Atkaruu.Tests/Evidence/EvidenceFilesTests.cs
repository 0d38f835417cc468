using System.Collections.Concurrent;
using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Atkaruu.Tests.Evidence;

public class EvidenceFilesTests
{
    [Fact]
    public async Task A_file_without_a_row_is_swept_after_a_day_and_a_row_never_loses_its_file()
    {
        await using var app = await App.StartAsync();
        var owner = (await app.ReturnAsync(await app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter)).Owner();
        var kept = await app.TakeAsync(Cast.AdministrationReporter, owner, MakePhoto.Jpeg());
        var cutOff = await TakeWithoutSavingAsync(app, owner, MakePhoto.Jpeg(seed: 2)); // as if killed between file and row
        var files = app.Services.GetRequiredService<EvidenceFiles>();

        Touch(app, app.Clock.Now());
        Assert.Equal(0, (await SweepAsync(app)).Swept);

        Touch(app, app.Clock.Now().AddHours(-25));
        Assert.Equal(3, (await SweepAsync(app)).Swept); // original, copy, small picture
        Assert.Null(await files.OpenAsync(cutOff.Hash, default));
        foreach (var hash in new[] { kept.Hash, kept.PublicHash!, kept.ThumbHash! }) Assert.True(await files.IsWholeAsync(hash, default));
    }

    [Fact]
    public async Task A_removed_item_keeps_its_file()
    {
        await using var app = await App.StartAsync();
        var item = await app.TakeAsync(Cast.AdministrationReporter, (await app.ReturnAsync(await app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter)).Owner(), MakePhoto.Jpeg());
        await app.InDbAsync(async db =>
        {
            (await db.Evidence.SingleAsync()).Remove(app.Clock.Now());
            await db.SaveChangesAsync();
        });
        Touch(app, app.Clock.Now().AddDays(-30));

        Assert.Equal(0, (await SweepAsync(app)).Swept);
        Assert.True(await app.Services.GetRequiredService<EvidenceFiles>().IsWholeAsync(item.Hash, default));
    }

    [Fact]
    public async Task A_full_check_finds_every_file_that_is_not_what_it_was()
    {
        await using var app = await App.StartAsync();
        var owner = (await app.ReturnAsync(await app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter)).Owner();
        var damaged = await app.TakeAsync(Cast.AdministrationReporter, owner, MakePhoto.Jpeg(seed: 1));
        var missing = await app.TakeAsync(Cast.AdministrationReporter, owner, MakePhoto.Jpeg(seed: 2));
        var whole = await app.TakeAsync(Cast.AdministrationReporter, owner, MakePhoto.Jpeg(seed: 3));
        await File.AppendAllTextAsync(PathOf(app, damaged.PublicHash!), "x", TestContext.Current.CancellationToken);
        File.Delete(PathOf(app, missing.Hash));

        var report = await SweepAsync(app, share: 1);

        Assert.Equal(9, report.Checked);
        Assert.Equal([damaged.PublicHash!, missing.Hash], report.Broken);
        Assert.NotNull(whole);
    }

    [Fact]
    public async Task Putting_a_file_again_saves_it_from_the_sweep()
    {
        await using var app = await App.StartAsync();
        var files = app.Services.GetRequiredService<EvidenceFiles>();
        var (bytes, hash) = Some("again");
        await files.PutAsync(hash, bytes, default);
        File.SetLastWriteTimeUtc(PathOf(app, hash), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await files.PutAsync(hash, bytes, default);

        Assert.False(await files.DeleteAsync(hash, new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc), default));
        Assert.True(await files.IsWholeAsync(hash, default));
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_program_was_killed_is_tidied_away()
    {
        await using var app = await App.StartAsync();
        var files = app.Services.GetRequiredService<EvidenceFiles>();
        await files.NewTemporary().DisposeAsync();
        var left = Path.Combine(app.DataFolder, "evidence", ".new", "left");
        await File.WriteAllTextAsync(left, "half", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(left, app.Clock.Now().AddDays(-2));

        await SweepAsync(app);

        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataFolder, "evidence", ".new")));
    }

    [Fact]
    public async Task The_same_is_kept_in_a_bucket()
    {
        await using var bucket = await FakeBucket.StartAsync();
        var folder = Directory.CreateTempSubdirectory("atkaruu-s3-").FullName;
        try
        {
            var files = EvidenceFiles.From(new DataPlace(folder, null), bucket.Settings);
            var (bytes, hash) = Some("bucket");

            Assert.Null(await files.OpenAsync(hash, default));
            await files.PutAsync(hash, bytes, default);
            Assert.True(await files.IsWholeAsync(hash, default));
            await using (var file = await files.OpenAsync(hash, default)) Assert.Equal(bytes.Length, file!.Length);

            List<KeptFile> all = [];
            await foreach (var file in files.ListAsync(default)) all.Add(file);
            Assert.Equal(hash, Assert.Single(all).Hash);

            Assert.False(await files.DeleteAsync(hash, DateTime.UtcNow.AddDays(-1), default));
            Assert.True(await files.DeleteAsync(hash, DateTime.UtcNow.AddDays(1), default));
            Assert.False(await files.DeleteAsync(hash, DateTime.UtcNow.AddDays(1), default));
            Assert.Null(await files.OpenAsync(hash, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("ATKARUU_S3_BUCKET"), InlineData("ATKARUU_S3_KEY"), InlineData("ATKARUU_S3_SECRET")]
    public void A_missing_setting_of_the_bucket_is_named(string missing)
    {
        var settings = new Dictionary<string, string?> { ["ATKARUU_S3_ENDPOINT"] = "http://localhost:1", ["ATKARUU_S3_BUCKET"] = "b", ["ATKARUU_S3_KEY"] = "k", ["ATKARUU_S3_SECRET"] = "s", [missing] = null };

        var refused = Assert.Throws<RuleException>(() => EvidenceFiles.From(new DataPlace("/tmp", null), new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Equal(missing, refused.Sentence.Args[0]);
    }

    private static (byte[] Bytes, string Hash) Some(string text) => System.Text.Encoding.UTF8.GetBytes(text) is var bytes ? (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))) : default;

    private static async Task<EvidenceItem> TakeWithoutSavingAsync(App app, EvidenceOwner owner, byte[] bytes)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EvidenceIntake>().TakeAsync(owner, Bench.File(bytes, "photo.jpg"), new(), default);
    }

    private static async Task<SweepReport> SweepAsync(App app, double share = 0)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await EvidenceSweep.RunAsync(scope.ServiceProvider, share, default);
    }

    private static void Touch(App app, DateTime when)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(app.DataFolder, "evidence"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, when);
    }

    private static string PathOf(App app, string hash) => Path.Combine(app.DataFolder, "evidence", hash[..2], hash[2..4], hash);

    /// <summary>As much of S3 as we use: objects by path, no questions about signatures.</summary>
    private sealed class FakeBucket(WebApplication app) : IAsyncDisposable
    {
        public IConfiguration Settings => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ATKARUU_S3_ENDPOINT"] = app.Urls.First(), ["ATKARUU_S3_BUCKET"] = "atkaruu", ["ATKARUU_S3_KEY"] = "key", ["ATKARUU_S3_SECRET"] = "secret",
        }).Build();

        public static async Task<FakeBucket> StartAsync()
        {
            ConcurrentDictionary<string, byte[]> objects = new();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
            var app = builder.Build();
            app.MapPut("/atkaruu/{**key}", async (string key, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                objects[key] = body.ToArray();
                request.HttpContext.Response.Headers.ETag = "\"x\"";
            });
            app.MapMethods("/atkaruu/{**key}", ["GET", "HEAD"], (string? key, HttpContext context) =>
            {
                if (key is null) return Results.Text($"""<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>atkaruu</Name><IsTruncated>false</IsTruncated>{string.Concat(objects.Select(o => $"<Contents><Key>{o.Key}</Key><LastModified>{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}</LastModified><ETag>x</ETag><Size>{o.Value.Length}</Size></Contents>"))}</ListBucketResult>""", "application/xml");
                if (!objects.TryGetValue(key, out var bytes)) return Results.Text("""<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>""", "application/xml", statusCode: 404);
                context.Response.Headers.ETag = "\"x\"";
                context.Response.Headers.LastModified = DateTime.UtcNow.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                return Results.Bytes(bytes, "application/octet-stream");
            });
            app.MapDelete("/atkaruu/{**key}", (string key) => { objects.TryRemove(key, out _); return Results.NoContent(); });
            await app.StartAsync();
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
