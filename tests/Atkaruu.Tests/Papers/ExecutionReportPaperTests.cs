using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Execution;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;
using Atkaruu.Tests.Reporting;

namespace Atkaruu.Tests.Papers;

/// <summary>Аткарылышы тууралуу маалымат: the signed table with what came of it, and nothing that is not so.</summary>
public sealed class ExecutionReportPaperTests
{
    [Fact]
    public async Task Its_title_is_that_of_the_plan_bent_into_an_official_sentence()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var paper = await Composed.OfAsync(app, "execution", null);

        Assert.Equal(
            "2025-2030-жылдарга Чон-Алай районунун социалдык-экономикалык өнүктүрүү программасын ишке ашыруу боюнча иш-чаралар планынын 2026-жылдын III чейрегинде аткарылышы тууралуу МААЛЫМАТ",
            paper.Blocks.OfType<Heading>().First(h => h.Level == 1).Text.Plain);
        Assert.Equal((await app.PlanAsync()).Edition.Act.Body, paper.Blocks.OfType<Paragraph>().First().Text.Plain);
        Assert.Equal((await app.PlanAsync()).Programme.Signers.Select(s => (s.Post, s.Name)), paper.Blocks.OfType<Signatures>().Single().Signers);
    }

    [Theory]
    [InlineData("планы", "планынын")]
    [InlineData("программасы", "программасынын")]
    [InlineData("иши", "ишинин")]
    [InlineData("тобу", "тобунун")]
    [InlineData("бөлүмү", "бөлүмүнүн")]
    [InlineData("план", null)]
    public void A_name_is_bent_by_its_last_vowel(string name, string? bent) => Assert.Equal(bent, OfficialWords.Genitive(name));

    [Fact]
    public async Task The_table_is_the_documents_own_with_its_six_headings_sections_tasks_and_measures_in_its_order()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var plan = await app.PlanAsync();
        var table = (await Composed.OfAsync(app, "execution", null)).Tables[0];

        Assert.Equal(plan.Programme.Headings, table.Columns.Take(6).Select(c => c.Head));
        Assert.Equal(12, table.Columns.Count);
        var rows = table.Rows.Where(r => r.Kind == RowKind.Plain).ToList();
        Assert.Equal(plan.Measures.Select(m => (m.Number ?? "", m.Title.Ky, m.Schedule.Text, m.ExpectedResult.Ky, m.ResponsibleText)),
            rows.Select(r => (Composed.Said(r.Cells[0]), Composed.Said(r.Cells[2]), Composed.Said(r.Cells[3]), Composed.Said(r.Cells[4]), Composed.Said(r.Cells[5]))));
        Assert.Equal(plan.Sections.Select(s => s.Title.Ky), table.Rows.Where(r => r.Kind == RowKind.Section).Select(r => Composed.Said(r.Cells[0])));
        Assert.Equal(plan.Measures.Select(m => plan.Task(m).Title.Ky).Distinct().Count(), rows.Select(r => Composed.Said(r.Cells[1])).Where(task => task.Length > 0).Distinct().Count());
        Assert.All(table.Rows, row => Assert.Equal(12, row.Cells.Sum(cell => cell.Span)));
    }

    [Fact]
    public async Task Where_nobody_has_told_it_says_why_and_never_nought()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);
        var paper = await Composed.OfAsync(app, "execution", Cast.Coordinator);
        var plan = await app.PlanAsync();

        foreach (var measure in plan.Measures.Where(m => m.Id != told.Works.Id && m.Id != told.Shared.Id))
        {
            var row = paper.RowOf(measure);
            Assert.NotEmpty(paper.Cell(row, "done"));
            Assert.Equal("–", paper.Cell(row, "share"));
            Assert.Null(row.Cells[8].Value);
        }
        var waiting = plan.Measures.First(m => m.Schedule.From > new DateOnly(2026, 12, 31));
        Assert.StartsWith("Мөөнөтү келе элек:", paper.Cell(paper.RowOf(waiting), "done"), StringComparison.Ordinal);
        Assert.Contains("Отчет күтүлүүдө, акыркы мөөнөтү", paper.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("Отчет түшкөн жок.", (await Composed.OfAsync(app, "execution", Cast.Coordinator)).Text, StringComparison.Ordinal);
        Assert.Contains("Бул мезгилдин отчеттору жарыялана элек.", (await Composed.OfAsync(app, "execution", null)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_stands_with_its_share_state_reason_and_next_step()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);
        var paper = await Composed.OfAsync(app, "execution", Cast.Coordinator);
        var row = paper.RowOf(told.Works);

        Assert.Equal(Told.OfWorks, paper.Cell(row, "done"));
        Assert.StartsWith("64\u00a0%", paper.Cell(row, "share"), StringComparison.Ordinal);
        Assert.Contains("текш.\u00a0–", paper.Cell(row, "share"), StringComparison.Ordinal);
        Assert.Contains("Цемент кымбаттады", paper.Cell(row, "next"), StringComparison.Ordinal);
        Assert.Contains("Чатырын жабуу", paper.Cell(row, "next"), StringComparison.Ordinal);
        Assert.Contains($"Чоң-Алай а/ө: {Told.OfChonAlay}", paper.Cell(paper.RowOf(told.Shared), "done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybodys_paper_has_only_what_is_published_and_no_paper_names_staff()
    {
        await using var app = await App.StartAsync();
        var told = await Told.AcceptedAsync(app);

        Assert.DoesNotContain(Told.OfWorks, (await Composed.OfAsync(app, "execution", null)).Text, StringComparison.Ordinal);
        var staff = (await Composed.OfAsync(app, "execution", Cast.Coordinator)).Text;
        Assert.Contains(Told.OfWorks, staff, StringComparison.Ordinal);
        Assert.All(Cast.All, who => Assert.DoesNotContain(who.Name, staff, StringComparison.Ordinal));
        await app.PublishAsync(told.Period);
        Assert.Contains(Told.OfWorks, (await Composed.OfAsync(app, "execution", null)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_this_moment_it_says_of_every_measure_what_the_register_says()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        await app.OpenPeriodAsync("2026-Q4");
        var paper = await Composed.OfAsync(app, "execution", null, period: "2026-Q4"); // not over yet: as of today, like the register
        var register = await app.Visitor().VisitAsync("/register");
        var text = new PageText("ky");

        foreach (var measure in (await app.PlanAsync()).Measures)
        {
            var (row, shown) = (paper.RowOf(measure), register.Html.QuerySelector($"#{measure.Code}")!);
            var state = shown.QuerySelector(".st")!.GetAttribute("data-s")!;
            Assert.StartsWith(text.Say("status." + state), paper.Cell(row, "state"), StringComparison.Ordinal);
            var share = paper.Cell(row, "share").Split('\n')[0];
            if (share != "–") Assert.Contains(share.Replace("\u00a0", "", StringComparison.Ordinal), shown.QuerySelector(".share")!.TextContent.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_headline_is_that_of_the_heads_screen_and_its_states_add_up_to_all()
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        await app.OpenPeriodAsync("2026-Q4");
        var paper = await Composed.OfAsync(app, "execution", Cast.Head, period: "2026-Q4");
        var head = await (await app.SignInAsync(Cast.Head)).VisitAsync("/head");

        var said = paper.Figures.Lines.ToDictionary(line => line.Name.Key, line => line.Value);
        Assert.Equal(head.Html.QuerySelector(".ak-tally .n")!.TextContent.Trim(), said["paper.said.executed"]);
        var states = paper.Blocks.OfType<Paragraph>().Single(p => p.Text.Plain.StartsWith("Иш-чаралардын абалы", StringComparison.Ordinal)).Text.Plain;
        Assert.Equal(80, System.Text.RegularExpressions.Regex.Matches(states, @"(\d+) иш-чара").Sum(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains($"({said["paper.said.late"]})", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_narrowed_to_the_measures_of_a_body_or_a_municipality()
    {
        await using var app = await App.StartAsync();
        await app.OpenPeriodAsync();
        var plan = await app.PlanAsync();
        var (body, place) = (plan.Body("RBBB")!, plan.AllMunicipalities.First());

        Assert.Equal(plan.Measures.Count(m => plan.HasPart(body, m)), Measures(await Composed.OfAsync(app, "execution", null, "RBBB")));
        Assert.Equal(plan.Measures.Count(m => plan.Municipalities(m).Contains(place)), Measures(await Composed.OfAsync(app, "execution", null, place.Code)));

        static int Measures(Composed paper) => paper.Tables[0].Rows.Count(r => r.Kind == RowKind.Plain);
    }

    [Theory]
    [InlineData("execution", null)]
    [InlineData("body", "RMA")]
    [InlineData("municipality", "41706259824000")]
    [InlineData("brief", null)]
    public async Task It_asks_the_database_few_times_however_many_measures(string kind, string? subject)
    {
        await using var app = await App.StartAsync();
        await Told.AcceptedAsync(app);
        await Composed.OfAsync(app, kind, Cast.Coordinator, subject); // plan, progress, works and money are at hand

        Assert.InRange(await app.Queries.CountAsync(() => Composed.OfAsync(app, kind, Cast.Coordinator, subject)), 1, 18); // four of them are the moment's
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Every_text_of_it_is_there_in_each_language(string language)
    {
        await using var app = await App.StartAsync();
        await Told.PublishedAsync(app);
        var paper = await Composed.OfAsync(app, "execution", Cast.Coordinator, language: language);

        Assert.Equal(language, paper.Part.Language);
        Assert.DoesNotMatch(@"\{\d|paper\.", paper.Text);
        if (language == "ru") Assert.Contains("ИНФОРМАЦИЯ об исполнении Плана мероприятий", paper.Text, StringComparison.Ordinal);
    }
}
