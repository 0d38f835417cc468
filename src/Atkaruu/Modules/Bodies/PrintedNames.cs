using Atkaruu.Kernel;

namespace Atkaruu.Modules.Bodies;

/// <summary>Finds how a document writes the name of one body: spelling and endings as they stand there.</summary>
public sealed class PrintedNames(Body body)
{
    private readonly List<IReadOnlyList<FoldedWord>> _names =
        [.. body.Aliases.Append(body.ShortName.Ky).Append(body.Name.Ky).Select(Folding.Words).Where(words => words.Count > 0).OrderByDescending(words => words.Sum(w => w.Text.Length))];

    /// <summary>The exact words in a cell that name the body, the longest name first; null where none of its known names stands there.</summary>
    public string? In(string cell)
    {
        var words = Folding.Words(cell);
        foreach (var name in _names)
            for (var at = 0; at + name.Count <= words.Count; at++)
                if (Enumerable.Range(0, name.Count).All(i => IsSame(name[i].Text, words[at + i].Text, last: i == name.Count - 1)))
                    return cell[words[at].Start..words[at + name.Count - 1].End];
        return null;
    }

    private static bool IsSame(string known, string printed, bool last) => known == printed || last && Stems.IsCaseOf(known, printed);
}
