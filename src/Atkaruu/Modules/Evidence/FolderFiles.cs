using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Atkaruu.Data;

namespace Atkaruu.Modules.Evidence;

/// <summary>
/// Files in <c>data/evidence/ab/cd/abcd…</c>. A new one is written beside, forced to the disk, renamed, and its folder forced
/// too: at any moment, power cuts included, a name is either not there or stands for the whole file.
/// </summary>
internal sealed class FolderFiles(DataPlace place) : EvidenceFiles(place)
{
    /// <summary>Putting and deleting take turns, so that a file put again is not deleted for its old age.</summary>
    private readonly Lock _turn = new();

    public override async Task PutAsync(string hash, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        var path = PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        var (made, beside) = (!Directory.Exists(folder), path + "." + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(folder);
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, stop);
                file.Flush(flushToDisk: true);
            }
            lock (_turn) File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
        ForceToDisk(folder);
        if (made) { ForceToDisk(Path.GetDirectoryName(folder)!); ForceToDisk(Folder); }
    }

    public override Task<Stream?> OpenAsync(string hash, CancellationToken stop)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public override async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (!Directory.Exists(Folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }))
        {
            stop.ThrowIfCancellationRequested();
            if (Path.GetFileName(path) is { Length: 64 } hash) yield return new(hash, File.GetLastWriteTimeUtc(path));
            else if (Path.GetFileName(path).Length == 73 && File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1)) File.Delete(path); // was being written when the program was killed
        }
        await Task.CompletedTask;
    }

    public override Task<bool> DeleteAsync(string hash, DateTime notSince, CancellationToken stop)
    {
        lock (_turn)
        {
            var path = PathOf(hash);
            if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= notSince) return Task.FromResult(false);
            File.Delete(path);
            return Task.FromResult(true);
        }
    }

    private string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Folder, hash[..2], hash[2..4], hash)
        : throw new ArgumentException("Not a hash.", nameof(hash));

    /// <summary>A rename is certain only when its folder is on the disk; .NET has no word for that.</summary>
    private static void ForceToDisk(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"{folder}: {Marshal.GetLastPInvokeError()}");
        var failed = Fsync(handle) != 0;
        _ = Close(handle);
        if (failed) throw new IOException($"{folder}: {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
