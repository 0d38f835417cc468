using System.Globalization;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Measures;

/// <summary>Days and acts as official papers write them out.</summary>
internal static class PaperDays
{
    /// <summary>«2026-жылдын 14-сентябры», «14 сентября 2026 года».</summary>
    public static string Long(this PageText text, DateOnly day) => text.Say("paper.day", Year(day), day.Day.ToString(CultureInfo.InvariantCulture), Month(text, day));

    /// <summary>
    /// An act by its body, day, number and kind: «Чоң-Алай райондук мамлекеттик администрациясынын 2026-жылдын 12-майындагы № 45 буйругу». Where number
    /// or day are not known, the document's own words.
    /// </summary>
    public static string Name(this PageText text, Act act)
    {
        if (act.Number is not { } number || act.Date is not { } day) return act.Text;
        var kind = act.Kind.StartsWith("токтом", StringComparison.OrdinalIgnoreCase) ? "decree" : "order";
        return text.Language == "ky"
            ? text.Say("paper.act." + kind, Genitive(act.Body), Year(day), day.Day.ToString(CultureInfo.InvariantCulture), Month(text, day) + (Month(text, day).EndsWith('и') ? "ндеги" : "ндагы"), number)
            : text.Say("paper.act." + kind, act.Body, Year(day), day.Day.ToString(CultureInfo.InvariantCulture), Month(text, day), number);
    }

    /// <summary>Of a body whose name ends in a possessive, as official names do: администрациясынын, кеңешинин.</summary>
    internal static string Genitive(string name)
    {
        var vowel = char.ToLowerInvariant(name.LastOrDefault(letter => "аеёиоөуүыэюя".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal))) switch
        {
            'и' or 'е' or 'э' => 'и',
            'о' or 'ё' or 'у' or 'ю' => 'у',
            'ө' or 'ү' => 'ү',
            _ => 'ы',
        };
        return $"{name}н{vowel}н";
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Month(PageText text, DateOnly day) => text.Say("paper.month." + day.Month.ToString(CultureInfo.InvariantCulture));
}
