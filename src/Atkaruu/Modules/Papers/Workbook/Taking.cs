using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Microsoft.AspNetCore.DataProtection;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>What was seen of a measure when the preview was made.</summary>
internal sealed record Seen(int Version, string? Began);

/// <summary>
/// A file that has been looked at, as it travels with the preview: nothing is kept here before a person confirms. Sealed, so that
/// what is confirmed is what was shown.
/// </summary>
internal sealed record Looked(string FileName, BookFile File, Dictionary<string, Seen> Seen)
{
    private const string Purpose = "atkaruu.workbook.look";

    public string Seal(IDataProtectionProvider protection) => Sealed.Pack(protection, Purpose, this);

    public static Looked? Open(IDataProtectionProvider protection, string? text) => Sealed.Unpack<Looked>(protection, Purpose, text);
}

/// <summary>Something that goes to a page and comes back: packed, and sealed with the keys of this installation.</summary>
internal static class Sealed
{
    private const int Most = 32 << 20;

    public static string Pack<T>(IDataProtectionProvider protection, string purpose, T what)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(zip, what);
        return Convert.ToBase64String(protection.CreateProtector(purpose).Protect(packed.ToArray()));
    }

    /// <summary>Null where it is not ours, or has been changed.</summary>
    public static T? Unpack<T>(IDataProtectionProvider protection, string purpose, string? text) where T : class
    {
        if (string.IsNullOrEmpty(text) || text.Length > BookLimits.Post) return null;
        try
        {
            using var packed = new MemoryStream(protection.CreateProtector(purpose).Unprotect(Convert.FromBase64String(text)));
            using var zip = new BrotliStream(packed, CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var buffer = new byte[16 << 10];
            for (int read; (read = zip.Read(buffer)) > 0 && whole.Length < Most;) whole.Write(buffer, 0, read);
            return JsonSerializer.Deserialize<T>(whole.ToArray());
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException or JsonException or InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>What a person wants done with what the file says.</summary>
/// <param name="Measures">Those to be taken.</param>
/// <param name="Ours">Of those that quarrel: the ones in which the file shall hold.</param>
/// <param name="Submit">Sent, and not only kept as drafts.</param>
internal sealed record Wish(IReadOnlySet<string> Measures, IReadOnlySet<string> Ours, bool Submit, HeardAs? Heard)
{
    /// <summary>Names this one confirmation: pressed twice, it is one.</summary>
    public Guid Key(string sealedFile) => new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { sealedFile, m = Measures.Order(StringComparer.Ordinal), o = Ours.Order(StringComparer.Ordinal), Submit, Heard })).AsSpan(0, 16));
}

/// <summary>A measure after it was taken, or not.</summary>
internal sealed record Taken(Review Review, bool IsKept, bool IsSent, Message? NotSent, bool TookBack);

/// <summary>Looking at a filled form, and taking from it what a person wants.</summary>
internal static class Taking
{
    public static async Task<IReadOnlyList<Review>> LookAsync(Db db, PlanInForce plan, Actor actor, BookFile file, HeardAs? heard, DateTime now, CancellationToken stop)
    {
        List<Review> reviews = [];
        foreach (var part in file.Parts)
        {
            var review = await Review.OfAsync(db, plan, actor, file.Line, part, heard, now, stop);
            await review.WarnAsync(db, now, stop);
            reviews.Add(review);
            db.ChangeTracker.Clear();
        }
        return reviews;
    }

    public static Dictionary<string, Seen> SeenIn(IEnumerable<Review> reviews) => reviews.ToDictionary(r => r.Part.Measure, r => new Seen(r.SeenVersion, r.SeenPrint), StringComparer.Ordinal);

    /// <summary>Writes into memory what is wanted, measure by measure; whoever calls saves it, all or nothing.</summary>
    /// <exception cref="RuleException">What was shown is no longer so: it is to be looked at again.</exception>
    public static async Task<IReadOnlyList<Taken>> TakeAsync(Db db, PlanInForce plan, Actor actor, Looked looked, Wish wish, DateTime now, CancellationToken stop)
    {
        List<Taken> taken = [];
        foreach (var part in looked.File.Parts)
        {
            var review = await Review.OfAsync(db, plan, actor, looked.File.Line, part, wish.Heard, now, stop);
            var wanted = wish.Measures.Contains(part.Measure);
            if (review.Is == BookState.Conflict && wanted && wish.Ours.Contains(part.Measure)) Settle(review, looked, actor);
            else if (review.Is == BookState.Conflict && wanted && looked.Seen.GetValueOrDefault(part.Measure) is var seen && seen?.Version != review.SeenVersion) throw BookRules.Stale();
            else if (review.Is != BookState.Ready || !wanted)
            {
                taken.Add(new(review, false, false, null, false));
                continue;
            }
            taken.Add(await WriteAsync(db, review, wish, now, stop));
        }
        return taken.Exists(t => t.IsKept) ? taken : throw BookRules.NothingChosen();
    }

    /// <summary>The choice of a person holds for what they saw. A return that waits for a decision is taken back for it.</summary>
    private static void Settle(Review review, Looked looked, Actor actor)
    {
        if (looked.Seen.GetValueOrDefault(review.Part.Measure) != new Seen(review.SeenVersion, review.SeenPrint)) throw BookRules.Stale();
        if (review.TakesBack) review.Desk!.Return!.Withdraw(actor);
    }

    private static async Task<Taken> WriteAsync(Db db, Review review, Wish wish, DateTime now, CancellationToken stop)
    {
        var (desk, tookBack) = (review.Desk!, review.TakesBack);
        var entered = Entered.Read(desk, review.Form);
        foreach (var field in (string[])[nameof(ReturnForm.Heard), nameof(ReturnForm.HeardFrom)])
            if (entered.Wrong.TryGetValue(field, out var what)) throw new RuleException(what, field);
        desk.Write(db, review.Form, entered, now);
        if (!wish.Submit) return new(review, true, false, null, tookBack);
        if (review.Flaws.Count > 0 || entered.Wrong.Count > 0) return new(review, true, false, new("book.not-sent.flaws"), tookBack);
        try
        {
            await desk.SubmitAsync(db, 0, now, stop);
            return new(review, true, true, null, tookBack);
        }
        catch (RuleException no)
        {
            return new(review, true, false, no.Sentence, tookBack);
        }
    }
}
