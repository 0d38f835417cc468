using Atkaruu.Kernel;

namespace Atkaruu.Web;

/// <summary>Who is acting in this scope: the program, until a request says that it is somebody else.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.System;

    /// <summary>How many notices the person had not read when the request began; null where that was not asked.</summary>
    public int? Unread { get; set; }
}
