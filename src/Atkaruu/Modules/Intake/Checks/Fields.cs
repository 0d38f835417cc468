using System.Collections.Frozen;

namespace Atkaruu.Modules.Intake.Checks;

/// <summary>
/// Fields of a district's life, told by stems. Only to notice that two texts speak of quite different things: a word may
/// belong to several fields, and a text without such words belongs to none and is left in peace.
/// </summary>
internal static class Fields
{
    private static readonly FrozenDictionary<string, string[]> ByStem = Build(new()
    {
        ["industry"] = "завод фабрика цех өнөр ишкана бизнес ишкер ишкердик өндүрүш өндүрүүчү металлургия металлургиялык текстиль тигүү",
        ["energy"] = "энергия энергетика гэс электр кубаттуулук станция подстанция трансформатор шамал",
        ["roads"] = "жол автожол көпүрө асфальт асфальтоо асфальттоо транспорт каттам унаа автоунаа",
        ["water"] = "суу түтүк саркынды канализация ичүүчү",
        ["culture"] = "маданият маданий клуб китепкана музей театр эстелик мемориал мемориалдык музыка музыкалык тарых мурас",
        ["housing"] = "турак кабаттуу ипотека ипотекалык",
        ["finance"] = "банк насыя кредит",
        ["farming"] = "чарба дыйкан фермер кооператив агрардык түшүм түшүмдүү түшүмдүүлүк айдоо ресурс картошка",
        ["crops"] = "үрөн үрөнчүлүк өсүмдүк картошка айдоо түшүм түшүмдүү түшүмдүүлүк сорт сорттуу",
        ["livestock"] = "мал жайыт чөп уй кой жылкы жүн эт сүт порода ветеринария ветеринардык",
        ["irrigation"] = "ирригация ирригациялык сугат сугар арык канал мелиорация мелиоративдик насос насостук тамчылат дарыя бассейн",
        ["tourism"] = "туризм турист туристтик дестинация эс мейманкана",
        ["trade"] = "соода экспорт импорт логистика логистикалык рынок базар товар бажы бажылык",
        ["education"] = "мектеп билим окуучу бакча лицей мугалим окуу класс ашкана тамак",
        ["health"] = "саламаттык медицина медициналык дарыгер оорукана оору фап фельдшер жугуштуу",
        ["employment"] = "эмгек жумушсуз жумуш миграция мигрант кесип контракт",
        ["waste"] = "таштанды полигон тиричилик",
        ["forest"] = "токой токойчулук көчөт бадал дарак питомник",
        ["disasters"] = "кырдаал кырсык тобокел тобокелдик сел көчкү өрт дамба жээк дарыя камсыздандыруу ташкын",
        ["safety"] = "коопсуздук кылмыш кылмыштуулук видеокөзөмөл камера милиция",
        ["border"] = "чек-ара бажы бажылык өткөрмө",
        ["corruption"] = "коррупция коррупциялык",
        ["sport"] = "спорт спорттук дене стадион",
        ["digital"] = "санарип интернет байланыш электрондук",
    });

    public static IReadOnlySet<string> Of(IEnumerable<string> stems) => stems.SelectMany(stem => ByStem.GetValueOrDefault(stem, [])).ToHashSet();

    private static FrozenDictionary<string, string[]> Build(Dictionary<string, string> fields) => fields
        .SelectMany(field => field.Value.Split(' ').Select(stem => (stem, field.Key)))
        .GroupBy(pair => pair.stem, pair => pair.Key)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray());
}
