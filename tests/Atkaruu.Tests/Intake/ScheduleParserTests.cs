using System.Globalization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Intake;
using Atkaruu.Web;
using CsCheck;

namespace Atkaruu.Tests.Intake;

public class ScheduleParserTests
{
    [Theory]
    // One year.
    [InlineData("2025-ж", "Year 2025-01-01 2025-12-31")]
    [InlineData("2025-ж.", "Year 2025-01-01 2025-12-31")]
    [InlineData("2025-жыл", "Year 2025-01-01 2025-12-31")]
    [InlineData("2025-\nжыл", "Year 2025-01-01 2025-12-31")]
    [InlineData("2025 жыл", "Year 2025-01-01 2025-12-31")]
    [InlineData("2025", "Year 2025-01-01 2025-12-31")]
    [InlineData("2026 г.", "Year 2026-01-01 2026-12-31")]
    [InlineData("2026 год", "Year 2026-01-01 2026-12-31")]
    [InlineData("в течение 2026 года", "Year 2026-01-01 2026-12-31")]
    [InlineData("2026-жыл ичинде", "Year 2026-01-01 2026-12-31")]
    [InlineData("2025-жылдын аягына чейин", "Year 2025-01-01 2025-12-31")]
    [InlineData("до конца 2025 года", "Year 2025-01-01 2025-12-31")]
    [InlineData("2026-2026", "Year 2026-01-01 2026-12-31")]
    // Several years.
    [InlineData("2025-2026", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025-2030-жылдар", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025-2030- \nжылдар", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025–2030-жылдары", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025—2030 жж.", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025−2030‑жылдар", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025-2030-жылдыр", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025-2027 жылдары", "Years 2025-01-01 2027-12-31")]
    [InlineData("2025-2026-жыл", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025-2026 г.г.", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025-2026 гг.", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025 - 2030", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025\u00a0–\u00a02030 годы", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025-26-жж.", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025/2026", "Years 2025-01-01 2026-12-31")]
    [InlineData("2025-ж. - 2027-ж.", "Years 2025-01-01 2027-12-31")]
    [InlineData("с 2025 по 2030 год", "Years 2025-01-01 2030-12-31")]
    [InlineData("2025-жылдан 2030-жылга чейин", "Years 2025-01-01 2030-12-31")]
    [InlineData("Программанын мөөнөтүндө", "Years 2025-01-01 2030-12-31")]
    [InlineData("весь период реализации программы", "Years 2025-01-01 2030-12-31")]
    // Quarters, halves, nine months.
    [InlineData("2026-жылдын IV кварталы", "Quarter 2026-10-01 2026-12-31")]
    [InlineData("2026- \nжылдын \nIV \nкварталы", "Quarter 2026-10-01 2026-12-31")]
    [InlineData("2026-жылдын 4-чейреги", "Quarter 2026-10-01 2026-12-31")]
    [InlineData("2026-жылдын биринчи чейрегинде", "Quarter 2026-01-01 2026-03-31")]
    [InlineData("2026-ж. үчүнчү чейреги", "Quarter 2026-07-01 2026-09-30")]
    [InlineData("IV квартал 2026 г.", "Quarter 2026-10-01 2026-12-31")]
    [InlineData("III квартал 2026 года", "Quarter 2026-07-01 2026-09-30")]
    [InlineData("ІІІ кв. 2026", "Quarter 2026-07-01 2026-09-30")]
    [InlineData("Ш квартал 2026 г.", "Quarter 2026-07-01 2026-09-30")]
    [InlineData("4 кв. 2026 г.", "Quarter 2026-10-01 2026-12-31")]
    [InlineData("второй квартал 2027 года", "Quarter 2027-04-01 2027-06-30")]
    [InlineData("II-III кварталы 2026 г.", "Quarter 2026-04-01 2026-09-30")]
    [InlineData("2026-жылдын II жана III кварталы", "Quarter 2026-04-01 2026-09-30")]
    [InlineData("1-полугодие 2026", "Quarter 2026-01-01 2026-06-30")]
    [InlineData("II полугодие 2026 г.", "Quarter 2026-07-01 2026-12-31")]
    [InlineData("2026-жылдын биринчи жарым жылдыгы", "Quarter 2026-01-01 2026-06-30")]
    [InlineData("2026-жылдын 2-жарым жылдыгында", "Quarter 2026-07-01 2026-12-31")]
    [InlineData("2026-жылдын 9 айында", "Quarter 2026-01-01 2026-09-30")]
    // Open.
    [InlineData("2026-", "OpenEnded 2026-01-01 null")]
    [InlineData("2026 –", "OpenEnded 2026-01-01 null")]
    [InlineData("2026-жылдан баштап", "OpenEnded 2026-01-01 null")]
    [InlineData("с 2026 года", "OpenEnded 2026-01-01 null")]
    [InlineData("начиная с 2026 г.", "OpenEnded 2026-01-01 null")]
    // Owed for ever.
    [InlineData("Жыл сайын", "EveryYear null null")]
    [InlineData("Жыл \nсайын", "EveryYear null null")]
    [InlineData("жылына", "EveryYear null null")]
    [InlineData("Ежегодно", "EveryYear null null")]
    [InlineData("Каждый год", "EveryYear null null")]
    [InlineData("2025-2027-жылдары жыл сайын", "EveryYear 2025-01-01 2027-12-31")]
    [InlineData("ежегодно, 2026-2028 гг.", "EveryYear 2026-01-01 2028-12-31")]
    [InlineData("Туруктуу негизде", "Continuous null null")]
    [InlineData("Туруктуу\nнегизде", "Continuous null null")]
    [InlineData("дайыма", "Continuous null null")]
    [InlineData("На постоянной основе", "Continuous null null")]
    [InlineData("постоянно, 2025-2026 гг.", "Continuous 2025-01-01 2026-12-31")]
    // Days and months.
    [InlineData("до 1 июня 2026 г.", "Date null 2026-06-01")]
    [InlineData("не позднее 15 августа 2026 года", "Date null 2026-08-15")]
    [InlineData("2026-жылдын 1-июнуна чейин", "Date null 2026-06-01")]
    [InlineData("2026-ж. 1-июнь", "Date null 2026-06-01")]
    [InlineData("01.06.2026", "Date null 2026-06-01")]
    [InlineData("01.06.26 г.", "Date null 2026-06-01")]
    [InlineData("2026-06-01", "Date null 2026-06-01")]
    [InlineData("01.06.2026 - 31.08.2026", "Date 2026-06-01 2026-08-31")]
    [InlineData("с 1 июня по 1 сентября 2026 г.", "Date 2026-06-01 2026-09-01")]
    [InlineData("2026-жылдын июну", "Date 2026-06-01 2026-06-30")]
    [InlineData("2026-жылдын июнь айы", "Date 2026-06-01 2026-06-30")]
    [InlineData("февраль 2028", "Date 2028-02-01 2028-02-29")]
    [InlineData("июнь-август 2026 г.", "Date 2026-06-01 2026-08-31")]
    [InlineData("2026-жылга чейин", "Date null 2026-12-31")]
    [InlineData("до 2027 года", "Date null 2027-12-31")]
    [InlineData("2026-жылдын II кварталына чейин", "Date null 2026-06-30")]
    [InlineData("до мая 2026 года", "Date null 2026-05-31")]
    public void A_deadline_is_read_without_a_doubt(string text, string expected)
    {
        var read = ScheduleParser.Read(text, 2025, 2030);
        Assert.Equal(expected, Shown(read.Schedule));
        Assert.Equal(text, read.Schedule.Text);
        Assert.Equal((1.0, ""), (read.Confidence, string.Join(' ', read.Notes.Select(n => n.Key))));
    }

    [Theory]
    [InlineData("2030-2025", "Years null null", "intake.schedule-backwards")]
    [InlineData("2025-2125", "Years null null", "intake.schedule-backwards")]
    [InlineData("IV квартал", "Quarter null null", "intake.schedule-no-year")]
    [InlineData("1 июня", "Date null null", "intake.schedule-no-year")]
    [InlineData("2025-ж., 2027-ж.", "Years 2025-01-01 2027-12-31", "intake.schedule-several")]
    [InlineData("2026-ж. II квартал, 2026-ж. IV квартал", "Quarter 2026-04-01 2026-12-31", "intake.schedule-several")]
    [InlineData("IV квартал 2025 г., 2027 г.", "Years 2025-10-01 2027-12-31", "intake.schedule-several")]
    [InlineData("2025-жыл (каражат бөлүнсө)", "Year 2025-01-01 2025-12-31", "intake.schedule-partly")]
    [InlineData("Чоң-Алай", "Missing null null", "intake.schedule-unread")]
    [InlineData("-", "Missing null null", "intake.schedule-unread")]
    [InlineData("31.02.2026", "Year 2026-01-01 2026-12-31", "intake.schedule-partly")]
    [InlineData("45.45.2026", "Year 2026-01-01 2026-12-31", "intake.schedule-partly")]
    [InlineData("2031-жыл", "Year 2031-01-01 2031-12-31", "intake.schedule-outside")]
    public void A_doubtful_deadline_says_why(string text, string expected, string note)
    {
        var read = ScheduleParser.Read(text, 2025, 2030);
        Assert.Equal(expected, Shown(read.Schedule));
        Assert.Equal(note, string.Join(' ', read.Notes.Select(n => n.Key)));
    }

    [Fact]
    public void A_blank_deadline_is_missing_and_no_doubt()
    {
        var read = ScheduleParser.Read(" \n ", 2025, 2030);
        Assert.Equal(Schedule.None, read.Schedule);
        Assert.Equal(1, read.Confidence);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void A_programme_without_years_has_no_whole_term() => Assert.Equal(ScheduleKind.Missing, ScheduleParser.Parse("Программанын мөөнөтүндө", null, null).Kind);

    [Fact]
    public void No_text_makes_the_parser_fail_and_no_end_lies_before_its_beginning() =>
        OneOf("2025", "2030", "1999", "-", "–", " ", "жыл", "-жылдар", "IV", "3", "квартал", "чейреги", "июнь", "31", "30.06.2026", "г.", "до", "чейин", "жыл сайын", "I", ".", ",", "99", "программанын мөөнөтү", "полугодие", "с", "по", "\n", "9 ай")
            .Array[0, 9].Select(string.Concat).Sample(text =>
            {
                var read = ScheduleParser.Read(text, 2025, 2030);
                Assert.True(read.Schedule.From is null || read.Schedule.To is null || read.Schedule.From <= read.Schedule.To, text);
                Assert.InRange(read.Confidence, 0, 1);
                foreach (var note in read.Notes) Assert.DoesNotContain('{', Texts.All.Say("ky", note));
            }, iter: 20_000);

    [Fact]
    public void Every_span_of_years_reads_back_however_it_is_written() =>
        Gen.Select(Gen.Int[1990, 2100], Gen.Int[1, 30], OneOf("-", "–", " - ", "- ", "—"), OneOf("", "-жылдар", "-жылдары", " жылдары", " гг.", " г.г.", " годы", "-жж.")).Sample((first, years, dash, tail) =>
            Assert.Equal(new(first, 1, 1), ScheduleParser.Parse($"{first}{dash}{first + years}{tail}", null, null) is { Kind: ScheduleKind.Years, To: { } to, From: { } from } && to == new DateOnly(first + years, 12, 31) ? from : default));

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Shown(Schedule schedule) => $"{schedule.Kind} {Day(schedule.From)} {Day(schedule.To)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "null";
}
