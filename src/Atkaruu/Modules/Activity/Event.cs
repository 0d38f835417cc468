using Atkaruu.Kernel;

namespace Atkaruu.Modules.Activity;

/// <summary>One thing that happened, in plain words: when, who, what, and what it was before.</summary>
/// <param name="What">Its name in the log: return.submitted.</param>
/// <param name="Who">A name for those who have signed in, a body for everybody else.</param>
public sealed record Event(long Seq, DateTime At, Guid To, string What, Message Who, Message Sentence, IReadOnlyList<EventPart> Parts);

/// <summary>One value of it. Values are text as somebody wrote it, <see cref="Words"/>, or a <see cref="Message"/>.</summary>
/// <param name="Name">What it is the value of; null where the sentence says it.</param>
/// <param name="Old">What it was; null where there was nothing, or it is not known.</param>
public sealed record EventPart(object? Name, object? Old, object? New);
