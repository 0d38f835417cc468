using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Atkaruu.Kernel;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Web;

/// <summary>
/// What a page says, in the language of its address; pages know it as <c>T</c>. <c>T["key", args]</c> is HTML, encoded, and takes
/// HTML in its places; <c>T.Say("key", args)</c> is the plain text.
/// </summary>
public sealed class PageText
{
    /// <summary>Leaves the letters of all languages as they are: Cyrillic written as numbers would treble every page.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public PageText() : this(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { }

    internal PageText(string language) => Language = Texts.Cultures.ContainsKey(language) ? language : "ky";

    /// <summary>ky, ru or en.</summary>
    public string Language { get; }

    public CultureInfo Culture => Texts.Cultures[Language];

    /// <summary>Compares names as a dictionary of this language orders them.</summary>
    public StringComparer Names => StringComparer.Create(Culture, CompareOptions.None);

    public IHtmlContent this[string key, params object?[] args] => Html(key, args);

    public IHtmlContent this[Message message] => Html(message.Key, message.Args);

    public string Say(string key, params object?[] args) => Texts.All.Say(Language, key, args);

    public string Say(Message message) => Texts.All.Say(Language, message);

    /// <summary>The document's or our own words in this language; Kyrgyz words on another page are marked as Kyrgyz.</summary>
    public IHtmlContent Words(Words words) => InLanguage(words.In(Language), words.LanguageIn(Language));

    /// <summary>As <see cref="Words"/>, with places where long Kyrgyz words may break: for narrow columns.</summary>
    public IHtmlContent Narrow(Words words) => InLanguage(words.In(Language), words.LanguageIn(Language), soft: true);

    /// <summary>Kyrgyz text of the document that has no translation, for a narrow column.</summary>
    public IHtmlContent Narrow(string kyrgyz) => InLanguage(kyrgyz, "ky", soft: true);

    /// <summary>Our own words for a narrow column.</summary>
    public IHtmlContent Narrow(string key, params object?[] args) => InLanguage(Say(key, args), Language, soft: true);

    /// <summary>The document's own Kyrgyz words, whatever the language of the page.</summary>
    public IHtmlContent Original(string kyrgyz) => InLanguage(kyrgyz, "ky");

    /// <summary>Whether <see cref="Words"/> shows an unofficial translation here.</summary>
    public bool IsTranslated(Words words) => words.LanguageIn(Language) != "ky";

    public string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day in Bishkek of a moment kept in UTC.</summary>
    public string Day(DateTime utc) => Day(DateOnly.FromDateTime(utc.InBishkek()));

    /// <summary>A deadline: the document's own words on a Kyrgyz page, what they mean on the others.</summary>
    public IHtmlContent Schedule(Schedule schedule) => Language == "ky" ? Original(schedule.Text) : schedule switch
    {
        { Kind: ScheduleKind.Years, From: { } from, To: { } to } => this["schedule.years", from.Year, to.Year],
        { Kind: ScheduleKind.Year, From: { } from } => this["schedule.year", from.Year],
        { Kind: ScheduleKind.Quarter, To: { } to } => this["schedule.quarter", (to.Month + 2) / 3, to.Year],
        { Kind: ScheduleKind.Date, To: { } to } => this["schedule.date", to],
        { Kind: ScheduleKind.EveryYear } => this["schedule.every-year"],
        { Kind: ScheduleKind.Continuous } => this["schedule.continuous"],
        { Kind: ScheduleKind.OpenEnded, From: { } from } => this["schedule.open", from.Year],
        _ => Original(schedule.Text),
    };

    /// <summary>«2026-жылдын III чейреги».</summary>
    public string SpanName(Span span) => Say(NameOf(span));

    public static Message NameOf(Span span) => new("span." + span.Kind.ToString().ToLowerInvariant(), span.Year, span.Number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" });

    public string Number(decimal number, int decimals = 0) => number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>«64 %» of a share of 0…1; a dash where there is none, which is not 0.</summary>
    public string Percent(decimal? share) => share is { } known ? string.Format(new TextFormat(Language), "{0:%}", known) : "–";

    /// <summary>«32,0 млн сом» from a million up, «450 000 сом» below; other currencies by their code.</summary>
    public string Sum(decimal sum, string currency = "KGS")
    {
        var unit = currency == "KGS" ? Say("sum.som") : currency;
        return sum >= 1_000_000 ? Say("sum.millions", Number(sum / 1_000_000, 1), unit) : Say("sum.whole", Number(sum), unit);
    }

    /// <summary>An amount with its unit, «270 км»; the unit is a code of <see cref="Units"/>.</summary>
    public string Quantity(decimal value, string unit, int decimals = 0) => Say("unit." + unit, decimal.Round(value, decimals));

    /// <summary>A unit by itself, as one chooses it: «орун», «мест».</summary>
    public string UnitWord(string unit) => Say("unit." + unit, 0)[1..].Trim();

    /// <summary>As <see cref="Narrow(Words)"/>, with what was looked for marked.</summary>
    public IHtmlContent Marked(Words words, SearchQuery search) => Marked(words.In(Language), search, words.LanguageIn(Language));

    public IHtmlContent Marked(string text, SearchQuery search, string language = "ky")
    {
        if (search.IsEmpty) return InLanguage(text, language, soft: true);
        var shown = Softened(text, language);
        return Spanned(WithMarks(shown, search.Marks(new SearchableText(shown))), language);
    }

    /// <summary>The document's own Kyrgyz words with some parts pointed at.</summary>
    public IHtmlContent Marked(string kyrgyz, IReadOnlyList<(int Start, int Length)> marks) => Spanned(WithMarks(kyrgyz, marks), "ky");

    private HtmlString InLanguage(string text, string language, bool soft = false) => Spanned(Encode(soft ? Softened(text, language) : text), language);

    private HtmlString Spanned(string html, string language) => new(language == Language ? html : $"<span lang=\"{language}\">{html}</span>");

    private static string Softened(string text, string language) => language == "ky" ? Kyrgyz.SoftHyphens(text) : text;

    private static string WithMarks(string text, IReadOnlyList<(int Start, int Length)> marks)
    {
        var (html, at) = (new StringBuilder(), 0);
        foreach (var (start, length) in marks)
        {
            html.Append(Encode(text[at..start])).Append("<mark>").Append(Encode(text.Substring(start, length))).Append("</mark>");
            at = start + length;
        }
        return html.Append(Encode(text[at..])).ToString();
    }

    internal static string Encode(string text) => Encoder.Encode(text).Replace("&#xAD;", "\u00ad", StringComparison.Ordinal);

    /// <summary>Texts without places are the same every time.</summary>
    private static readonly ConcurrentDictionary<(string Language, string Key), HtmlString> s_plain = new();

    private HtmlString Html(string key, object?[] args)
    {
        if (args.Length == 0) return s_plain.GetOrAdd((Language, key), static of => new(Encoder.Encode(Texts.All.Say(of.Language, of.Key))));
        if (!args.Any(arg => arg is IHtmlContent)) return new(Encoder.Encode(Say(key, args)));

        // Encode the sentence with a token in the place of each piece of HTML, then put the pieces in.
        object?[] tokens = [.. args.Select((arg, i) => arg is IHtmlContent ? Token(i) : arg)];
        var said = Encoder.Encode(Say(key, tokens));
        for (var i = 0; i < args.Length; i++)
            if (args[i] is IHtmlContent html) said = said.Replace(Token(i), Write(html), StringComparison.Ordinal);
        return new(said);
    }

    private static string Token(int place) => $"[[{place}]]";

    private static string Write(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
