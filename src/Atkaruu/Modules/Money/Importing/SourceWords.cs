using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Money.Importing;

/// <summary>Knows a source of money by the words of any of our languages, and by the short ones that treasuries use.</summary>
internal static class SourceWords
{
    private static readonly Dictionary<FundingSource, string[]> Short = new()
    {
        [FundingSource.Republican] = ["рб", "республикалык", "республиканский", "мамлекеттик бюджет", "государственный бюджет"],
        [FundingSource.Local] = ["жб", "мб", "жергиликтуу", "местный", "айыл окмотунун бюджети"],
        [FundingSource.Development] = ["онуктуруу фонду", "региондорду онуктуруу фонду", "региону онуктуруу фонду", "регионду онуктуруу фонду", "фонд развития", "фонд развития регионов", "фрр", "роф"],
        [FundingSource.Donor] = ["донорлор", "доноры", "грант", "гранты", "донордук каражат"],
        [FundingSource.Investor] = ["инвесторлор", "инвесторы", "инвестиция", "инвестиции"],
        [FundingSource.Partnership] = ["мжо", "мчп", "гчп", "ppp", "мамлекеттик жеке онокотоштук"],
        [FundingSource.Population] = ["калк", "элдин салымы", "население", "вклад населения", "взнос населения"],
    };

    private static readonly Lazy<Dictionary<string, FundingSource>> All = new(() =>
    {
        Dictionary<string, FundingSource> known = new(StringComparer.Ordinal);
        foreach (var source in Enum.GetValues<FundingSource>())
            foreach (var words in Short[source].Append(source.ToString()).Concat(Texts.Languages.Select(language => Texts.All.Say(language, "money.source." + source.ToString().ToLowerInvariant()))))
                known.TryAdd(Fold(words), source);
        return known;
    });

    public static FundingSource? Of(string words) => All.Value.TryGetValue(Fold(words), out var source) ? source : null;

    private static string Fold(string words) => string.Join(' ', Folding.Fold(words.Split('(')[0]).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries));
}
