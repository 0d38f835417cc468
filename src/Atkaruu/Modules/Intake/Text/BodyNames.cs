namespace Atkaruu.Modules.Intake.Text;

/// <summary>
/// The words by which official papers name those who answer: kinds of offices and enterprises, and abbreviations in
/// capitals. General words of the administration only; the district's own list of bodies is not needed to read a table.
/// </summary>
internal static class BodyNames
{
    /// <summary>Few bodies have more words in their names before the word that says what they are.</summary>
    private const int LongestName = 8;

    private static readonly string[] Kinds =
    [
        "окмот", "окот", "болум", "башкармалы", "министрли", "агенттиг", "агенттик", "комитет", "ишкана", "мекеме", "администраци", "акимчили", "аким", "кенеш", "компани",
        "банк", "инвестор", "ишкер", "токойчулу", "токой чарба", "уюм", "борбор", "орган", "окул", "структура", "фонд", "инспекци", "департамент", "дирекци", "мамлекеттик администрация",
        "бирикме", "кооператив", "ассоциаци", "донор", "подряд", "коомдору", "комисси", "лесхоз", "филиал",
    ];

    /// <summary>Russian puts the office first and what it is for after it: «Отдел экономики».</summary>
    private static readonly string[] LeadingKinds =
    [
        "министерств", "управлени", "отдел", "агентств", "предприят", "учрежден", "организаци", "аппарат", "мэри", "центр", "предпринимател", "спонсор", "палат", "общество", "служба", "органы", "департамент", "комитет", "дирекци",
    ];

    private static readonly HashSet<string> Companions =
    [
        "айыл", "айылдык", "райондук", "облустук", "шаардык", "район", "району", "районунун", "жана", "жеке", "мамлекеттик", "муниципалдык", "укук", "коргоо", "кр", "боюнча", "облусу", "аймактык", "райондогу",
        "ачык", "акционердик", "коом", "коомунун", "жол", "бизнес", "социалдык", "маданият", "билим", "беруу", "башкы", "чек", "ара", "эл", "аралык", "менен", "биргеликте", "макулдашуу",
        "районный", "районная", "районное", "государственная", "муниципальное", "дорожное", "местные", "сельские", "и", "по", "согласованию", "рго", "мсу", "кызматы", "кызматынын", "аралык", "жергиликтуу", "айылокмоту", "органы",
    ];

    /// <summary>Words that take a name of an office into a sentence: what follows is said about it, it is not named as one who answers.</summary>
    private static readonly HashSet<string> Sentence =
        ["тарабынан", "учун", "аркылуу", "менен", "боюнча", "жана", "ичинде", "алдында"];

    private static readonly string[] OtherCases =
    [
        "нын", "нин", "нун", "дын", "дин", "дун", "тын", "тин", "тун", "га", "го", "ге", "ка", "ко", "ке", "на", "не", "но", "да", "до", "де", "та", "то", "те", "дагы", "догу", "деги", "дан", "дон", "ден",
        "нан", "нон", "нен", "ны", "ни", "ну", "лорду", "ларды", "лерди", "торду", "торун", "лорун", "ларын", "лерин", "ын", "ун", "ин",
    ];

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
        folded.Length > 3 && (Kinds.Any(kind => folded.StartsWith(kind, StringComparison.Ordinal)) && !IsOtherCase(folded) || IsLeadingKind(folded));

    private static bool IsLeadingKind(string folded) =>
        LeadingKinds.Any(kind => folded.StartsWith(kind, StringComparison.Ordinal))
        && !(folded.EndsWith('у') || folded.EndsWith('а') && !folded.EndsWith("ба", StringComparison.Ordinal) || folded.EndsWith("ом", StringComparison.Ordinal) || folded.EndsWith("ам", StringComparison.Ordinal) || folded.EndsWith("ия", StringComparison.Ordinal) && !folded.EndsWith("ция", StringComparison.Ordinal) || folded.EndsWith("ах", StringComparison.Ordinal));

    private static bool IsOtherCase(string folded) =>
        folded.Length > 5 && OtherCases.Any(ending => folded.EndsWith(ending, StringComparison.Ordinal)) && !Kinds.Contains(folded);

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
