using Atkaruu.Kernel;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Atkaruu.Data;

/// <summary>
/// The room that must stay free on the disk of the data: the database and its journal need some at once, and a disk that is
/// full to the last byte cannot even be tidied. Writing is refused before that; reading goes on.
/// </summary>
public sealed class DiskReserve(DataPlace place, TimeProvider clock)
{
    private const long Least = 200L << 20, Most = 2L << 30;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private volatile Reading? _last;

    private sealed record Reading(DiskRoom Room, long At);

    /// <summary>How the room is found out; tests say what they like.</summary>
    internal Func<DiskRoom> Ask { get; set; } = () =>
    {
        var drive = new DriveInfo(Directory.Exists(place.Folder) ? place.Folder : Path.GetTempPath());
        return new(drive.AvailableFreeSpace, drive.TotalSize);
    };

    /// <summary>5 % of the disk, at least 200 MB and at most 2 GB; never more than a quarter of a tiny disk.</summary>
    public static long Of(long total) => Math.Min(Math.Clamp(total / 20, Least, Most), total / 4);

    /// <summary>Whether so many bytes may be written without touching the reserve.</summary>
    public bool HasRoomFor(long bytes = 0)
    {
        var last = _last;
        if (last is null || clock.GetElapsedTime(last.At) > Fresh) _last = last = new(Ask(), clock.GetTimestamp());
        return last.Room.Free - bytes >= Of(last.Room.Total);
    }

    /// <exception cref="DiskFullException">Writing would touch the reserve.</exception>
    public void Check(long bytes = 0)
    {
        if (!HasRoomFor(bytes)) throw new DiskFullException();
    }

    /// <summary>Asks anew next time: somebody has made room.</summary>
    internal void Forget() => _last = null;
}

/// <param name="Free">Bytes that we may use.</param>
/// <param name="Total">Bytes of the whole disk.</param>
public readonly record struct DiskRoom(long Free, long Total);

/// <summary>There is no room left to keep what was sent; answered with 507.</summary>
public sealed class DiskFullException() : RuleException(new Message("data.disk-full"))
{
    public override int Status => 507;
}

/// <summary>Knows a full disk in the words of either engine and of the system, and says it in ours.</summary>
internal static class DiskFull
{
    private const int SqliteFull = 13, NoSpace = 28;

    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException when (failure.HResult & 0xFFFF) == NoSpace => true,
        _ => Is(failure.InnerException),
    };

    public static async Task<T> SayAsync<T>(Task<T> writing)
    {
        try
        {
            return await writing;
        }
        catch (Exception failure) when (failure is not RuleException && Is(failure))
        {
            throw new DiskFullException();
        }
    }

    public static Task SayAsync(Task writing) => SayAsync(Done(writing));

    private static async Task<bool> Done(Task writing)
    {
        await writing;
        return true;
    }
}
