namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// The words by which official papers name those who answer: kinds of offices and enterprises, and abbreviations in
/// capitals. General words of the administration only; the district's own list of bodies is not needed to read a table.
/// </summary>
internal static class BodyNames
{
    /// <summary>Few bodies have more words in their names before the word that says what they are.</summary>
    private const int LongestName = 8;

    /// <summary>Beginnings of folded words that say what kind of body it is. Kyrgyz puts them last: «билим берүү бөлүмү».</summary>
    private static readonly string[] Kinds =
    [
        "окмот", "окот", "болум", "башкармалы", "министрли", "агентти", "комитет", "департамент", "инспекци", "дирекци", "администраци", "аким", "кенеш", "комисси",
        "ишкана", "мекеме", "компани", "банк", "фонд", "борбор", "орган", "окул", "структура", "филиал", "лесхоз", "токойчулу",
        "уюм", "бирикме", "ассоциаци", "кооператив", "инвестор", "ишкер", "донор", "подряд",
    ];

    /// <summary>Russian puts them first: «Отдел экономики».</summary>
    private static readonly string[] LeadingKinds =
    [
        "министерств", "управлени", "отдел", "агентств", "комитет", "департамент", "дирекци", "аппарат", "мэри", "служба", "органы", "палат",
        "предприят", "учрежден", "организаци", "общество", "центр", "предпринимател", "спонсор",
    ];

    /// <summary>Words that stand beside the kind in the names of bodies.</summary>
    private static readonly HashSet<string> Companions =
    [
        "айыл", "айылдык", "район", "району", "райондук", "райондогу", "районунун", "облусу", "облустук", "шаардык", "аймактык", "жергиликтуу", "мамлекеттик", "муниципалдык", "башкы", "кр",
        "жеке", "бизнес", "ачык", "акционердик", "коом", "коомунун", "жол", "социалдык", "маданият", "билим", "беруу", "укук", "коргоо", "чек", "ара", "эл", "аралык", "кызматы", "кызматынын",
        "жана", "менен", "биргеликте", "боюнча", "макулдашуу",
        "районный", "районная", "районное", "государственная", "муниципальное", "дорожное", "местные", "сельские", "мсу", "и", "по", "согласованию",
    ];

    /// <summary>Words that take a body into a sentence: something is said about it, it is not named as one who answers.</summary>
    private static readonly HashSet<string> Sentence = ["тарабынан", "учун", "аркылуу", "менен", "боюнча", "жана", "ичинде", "алдында"];

    /// <summary>Endings of cases in which bodies are spoken of, not listed.</summary>
    private static readonly string[] OtherCases =
    [
        "нын", "нин", "нун", "дын", "дин", "дун", "тын", "тин", "тун", "ын", "ин", "ун", "ны", "ни", "ну", "ларды", "лерди", "лорду", "торду",
        "га", "ге", "го", "ка", "ке", "ко", "на", "не", "но", "да", "де", "до", "та", "те", "то", "дагы", "деги", "догу", "дан", "ден", "дон", "нан", "нен", "нон",
    ];

    private static readonly string[] RussianOtherCases = ["у", "ом", "ам", "ах"];

    /// <summary>«РМА», «ЖӨБО», «ААКсы», «РМАлар»: capitals, perhaps with an ending of the basic case or of belonging.</summary>
    public static bool IsCapitals(string word)
    {
        var capitals = 0;
        while (capitals < word.Length && char.IsUpper(word[capitals])) capitals++;
        return capitals >= 2 && !IsRoman(word) && (capitals == word.Length || WordEndings.Folded(word[capitals..]) is "сы" or "си" or "су" or "ы" or "и" or "лар" or "лер" or "лор");
    }

    /// <summary>An office named in the basic case, as lists of responsible bodies have them.</summary>
    public static bool IsBody(string bare, string folded) => IsCapitals(bare) || IsKind(folded);

    private static bool IsKind(string folded) =>
        folded.Length > 3 && (BeginsWithAny(folded, Kinds) && !(folded.Length > 5 && WordEndings.EndsWithAny(folded, OtherCases)) || IsLeadingKind(folded));

    private static bool IsLeadingKind(string folded) => BeginsWithAny(folded, LeadingKinds) && !WordEndings.EndsWithAny(folded, RussianOtherCases);

    private static bool BeginsWithAny(string word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>
    /// How much the words from here on sound like the beginning of a list of bodies: 0 not at all … 1 certainly.
    /// </summary>
    public static double Beginning(IReadOnlyList<Piece> pieces, int first, int end)
    {
        var start = Start(pieces[first].Words[0]);
        var seen = 0;
        for (var i = first; i < end; i++)
            for (var w = 0; w < pieces[i].Words.Length; w++)
            {
                var word = pieces[i].Words[w];
                if (word.IsBody) return start * Certainty(pieces[i], w, i + 1 < end ? pieces[i + 1] : null);
                if (++seen > LongestName || word.Ending == Ending.Done) return 0;
                // «Жаштар, дене тарбия жана спорт бөлүмү»: some names have a comma in them.
                if (word.EndsClause) start *= 0.6;
            }
        return 0;
    }

    private static double Start(Word word) =>
        IsCapitals(word.Bare) ? 1
        : char.IsUpper(word.Bare[0]) || word.Text[0] is '№' or '“' or '«' or '"' ? 0.9
        : Companions.Contains(word.Folded) ? 0.7
        : word.IsBody ? 0.5 : 0.3;

    /// <summary>By what comes after the office: a comma, a line's end, another name; or a sentence about it.</summary>
    private static double Certainty(Piece piece, int office, Piece? after)
    {
        var body = piece.Words[office];
        var endsLine = office == piece.Words.Length - 1;
        var next = endsLine ? after?.Words[0] : piece.Words[office + 1];
        if (body.EndsClause || next is null || next.IsBody || char.IsUpper(next.Bare[0]) || next.Text[0] is '№' or '“' or '«' or '(') return body.EndsClause ? 1 : 0.95;
        if (Sentence.Contains(next.Folded)) return endsLine ? 0.6 : 0.3;
        if (IsLeadingKind(body.Folded) && next.Ending != Ending.Done) return 0.85;
        if (endsLine) return next.Ending is Ending.Done or Ending.Doing ? 0.2 : 0.9;
        return Companions.Contains(next.Folded) ? 0.8 : 0.15;
    }

    /// <summary>How much of a line is made of names: 0 nothing … 1 all of it. 0 where no office is named.</summary>
    public static double Share(IReadOnlyList<Word> words)
    {
        var named = words.Count(word => word.IsBody);
        if (named == 0) return 0;
        var known = words.Count(word => word.IsBody || Companions.Contains(word.Folded) || char.IsUpper(word.Bare[0]) || !char.IsLetter(word.Bare[0]));
        return (double)known / words.Count;
    }

    public static bool IsCompanion(string folded) => Companions.Contains(folded);

    private static bool IsRoman(string word) => word.All(c => c is 'I' or 'V' or 'X');
}
