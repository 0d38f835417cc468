using Atkaruu.Modules.Intake.Checks;

namespace Atkaruu.Tests.Intake.Checks;

public class MisprintCheckTests
{
    [Theory]
    [InlineData("Райондун аймагында цех ачуу, район амагында жол куруу", "амагында", "аймагында")]
    [InlineData("Саламаттыкты сактоо, саламаттыкты саткоо тармагы", "саткоо", "сактоо")]
    [InlineData("Жаңы жерлерди бекемдөө жана сел жүрүүчү жердерди бекемдөө", "жердерди", "жерлерди")]
    [InlineData("Жол эсплутатциялоо ишканасынын имаратын куруу", "эсплутатциялоо", "эксплуатациялоо")]
    [InlineData("Жарандардын укуктук сабаттуулугуу жогорулатуу", "сабаттуулугуу", "сабаттуулугу")]
    [InlineData("Дыйкандардын түшүмдөрун сатуу", "түшүмдөрун", "түшүмдөрүн")]
    [InlineData("Жер кем эмес болсун, мал ткем эмес болсун", "ткем", "кем")]
    public void A_misprint_is_found_and_the_word_that_was_meant(string title, string wrong, string right)
    {
        var finding = Assert.Single(Made.Findings(MisprintCheck.Likely, Made.Row(1, title)));
        Assert.Equal([wrong], finding.Marked());
        Assert.Equal($"{wrong} → {right}", finding.What.Args[1]);
    }

    [Fact]
    public void An_ending_cut_off_is_found()
    {
        var finding = Assert.Single(Made.Findings(MisprintCheck.Likely,
            Made.Row(1, result: "шарттар түзүлөт"), Made.Row(2, result: "шарт түзүлөт"), Made.Row(3, result: "орундар түзүлөт"), Made.Row(4, result: "шарттар түзүлө")));
        Assert.Equal([4], finding.Ordinals);
    }

    [Theory]
    [InlineData("Айыл аймактарындагы мектептеринин имараттарынан китепканаларга чейинки жолдорубузду жакшыртууга көмөктөшүү")]
    [InlineData("Чоң-Алайдын Дароот-Коргон айылындагы Н.Кармышев атындагы мектептин имаратын куруу")]
    [InlineData("Буро швицкий жана абердин-ангус породасындагы малдарды өстүрүү")]
    [InlineData("ЖДПБнын №1 ҮДТнын жана МЧББУМин имаратын куруу, 180орундуу мектеп")]
    [InlineData("Мыкты чогойлорду акырын ойготуу менен жолду оңдоо жана мектепти куруу")]
    public void Endings_names_abbreviations_and_far_words_are_no_misprints(string title) => Assert.Empty(Made.Findings(MisprintCheck.Likely, Made.Row(1, title)));

    [Fact]
    public void A_document_in_another_language_is_left_alone() =>
        Assert.Empty(Made.Findings(MisprintCheck.Likely, Made.Row(1, "Строительство дороги в селе Кулчу", "Дорога построена", responsible: "РМА", task: "Ремонт дорог", schedule: "2025 г.")));

    [Theory]
    [InlineData("айылындагы"), InlineData("мамлекеттик"), InlineData("китебинин"), InlineData("баштоого"), InlineData("иштетүүчү"), InlineData("борборлоштурулган"),
     InlineData("жеткиликтүүлүгүн"), InlineData("өкүлчүлүктөрдү"), InlineData("тазаланбаган"), InlineData("окуучуларына"), InlineData("жылдардагы"), InlineData("жолдор")]
    public void Well_formed_words_are_known(string word) => Assert.True(KnownWords.Administrative.Knows(word));

    [Theory, InlineData("жылдыр"), InlineData("жердерди"), InlineData("жолдар"), InlineData("мектептир"), InlineData("китепи"), InlineData("айылтын"), InlineData("түзүлат")]
    public void Ill_formed_words_are_not(string word) => Assert.False(KnownWords.Administrative.Knows(word));

    [Theory, InlineData("токойлордун", "токой"), InlineData("мектебинин", "мектеп"), InlineData("районундагы", "район"), InlineData("кызматкерлеринин", "кызматкер")]
    public void A_stem_is_what_remains_without_endings(string word, string stem) => Assert.Equal(stem, KnownWords.Administrative.Stem(word));
}
