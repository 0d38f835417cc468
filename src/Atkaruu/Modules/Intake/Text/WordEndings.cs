namespace Atkaruu.Modules.Intake.Text;

/// <summary>What the last word of a line says about whether a cell may end there.</summary>
internal enum Ending
{
    /// <summary>A word that could stand anywhere.</summary>
    Plain,

    /// <summary>«куруу», «камсыздоо»: the noun of a doing, with which a measure or a task ends.</summary>
    Doing,

    /// <summary>«түзүлөт», «жогорулады»: a finite verb, with which a result ends.</summary>
    Done,

    /// <summary>A genitive, an accusative, a conjunction, an adjective: more must follow.</summary>
    Open,

    Comma,

    /// <summary>Full stop or semicolon.</summary>
    Stop,

    Hyphen,

    /// <summary>A closing bracket or quotation mark.</summary>
    Closed,

    /// <summary>A figure or a unit.</summary>
    Figure,

    /// <summary>Two capitals or more: «РМА», «ААКсы».</summary>
    Capitals,
}

/// <summary>Tells endings of Kyrgyz and Russian words apart, forgiving the letters ң, ө, ү that typists leave out.</summary>
internal static class WordEndings
{
    private static readonly string[] Plurals = ["лар", "лер", "лор", "дар", "дер", "дор", "тар", "тер", "тор"];

    /// <summary>Endings after which a phrase goes on: cases, participles, adjectives, converbs; then Russian cases.</summary>
    private static readonly string[] Unfinished =
    [
        "нын", "нин", "нун", "дын", "дин", "дун", "тын", "тин", "тун", "ны", "ни", "ну", "сын", "син", "сун",
        "ларга", "лерге", "лорго", "дарга", "дерге", "дорго", "тарга", "терге", "торго", "ына", "ине", "уна", "ында", "инде", "унда", "ынан", "инен", "унан",
        "дагы", "деги", "догу", "дан", "ден", "дон", "тан", "тен", "тон", "уучу", "оочу", "ган", "ген", "гон", "кан", "кен", "кон",
        "дык", "дик", "дук", "лык", "лик", "лук", "тык", "тик", "тук", "лып", "луп", "рып",
        "ых", "их", "ого", "его", "ной", "ными", "ыми", "ому", "ему", "ую", "юю",
    ];

    /// <summary>Words after which a phrase goes on: conjunctions, postpositions, adjectives in -луу that look like doings, halves of fixed verbs.</summary>
    private static readonly HashSet<string> OpenWords =
    [
        "жана", "менен", "боюнча", "учун", "тарабынан", "аркылуу", "катары", "ичинде", "чейин", "каршы", "анын", "ошондой", "эле", "ар", "бир", "кем", "эмес", "болгон", "атындагы",
        "караштуу", "тиешелуу", "туруктуу", "жооптуу", "сапаттуу", "натыйжалуу", "сорттуу", "орундуу", "конкреттуу", "калктуу",
        "жаны", "башка", "жалпы", "орто", "кичи", "улуттук", "жеке", "коомдук", "кошумча", "асыл", "айыл", "район", "иш", "эс", "ишке", "колго", "кабыл", "алып",
        "и", "в", "во", "на", "по", "с", "со", "для", "от", "до", "за", "к", "о", "об", "при", "из", "у", "а", "или", "через", "между", "под", "над", "без", "не", "их", "его",
    ];

    /// <summary>«обновляется», «создано», «построен».</summary>
    private static readonly string[] RussianDone = ["ется", "ится", "ются", "ятся", "ено", "ены", "ано", "аны", "жден", "ижен", "ичен", "роен", "ышен", "учен", "еден", "ован"];

    private static readonly string[] RussianDoing = ["ние", "ция", "ство", "вка", "тка", "дка", "зка", "рка", "йка", "пка", "монт"];

    /// <summary>Nouns that end as verbs do.</summary>
    private static readonly HashSet<string> NotVerbs =
    [
        "комитет", "университет", "совет", "бюджет", "аппарат", "департамент", "депутат", "сенат", "результат", "формат", "агрегат", "аттестат", "таштанды", "жаат", "саат",
        "среды", "воды", "природы", "доходы", "расходы", "отходы", "заводы", "годы", "методы", "породы",
    ];

    private static readonly HashSet<string> Units =
        ["км", "га", "м", "м2", "м3", "кв", "мвт", "квт", "сом", "млн", "тыс", "млрд", "пайыз", "тонна", "гектар", "шт", "метр", "чел", "%", "процент"];

    public static Ending Of(string line)
    {
        if (CellText.EndsInHyphen(line)) return Ending.Hyphen;
        switch (line[^1])
        {
            case ',' or ':' or '(' or '“' or '«' or '№': return Ending.Comma;
            case '.' or ';' or '!': return Ending.Stop;
            case ')' or '”' or '»' or '"': return Ending.Closed;
            case '%': return Ending.Figure;
        }
        var word = LastWord(line);
        if (word.Length == 0) return Ending.Plain;
        if (char.IsAsciiDigit(word[^1])) return Ending.Figure;
        return BodyNames.IsCapitals(word) ? Ending.Capitals : OfWord(Folded(word));
    }

    /// <summary>The ending of one word in small folded letters.</summary>
    public static Ending OfWord(string word) =>
        OpenWords.Contains(word) ? Ending.Open
        : Units.Contains(word) ? Ending.Figure
        : IsDoing(word) ? Ending.Doing
        : IsDone(word) ? Ending.Done
        : IsOpen(word) ? Ending.Open
        : Ending.Plain;

    public static string Folded(string word) => string.Create(word.Length, word, static (folded, word) =>
    {
        for (var i = 0; i < word.Length; i++)
            folded[i] = char.ToLowerInvariant(word[i]) switch { 'ң' => 'н', 'ө' => 'о', 'ү' => 'у', 'ё' => 'е', var c => c };
    });

    /// <summary>«Строительство», «Разработка»: the noun of a doing, with which a measure begins in Russian.</summary>
    public static bool BeginsDoing(string word) => word.Length > 5 && EndsWithAny(word, RussianDoing);

    public static bool EndsWithAny(string word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsDoing(string word) => word.Length > 3 && word is [.., 'у', 'у'] or [.., 'о', 'о'];

    private static bool IsDone(string word)
    {
        if (word.Length < 4 || NotVerbs.Contains(word)) return false;
        if (word.Length > 5 && EndsWithAny(word, RussianDone)) return true;
        return word is [.., 'й', 'т'] or [.., 'л' or 'р' or 'с' or 'н' or 'т' or 'ш' or 'ч' or 'к' or 'у', 'а' or 'е' or 'о', 'т'] || IsPast(word) && !IsPluralObject(word);
    }

    /// <summary>«түзүлдү», «азайды», «жогорулады», «өстү».</summary>
    private static bool IsPast(string word) =>
        word is [.., 'л' or 'н' or 'й', 'д' or 'т', 'ы' or 'и' or 'у'] or [.., 'а' or 'е' or 'о', 'д', 'ы' or 'и' or 'у'] or [.., 'с' or 'ш', 'т', 'ы' or 'у'] && !word.EndsWith("ти", StringComparison.Ordinal);

    /// <summary>«жерлерди», «таштандыларды»: an object, not a past tense.</summary>
    private static bool IsPluralObject(string word) => word.Length > 5 && word[^2] is 'д' or 'т' && EndsWithAny(word[..^2], Plurals);

    private static bool IsOpen(string word) => word.Length > 4 && (IsPluralObject(word) || EndsWithAny(word, Unfinished));

    private static string LastWord(string line)
    {
        var end = line.Length;
        while (end > 0 && !char.IsLetterOrDigit(line[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(line[start - 1])) start--;
        return line[start..end];
    }
}
