namespace Atkaruu.Demo;

/// <summary>
/// The clock of the program. On a real database it is the clock; on an invented one it began on the day where the story ends
/// and goes on from there, so that the period which is open in the story is open on the screen. While the story is told it
/// stands where it is put.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private TimeSpan _shift;
    private DateTimeOffset? _standing;

    public TimeSpan Shift => _shift;

    public override DateTimeOffset GetUtcNow() => _standing ?? base.GetUtcNow() + _shift;

    public void StandAt(DateTimeOffset moment) => _standing = moment;

    /// <summary>Goes on from a moment; answers by how much it is shifted.</summary>
    public TimeSpan GoOnFrom(DateTimeOffset moment) => _shift = SetGoing(moment - base.GetUtcNow());

    public void ShiftBy(TimeSpan shift) => _shift = SetGoing(shift);

    private TimeSpan SetGoing(TimeSpan shift)
    {
        _standing = null;
        return shift;
    }
}
