using System.Globalization;
using Atkaruu.Kernel;

namespace Atkaruu.Web;

/// <summary>
/// Fills the places of a text as its language wants them. Beyond the usual formats a place may ask for
/// a word in the right number, <c>{0} {0:|мероприятие|мероприятия|мероприятий}</c>, and, in Kyrgyz, for the ending of
/// a figure, <c>{0:^и}</c> → 8и, <c>{0:^га}</c> → 30.09.2026га; and a share of 0…1 for its per cent, <c>{0:%}</c> → 64 %.
/// </summary>
internal sealed class TextFormat(string language) : IFormatProvider, ICustomFormatter
{
    private readonly CultureInfo _culture = Texts.Cultures[language];

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : _culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format switch
    {
        ['|', .. var forms] => Plural(forms.Split('|'), Convert.ToDecimal(arg, _culture)),
        ['^', .. var sample] => Plain(null, arg) + (language == "ky" ? Kyrgyz.Ending(LastNumber(arg), sample) : ""),
        "%" => arg is null ? "" : Shares.Percent(Convert.ToDecimal(arg, CultureInfo.InvariantCulture)).ToString(_culture) + "\u00a0%",
        _ => Plain(format, arg),
    };

    private string Plain(string? format, object? arg) => arg switch
    {
        null => "",
        Span span => new PageText(language).SpanName(span),
        Message message => Texts.All.Say(language, message),
        Words words => words.In(language),
        IEnumerable<Words> many => string.Join(", ", many.Select(words => words.In(language))),
        DateOnly day => day.ToString(format ?? "dd.MM.yyyy", _culture),
        DateTime moment => moment.ToString(format ?? "dd.MM.yyyy", _culture),
        decimal number => number.ToString(format ?? "#,0.####", _culture),
        IFormattable number => number.ToString(format, _culture),
        _ => arg.ToString() ?? "",
    };

    /// <summary>What is read last: the year of a date.</summary>
    private static long LastNumber(object? arg) => arg switch
    {
        DateOnly day => day.Year,
        DateTime moment => moment.Year,
        _ => Convert.ToInt64(arg, CultureInfo.InvariantCulture),
    };

    /// <summary>Kyrgyz keeps the singular after a numeral, English has two forms, Russian three (CLDR plural rules).</summary>
    private string Plural(string[] forms, decimal number)
    {
        var form = language switch
        {
            "ru" => Russian(number),
            "en" => number == 1 ? 0 : 1,
            _ => 0,
        };
        return forms[Math.Min(form, forms.Length - 1)];
    }

    private static int Russian(decimal number)
    {
        if (number != decimal.Truncate(number)) return 1;
        var (ones, hundreds) = ((int)(Math.Abs(number) % 10), (int)(Math.Abs(number) % 100));
        return ones switch
        {
            1 when hundreds != 11 => 0,
            >= 2 and <= 4 when hundreds is < 12 or > 14 => 1,
            _ => 2,
        };
    }
}
