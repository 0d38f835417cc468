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
    private static readonly string[] Genitive = ["нын", "нин", "нун", "дын", "дин", "дун", "тын", "тин", "тун"];
    private static readonly string[] Plurals = ["лар", "лер", "лор", "дар", "дер", "дор", "тар", "тер", "тор"];
    private static readonly string[] Cases =
    [
        "ны", "ни", "ну", "сын", "син", "сун", "ларга", "лерге", "лорго", "дарга", "дерге", "дорго", "тарга", "терге", "торго", "ына", "ине", "уна",
        "ында", "инде", "унда", "ынан", "инен", "унан", "ындагы", "индеги", "ундагы", "дагы", "деги", "догу",
        "уучу", "оочу", "дык", "дик", "дук", "лык", "лик", "лук", "тык", "тик", "тук", "ган", "ген", "гон", "кан", "кон", "кен",
        "дан", "ден", "дон", "тан", "тен", "тон", "лып", "луп", "рып",
        "ых", "их", "ого", "его", "ной", "ными", "ыми", "ому", "ему", "ую", "юю",
    ];

    private static readonly HashSet<string> OpenWords =
    [
        "жана", "менен", "боюнча", "учун", "тарабынан", "аркылуу", "катары", "караштуу", "ар", "бир", "кем", "эмес", "жаны", "анын", "ичинде", "чейин",
        "болгон", "тиешелуу", "туруктуу", "жооптуу", "сапаттуу", "натыйжалуу", "сорттуу", "орундуу", "конкреттуу", "калктуу", "башка", "ошондой", "эле", "айыл",
        "жалпы", "орто", "кичи", "улуттук", "район", "жеке", "атындагы", "ишке", "колго", "кабыл", "алып", "каршы", "иш", "эс", "коомдук", "улук", "асыл", "кошумча", "медициналык",
        "и", "в", "во", "на", "по", "с", "со", "для", "от", "до", "за", "к", "о", "об", "при", "из", "у", "а", "или", "через", "между", "под", "над", "без", "не", "их", "его",
    ];

    private static readonly string[] RussianDone = ["ется", "ится", "ются", "ятся", "ено", "ены", "ано", "аны", "жден", "ижен", "ичен", "роен", "ышен", "учен", "еден", "ован"];

    private static readonly string[] RussianDoing = ["ние", "ция", "ство", "вка", "тка", "дка", "зка", "рка", "йка", "пка", "монт", "изация"];

    private static readonly HashSet<string> NotVerbs =
        ["комитет", "университет", "совет", "бюджет", "аппарат", "департамент", "депутат", "сенат", "результат", "формат", "таштанды", "среды", "воды", "природы", "доходы", "расходы", "отходы", "заводы", "годы", "методы", "породы", "агрегат", "аттестат", "жаат", "саат", "талаада", "тоют"];

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

    public static bool IsDoing(string word) =>
        word.Length > 3 && (word.EndsWith("уу", StringComparison.Ordinal) || word.EndsWith("оо", StringComparison.Ordinal))
        && !OpenWords.Contains(word);

    public static bool IsDone(string word)
    {
        if (word.Length < 4 || NotVerbs.Contains(word)) return false;
        if (word.Length > 5 && RussianDone.Any(ending => word.EndsWith(ending, StringComparison.Ordinal))) return true;
        if (word is [.., 'й' or 'а' or 'е' or 'о', 'т']) return word[^2] == 'й' || word[^3] is 'л' or 'р' or 'с' or 'н' or 'т' or 'ш' or 'ч' or 'к' or 'у';
        return word is [.., var before, 'д' or 'т', 'ы' or 'и' or 'у'] && (before is 'л' or 'н' or 'й' || word is [.., 'а' or 'е' or 'о', 'д', _] or [.., 'с' or 'ш', 'т', _])
            && !IsPluralObject(word) && !word.EndsWith("ти", StringComparison.Ordinal);
    }

    /// <summary>«Строительство», «Разработка»: the noun of a doing, with which a measure begins in Russian.</summary>
    public static bool BeginsDoing(string word) => word.Length > 5 && RussianDoing.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>«жерлерди», «таштандыларды»: an object, not a past tense.</summary>
    private static bool IsPluralObject(string word) => word.Length > 5 && Plurals.Any(plural => word.AsSpan(0, word.Length - 2).EndsWith(plural, StringComparison.Ordinal));

    private static bool IsOpen(string word) =>
        word.Length > 4 && (IsPluralObject(word) && word[^2] is 'д' or 'т'
            || Genitive.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) || Cases.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));

    private static string LastWord(string line)
    {
        var end = line.Length;
        while (end > 0 && !char.IsLetterOrDigit(line[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(line[start - 1])) start--;
        return line[start..end];
    }
}
