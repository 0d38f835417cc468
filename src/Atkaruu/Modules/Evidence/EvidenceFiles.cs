using System.Security.Cryptography;
using Atkaruu.Data;

namespace Atkaruu.Modules.Evidence;

/// <summary>A file that is kept.</summary>
/// <param name="Since">When it was last put there, UTC.</param>
public sealed record KeptFile(string Hash, DateTime Since);

/// <summary>Where files of evidence are kept, each under its SHA-256: a folder of the data, or a bucket (<see cref="BucketFiles"/>).</summary>
public abstract class EvidenceFiles(DataPlace place)
{
    protected string Folder { get; } = Path.Combine(place.Folder, "evidence");

    private string Temporary => Path.Combine(Folder, ".new");

    /// <summary>Keeps the bytes; when this returns they survive a power cut. A file that is there already counts as put now.</summary>
    public abstract Task PutAsync(string hash, ReadOnlyMemory<byte> bytes, CancellationToken stop);

    /// <summary>The file from its beginning, with a length; null when it is not there.</summary>
    public abstract Task<Stream?> OpenAsync(string hash, CancellationToken stop);

    /// <summary>All files there are.</summary>
    public abstract IAsyncEnumerable<KeptFile> ListAsync(CancellationToken stop);

    /// <summary>Deletes a file that nobody has put again since a moment.</summary>
    public abstract Task<bool> DeleteAsync(string hash, DateTime notSince, CancellationToken stop);

    /// <summary>A file that is gone when it is closed, for what is on its way; on the disk of the data, which is watched.</summary>
    public FileStream NewTemporary()
    {
        Directory.CreateDirectory(Temporary);
        return new(Path.Combine(Temporary, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 64 << 10, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    /// <summary>Deletes what was on its way when the program was killed.</summary>
    public int ForgetTemporary(DateTime before)
    {
        if (!Directory.Exists(Temporary)) return 0;
        var old = Directory.EnumerateFiles(Temporary).Where(f => File.GetLastWriteTimeUtc(f) < before).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>Whether a kept file still is what it was.</summary>
    public async Task<bool> IsWholeAsync(string hash, CancellationToken stop)
    {
        await using var file = await OpenAsync(hash, stop);
        return file is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) == hash;
    }

    /// <summary>The file from its beginning, looked at whole before a byte of it is given; null when it is not there.</summary>
    /// <exception cref="InvalidDataException">It is not what was kept: better nothing than a false proof.</exception>
    public async Task<Stream?> OpenWholeAsync(string hash, CancellationToken stop)
    {
        if (await OpenAsync(hash, stop) is not { } file) return null;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) == hash)
        {
            file.Position = 0;
            return file;
        }
        await file.DisposeAsync();
        throw new InvalidDataException($"The kept file {hash} is damaged.");
    }

    /// <summary>Where the settings say.</summary>
    public static EvidenceFiles From(DataPlace place, IConfiguration settings) =>
        settings["ATKARUU_S3_ENDPOINT"] is { Length: > 0 } ? new BucketFiles(place, settings) : new FolderFiles(place);
}
