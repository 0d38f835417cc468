using System.Globalization;
using Atkaruu.Data;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>
/// Whether the history in this database is invented. The mark is kept in the database itself, so that no setting and no other
/// machine can show it without the watermark.
/// </summary>
public sealed class DemoMark
{
    private const string Name = "demo.shift";

    public bool IsOn { get; private set; }

    /// <summary>Asks the database once, at start.</summary>
    public async Task ReadAsync(Db db, TimeProvider clock, CancellationToken stop = default)
    {
        var shift = await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(stop);
        if (shift is null) return;
        IsOn = true;
        if (clock is DemoClock demo) demo.ShiftBy(TimeSpan.Parse(shift, CultureInfo.InvariantCulture));
    }

    /// <summary>Marks the database before the first invented word is in it.</summary>
    public async Task SetAsync(Db db, CancellationToken stop = default)
    {
        IsOn = true;
        db.Settings.Add(new() { Name = Name, Value = TimeSpan.Zero.ToString() });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>From when on the clock of this database goes.</summary>
    public static async Task ShiftAsync(Db db, TimeSpan shift, CancellationToken stop = default)
    {
        var setting = await db.Settings.SingleAsync(s => s.Name == Name, stop);
        setting.Value = shift.ToString("c", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(stop);
    }
}
