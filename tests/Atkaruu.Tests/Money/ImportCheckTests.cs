using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Money;
using Atkaruu.Modules.Money.Importing;
using Atkaruu.Modules.Plan;
using Atkaruu.Tests.Intake.Files;
using Atkaruu.Tests.Reporting;
using CsCheck;

namespace Atkaruu.Tests.Money;

public class ImportCheckTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    private static readonly DateOnly AsOf = new(2026, 10, 1);

    [Fact]
    public async Task An_excel_sheet_is_understood_whatever_stands_above_its_headings()
    {
        var file = MakeXlsx.Of(
            ["Казыналык, 2026-жыл"], [],
            ["Төлөнгөн күнү", "Иш-чаранын коду", "Суммасы, сом", "Булагы", "Алуучу", "Төлөм тапшырмасы"],
            [new DateOnly(2026, 5, 12), "CA-060", 30_000_000d, "Республикалык бюджет", "«Ысык-Суу» ЖЧК", "№ 14"],
            [46_237d, 60d, "12 900 000,50", "РБ", "", "№ 15"],
            ["Бардыгы", "", 42_900_000d]);

        var read = await ReadAsync(file);

        Assert.Empty(read.Bad);
        Assert.Equal([("CA-060", new DateOnly(2026, 5, 12), 30_000_000m), ("CA-060", new DateOnly(2026, 8, 3), 12_900_000.50m)], read.Rows.Select(r => (r.Measure!.Code, r.Date!.Value, r.Cash!.Value.Sum)));
        Assert.All(read.Rows, r => Assert.Equal(FundingSource.Republican, r.Source));
        Assert.Equal([4, 5], read.Rows.Select(r => r.Raw.Row));
    }

    public static TheoryData<string, string> Texts => new()
    {
        { "utf-8", ";" }, { "utf-8", "," }, { "utf-8", "\t" }, { "utf-16", ";" }, { "utf-16BE", "\t" }, { "windows-1251", ";" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_file_is_understood_in_the_encodings_and_with_the_signs_of_the_trade(string encoding, string sign)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[][] rows = [["Код мероприятия", "Дата платежа", "Сумма", "Источник", "Документ"], ["CA-060", "12.05.2026", "\"30 000 000,00\"", "Республиканский бюджет", "\"акт «О \"\"сумме\"\"»\""], ["60", "2026-08-03", "\"12,900,000.50\"", "местный бюджет", "№ 15"]];
        var (letters, text) = (Encoding.GetEncoding(encoding), string.Join("\r\n", rows.Select(r => string.Join(sign, r))));

        var read = await ReadAsync([.. encoding == "windows-1251" ? [] : letters.GetPreamble(), .. letters.GetBytes(encoding == "windows-1251" ? text.Replace("№", "N", StringComparison.Ordinal) : text)]);

        Assert.Empty(read.Bad);
        Assert.Equal([30_000_000m, 12_900_000.50m], read.Rows.Select(r => r.Cash!.Value.Sum));
        Assert.Equal("акт «О \"сумме\"»", read.Rows[0].Raw.Document);
        Assert.Equal([FundingSource.Republican, FundingSource.Local], read.Rows.Select(r => r.Source!.Value));
    }

    [Theory]
    [InlineData("CA-999;01.05.2026;100;РБ", ImportColumn.Measure, "import.wrong.measure")]
    [InlineData(";01.05.2026;100;РБ", ImportColumn.Measure, "import.wrong.no-measure")]
    [InlineData("CA-060;31.02.2026;100;РБ", ImportColumn.Date, "import.wrong.date")]
    [InlineData("CA-060;;100;РБ", ImportColumn.Date, "import.wrong.no-date")]
    [InlineData("CA-060;05.05.2027;100;РБ", ImportColumn.Date, "import.wrong.after")]
    [InlineData("CA-060;02.10.2026;100;РБ", ImportColumn.Date, "import.wrong.after")]
    [InlineData("CA-060;01.05.1998;100;РБ", ImportColumn.Date, "import.wrong.early")]
    [InlineData("CA-060;01.05.2026;1e308;РБ", ImportColumn.Sum, "money.sum.text")]
    [InlineData("CA-060;01.05.2026;-100;РБ", ImportColumn.Sum, "money.sum.negative")]
    [InlineData("CA-060;01.05.2026;1,250;РБ", ImportColumn.Sum, "money.sum.two-ways")]
    [InlineData("CA-060;01.05.2026;=SUM(A1:A9);РБ", ImportColumn.Sum, "money.sum.text")]
    [InlineData("CA-060;01.05.2026;0;РБ", ImportColumn.Sum, "money.rule.positive")]
    [InlineData("CA-060;01.05.2026;100;Биткоин", ImportColumn.Source, "import.wrong.source")]
    [InlineData("CA-060;01.05.2026;100;", ImportColumn.Source, "import.wrong.no-source")]
    [InlineData("CA-060;01.05.2026;100;РБ;BTC", ImportColumn.Currency, "import.wrong.currency")]
    [InlineData("CA-060;01.05.2026;100;РБ;;ПРИМЕР № 14", ImportColumn.Document, "import.wrong.example")]
    [InlineData("CA-060;01.05.2026;100;РБ;;a\u202egpj", ImportColumn.Document, "money.rule.hidden")]
    [InlineData("CA-060;01.05.2026;100;РБ;;\u0001", ImportColumn.Document, "money.rule.hidden")]
    public async Task Each_thing_wrong_is_said_beside_its_row_and_column(string row, ImportColumn column, string key)
    {
        var read = await ReadAsync(Csv("Код;Дата;Сумма;Источник;Валюта;Документ", "CA-001;01.05.2026;50;РБ;;№ 1", row));

        var wrong = Assert.Single(Assert.Single(read.Bad).Wrong);
        Assert.Equal((column, key, 3), (wrong.Column, wrong.What.Key, read.Bad.Single().Raw.Row));
        Assert.Single(read.Taken);
    }

    [Fact]
    public async Task A_row_with_several_faults_tells_them_all() =>
        Assert.Equal([ImportColumn.Measure, ImportColumn.Date, ImportColumn.Sum, ImportColumn.Source], Assert.Single((await ReadAsync(Csv("Код;Дата;Сумма;Источник", "X;Y;Z;W"))).Bad).Wrong.Select(w => w.Column!.Value));

    [Fact]
    public async Task A_formula_is_never_worked_out_only_its_kept_value_is_taken()
    {
        var read = await ReadAsync(MakeXlsx.Of(
            ["Код", "Дата", "Сумма", "Источник"],
            ["CA-060", "01.05.2026", new MakeXlsx.Formula("1000*2", "2000"), "РБ"],
            ["CA-060", "01.06.2026", new MakeXlsx.Formula("HYPERLINK(\"http://example.org\")", null), "РБ"]));

        Assert.Equal(2000m, Assert.Single(read.Taken).Cash!.Value.Sum);
        Assert.Equal("import.wrong.formula", Assert.Single(Assert.Single(read.Bad).Wrong).What.Key);
    }

    [Fact]
    public async Task What_an_earlier_import_brought_is_known_and_the_rest_is_new()
    {
        var plan = await reading.App.PlanAsync();
        var measure = plan.Measure("CA-060")!.Id;
        var rows = ImportFile.Read(Csv("Код;Дата;Сумма;Источник;Документ", "CA-060;01.05.2026;100;РБ;№ 1", "CA-060;01.05.2026;100;РБ;№ 1", "CA-060;01.06.2026;100;РБ;№ 2"));

        var read = ImportCheck.Read(rows, new(plan, AsOf, null, [Some.Imported(measure, 100, new(2026, 5, 1))]));

        Assert.Equal([true, false, false], read.Rows.Select(r => r.Known));
        Assert.Equal([null, 2, null], read.Rows.Select(r => r.SameAs));
    }

    [Theory]
    [InlineData("Сумма, млн сом", "import.rule.thousands")]
    [InlineData("Суммасы (миң сом)", "import.rule.thousands")]
    [InlineData("Бир нерсе", "import.rule.missing")]
    [InlineData("Дата", "import.rule.twice")]
    public void Headings_that_mislead_are_refused(string heading, string key) => Refuses(key, Csv($"Код;Дата;{heading}", "CA-060;01.05.2026;100"));

    [Fact]
    public void Files_that_are_none_are_refused_with_a_sentence()
    {
        Refuses("import.rule.empty", []);
        Refuses("import.rule.no-heading", Csv("бир;эки", "үч;төрт"));
        Refuses("import.rule.no-rows", Csv("Код;Дата;Сумма"));
        Refuses("import.rule.kind", "%PDF-1.7 payments"u8.ToArray());
        Refuses("import.rule.old-excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        Refuses("import.rule.kind", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3]);
        Refuses("import.rule.kind", MakeZip.Word("<w:document xmlns:w='w'/>"));
        Refuses("import.rule.size", new byte[ImportLimits.Bytes + 1]);
        Refuses("import.rule.quote", Csv("Код;Дата;Сумма", "CA-060;\"01.05.2026;100"));
        Refuses("import.rule.rows", Csv("Код;Дата;Сумма", [.. Enumerable.Repeat("CA-060;01.05.2026;100", ImportLimits.Rows + 1)]));
        Refuses("import.rule.columns", Csv("Код;Дата;Сумма" + new string(';', 500), "CA-060;01.05.2026;100"));
        Refuses("import.rule.cell", Csv("Код;Дата;Сумма", "CA-060;01.05.2026;" + new string('9', 5_000)));
    }

    [Fact]
    public void A_zip_that_swells_is_refused() =>
        Refuses("intake.bomb", MakeZip.Sheet(Encoding.UTF8.GetBytes("<worksheet><sheetData>" + new string(' ', 70 << 20) + "</sheetData></worksheet>")));

    [Fact]
    public async Task The_template_is_read_but_its_example_is_not_taken()
    {
        var plan = await reading.App.PlanAsync();
        foreach (var language in (string[])["ky", "ru", "en"])
        {
            var read = ImportCheck.Read(ImportFile.Read(ImportTemplate.Write(new(language), plan, AsOf)), new(plan, AsOf, null, []));
            Assert.Equal("import.wrong.example", Assert.Single(Assert.Single(read.Bad).Wrong).What.Key);
        }
    }

    [Fact]
    public async Task Every_way_it_says_no_has_a_text()
    {
        var plan = await reading.App.PlanAsync();
        Gen.Select(Gen.String[0, 20], Gen.String[0, 12], Gen.String[0, 12], Gen.String[0, 6]).List[1, 5].Sample(rows =>
        {
            var read = ImportCheck.Read([.. rows.Select((r, i) => new RawRow(i, r.Item1, r.Item2, r.Item3, r.Item4, r.Item1, r.Item2, r.Item3))], new(plan, AsOf, null, []));
            foreach (var wrong in read.Bad.SelectMany(b => b.Wrong)) Assert.NotEmpty(Atkaruu.Web.Texts.All.Say("ky", wrong.What));
        }, iter: 500);
    }

    [Fact]
    public void Any_bytes_are_a_table_or_a_sentence() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        try
        {
            _ = ImportFile.Read(bytes);
        }
        catch (RuleException no)
        {
            Assert.NotEmpty(Atkaruu.Web.Texts.All.Say("ru", no.Sentence));
        }
    }, iter: 3_000);

    [Fact]
    public void Any_text_is_a_table_or_a_sentence() => Gen.Int[0, 8].Select(n => (string[])["Код", ";", "\n", "\"", "Дата", "Сумма", "CA-060", ",", "\r"] is var signs ? signs[n] : "").List[0, 60].Sample(pieces =>
    {
        try
        {
            _ = ImportFile.Read(Encoding.UTF8.GetBytes(string.Concat(pieces)));
        }
        catch (RuleException)
        {
        }
    }, iter: 3_000);

    private async Task<ImportReading> ReadAsync(byte[] file) => ImportCheck.Read(ImportFile.Read(file), new(await reading.App.PlanAsync(), AsOf, null, []));

    private static void Refuses(string key, byte[] file) => Assert.Equal(key, Assert.ThrowsAny<RuleException>(() => ImportFile.Read(file)).Sentence.Key);

    internal static byte[] Csv(string head, params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(head)));
}
