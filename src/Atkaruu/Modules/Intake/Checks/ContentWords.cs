using System.Collections.Frozen;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>What a text is about: its words without endings, without small words, and without what every plan says.</summary>
internal static class ContentWords
{
    /// <summary>Words of good intentions: better, more, conditions, people. Two texts that share only these share nothing.</summary>
    private static readonly FrozenSet<string> Generic = """
        шарт орун жумуш салык төлөм сапат деңгээл сан көлөм үлүш кызмат тейлөө жардам айыл район аймак калк калктуу конуш тургун жашоочу жашоо адам жаран жарандык ыңгайлуу
        ыңгай ынгайлуу ынгай жаңы жаны кошумча камсыз камсыздоо өнүгүү иш иште жер-жер жай абал тармак база негиз мамлекет мамлекеттик муниципалдык улуттук социалдык экономикалык негизги
        менен жана үчүн үчун боюнча аркылуу анын ичинде бир ар эки жыл сайын чейин кем эмес башка бардык жалпы катар катары жөнүндө жаат максат тиешелүү жергиликтүү ошону
        ошондой кандай эле өзгөчө толук райондук айылдык облус облустук республикалык регион гектар пайыз млн сом көрсөткүч чара долбоор
        жеткиликтүү жеткиликтүүлүк мүмкүнчүлүк натыйжа натыйжалуу натыйжалуулук эффективдүү даярдык орто тарап атын ат өкмөт тышкаркы ортосунда каршы
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>The nouns of a text that say what it is about, with their stems.</summary>
    public static IReadOnlyList<(Word Word, string Stem)> Nouns(Cell cell) =>
    [
        .. from word in CheckedPlan.WordsOf(cell)
           where word.Text.Length > 2 && !word.IsAbbreviation && !word.IsInHyphenatedName && !KnownWords.Administrative.IsVerb(word.Lower)
           let stem = KnownWords.Administrative.Stem(word.Lower)
           where !Generic.Contains(stem)
           select (word, stem),
    ];

    public static IEnumerable<string> Stems(string text) => Nouns(new(0, Plan.Field.Title, text)).Select(n => n.Stem);

    /// <summary>Whether two stems are of one family: токой and токойчулук, туризм and туристтик.</summary>
    public static bool Akin(string one, string other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common]) common++;
        var shorter = Math.Min(one.Length, other.Length);
        return common == shorter ? shorter > 2 || one == other : common >= 4 && common >= shorter - 2;
    }
}
