using System.Collections.Concurrent;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>Remembers what has been worked out about words, and stops remembering before a strange document fills the memory.</summary>
internal sealed class BoundedMemory<T>
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, T> _known = [];

    public T GetOrAdd(string word, Func<string, T> work)
    {
        if (_known.TryGetValue(word, out var known)) return known;
        var worked = work(word);
        if (_known.Count < Most) _known.TryAdd(word, worked);
        return worked;
    }
}
