namespace Atkaruu.Kernel;

/// <summary>
/// A sentence that has not been said in a language yet: the key of a text and what goes into its places.
/// Rules, readers and checks speak in messages; whoever shows one to a person says it in that person's language.
/// An argument may itself be a message.
/// </summary>
public sealed record Message(string Key, params object?[] Args)
{
    public bool Equals(Message? other) => other is not null && Key == other.Key && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(Key, Args.Length);
}
