using Atkaruu.Kernel;
using Atkaruu.Modules.Places;
using Atkaruu.Web;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>What the register shows, as rows and columns of a file: one row a measure, nothing merged, so that it can be sorted and summed.</summary>
internal static class RegisterTable
{
    private sealed record Column(string Head, Func<RegisterRow, object?> Value);

    /// <summary>The first row holds the headings. Cells are texts, whole numbers, days, or null.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(RegisterView register, PageText text)
    {
        var columns = Columns(register, text);
        yield return [.. columns.Select(column => column.Head)];
        foreach (var row in register.Answer.Rows) yield return [.. columns.Select(column => column.Value(row))];
    }

    private static List<Column> Columns(RegisterView register, PageText text)
    {
        var (plan, language) = (register.Plan, text.Language);
        List<Column> columns =
        [
            new(text.Say("register.head.code"), row => row.Measure.Code),
            new(text.Say("register.head.number"), row => row.Measure.Number),
            new(text.Say("register.head.section"), row => row.Section.Title.Ky),
            new(text.Say("register.head.task"), row => row.Task.Title.Ky),
            new(text.Say("register.head.title"), row => row.Measure.Title.Ky),
            new(text.Say("register.head.schedule"), row => row.Measure.Schedule.Text),
            new(text.Say("register.head.from"), row => row.Measure.Schedule.From),
            new(text.Say("register.head.to"), row => row.Measure.Schedule.To),
            new(text.Say("register.head.result"), row => row.Measure.ExpectedResult.Ky),
            new(text.Say("register.head.responsible"), row => row.Measure.ResponsibleText),
            new(text.Say("register.head.kind"), row => text.Say("kind." + row.Measure.Kind.ToString().ToLowerInvariant())),
            new(text.Say("register.head.lead"), row => plan.Lead(row.Measure)?.Name.In(language)),
            new(text.Say("register.head.bodies"), row => Join(row.Measure.Bodies.Select(part => plan.Body(part.Body)?.Name.In(language)))),
            new(text.Say("register.head.places"), row => Join(row.Measure.Places.Select(part => plan.Place(part.Place)).OfType<Place>().Select(place => place.Name.In(language)))),
            new(text.Say("register.head.state"), row => text.Say("status." + register.StateOf(row.Measure))),
            new(text.Say("register.head.reported"), row => Percent(plan.Reported(row.Measure)?.Share)),
            new(text.Say("register.head.verified"), row => Percent(plan.Reported(row.Measure)?.Verified)),
            new(text.Say("register.head.expected"), row => Percent(plan.Reported(row.Measure)?.Expected)),
            new(text.Say("register.head.this-year"), row => plan.Reported(row.Measure) is { ByYears: true } owed ? Percent(owed.Pace) : null),
            new(text.Say("register.head.reason"), row => plan.Reported(row.Measure) is { } reported ? text.Say(reported.Reason) : null),
            new(text.Say("register.head.findings"), row => Join(plan.FindingsOf(row.Measure).Select(finding => text.Say(finding.What)))),
        ];
        if (language != "ky") columns.Insert(5, new(text.Say("register.head.translation"), row => text.IsTranslated(row.Measure.Title) ? row.Measure.Title.In(language) : null));
        return columns;
    }

    /// <summary>Whole per cent; an empty cell where there is no share, which is not 0.</summary>
    private static int? Percent(decimal? share) => share is { } known ? Shares.Percent(known) : null;

    private static string Join(IEnumerable<string?> names) => string.Join("; ", names.OfType<string>());
}
