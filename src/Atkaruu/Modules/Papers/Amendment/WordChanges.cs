using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers.Amendment;

/// <summary>A piece of a text that an act left, took out or put in.</summary>
internal readonly record struct WordChange(string Text, RunLook Look);

/// <summary>
/// Two texts compared word by word. What stayed and what was taken out, put together, is the old text to the letter; what stayed and
/// what was put in is the new one.
/// </summary>
internal static class WordChanges
{
    /// <summary>Longer texts than so many words are shown as taken out and put in whole.</summary>
    private const int MostWords = 2_000;

    public static IReadOnlyList<WordChange> Of(string old, string now)
    {
        if (old == now) return old.Length == 0 ? [] : [new(old, RunLook.Plain)];
        var (before, after) = (Words(old), Words(now));
        if (before.Count > MostWords || after.Count > MostWords) return Joined([new(old, RunLook.Struck), new(now, RunLook.Inserted)]);
        return Joined(Whole(Compare(before, after)));
    }

    public static Prose Prose(string old, string now) => new([.. Of(old, now).Select(change => new Run(change.Text, change.Look) { Language = "ky" })]);

    /// <summary>Words, single marks and runs of blanks: put together they are the text.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsWord(text[start])) while (end < text.Length && IsWord(text[end])) end++;
            else if (char.IsWhiteSpace(text[start])) while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter);

    /// <summary>The longest row of words that both have stays; what is taken out stands before what is put in.</summary>
    private static List<WordChange> Compare(List<string> old, List<string> now)
    {
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        List<WordChange> changes = [];
        var (a, b) = (0, 0);
        while (a < old.Count || b < now.Count)
            if (a < old.Count && b < now.Count && old[a] == now[b]) (changes, b) = (Add(old[a++], RunLook.Plain), b + 1);
            else if (a < old.Count && (b == now.Count || longest[a + 1, b] >= longest[a, b + 1])) changes = Add(old[a++], RunLook.Struck);
            else changes = Add(now[b++], RunLook.Inserted);
        return changes;

        List<WordChange> Add(string text, RunLook look)
        {
            changes.Add(new(text, look));
            return changes;
        }
    }

    /// <summary>A blank or a mark that happens to stand in both, between words that do not, is changed with them: a reader sees two sentences, not a mosaic.</summary>
    private static List<WordChange> Whole(List<WordChange> changes)
    {
        List<WordChange> whole = [];
        for (var i = 0; i < changes.Count; i++)
        {
            var alone = changes[i].Look == RunLook.Plain && !changes[i].Text.Any(char.IsLetterOrDigit)
                && i > 0 && i < changes.Count - 1 && changes[i - 1].Look != RunLook.Plain && changes[i + 1].Look != RunLook.Plain;
            if (alone) whole.AddRange([changes[i] with { Look = RunLook.Struck }, changes[i] with { Look = RunLook.Inserted }]);
            else whole.Add(changes[i]);
        }
        return whole;
    }

    /// <summary>Between two pieces that stay, first all that was taken out, then all that was put in.</summary>
    private static List<WordChange> Joined(List<WordChange> changes)
    {
        List<WordChange> joined = [];
        var (struck, inserted) = ("", "");
        foreach (var change in changes)
        {
            if (change.Look == RunLook.Struck) struck += change.Text;
            else if (change.Look == RunLook.Inserted) inserted += change.Text;
            else
            {
                Flush();
                if (joined is [.., { Look: RunLook.Plain } last]) joined[^1] = last with { Text = last.Text + change.Text };
                else joined.Add(change);
            }
        }
        Flush();
        return joined;

        void Flush()
        {
            if (struck.Length > 0) joined.Add(new(struck, RunLook.Struck));
            if (inserted.Length > 0) joined.Add(new(inserted, RunLook.Inserted));
            (struck, inserted) = ("", "");
        }
    }
}
