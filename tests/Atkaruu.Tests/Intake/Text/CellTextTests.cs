using Atkaruu.Modules.Intake.Text;

namespace Atkaruu.Tests.Intake.TextLayer;

/// <summary>Line breaks and hyphens undone.</summary>
public class CellTextTests
{
    [Fact]
    public void Lines_are_joined_by_one_blank() => Assert.Equal("жаны жумуш орундары", Joined("", "жаны", "жумуш орундары"));

    [Fact]
    public void A_hyphen_at_the_end_of_a_line_stays_and_takes_no_blank()
    {
        Assert.Equal("2025-2030-жылдар", Joined("", "2025-2030-", "жылдар"));
        Assert.Equal("Кара-Шыбак айылы", Joined("", "Кара-", "Шыбак айылы"));
        Assert.Equal("саны-1500", Joined("", "саны-", "1500"));
    }

    [Fact]
    public void A_hyphen_between_blanks_stays_as_printed() => Assert.Equal("куруу - 10 МВт", Joined("", "куруу -", "10 МВт"));

    [Fact]
    public void A_hyphen_goes_where_the_document_writes_the_word_without_it()
    {
        Assert.Equal("курулушун", Joined("мектептин курулушун баштоо", "куру-", "лушун"));
        Assert.Equal("үй-бүлө", Joined("үйбүлө жана үй-бүлө", "үй-", "бүлө"));
    }

    [Fact]
    public void Runs_of_blanks_become_one() => Assert.Equal("Айыл өкмөтү, РМА", CellText.Tidy("  Айыл   өкмөтү,\u00A0\tРМА "));

    private static string Joined(string document, params string[] lines) => new CellText([new PrintedLine(1, document, 0, false, false)]).Join(lines);
}
