namespace Atkaruu.Kernel;

/// <summary>Who is acting. Until people sign in there are two: a visitor, who reads, and the system itself.</summary>
public sealed record Actor(Guid PersonId, string Name)
{
    /// <summary>The program acting by itself: first run, timetable, command line.</summary>
    public static readonly Actor System = new(Guid.Empty, "system");
}
