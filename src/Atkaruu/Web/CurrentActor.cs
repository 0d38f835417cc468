using Atkaruu.Kernel;

namespace Atkaruu.Web;

/// <summary>Who is acting in this scope: the program, until a request says that it is somebody else.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.System;
}
