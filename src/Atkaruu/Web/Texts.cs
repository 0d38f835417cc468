using System.Collections.Frozen;
using System.Globalization;
using Atkaruu.Kernel;
using YamlDotNet.Serialization;

namespace Atkaruu.Web;

/// <summary>
/// Everything this system says to people, in Kyrgyz, Russian and English. Each module keeps its texts beside its pages in
/// Texts.yaml, the three languages of a text side by side; a text without all three fails a test.
/// </summary>
public sealed class Texts
{
    public static readonly IReadOnlyList<string> Languages = ["ky", "ru", "en"];

    /// <summary>ky-KG, not ky: the neutral culture has no сом.</summary>
    public static readonly FrozenDictionary<string, CultureInfo> Cultures = new Dictionary<string, CultureInfo>
    {
        ["ky"] = Culture("ky-KG"),
        ["ru"] = Culture("ru-KG"),
        ["en"] = Culture("en-GB"),
    }.ToFrozenDictionary();

    public static readonly Texts All = Load();

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts;

    private Texts(Dictionary<string, Dictionary<string, string>> texts) =>
        _texts = texts.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenDictionary());

    public IEnumerable<string> Keys => _texts.Keys;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The raw text of a key in one language; null where it is missing.</summary>
    public string? Raw(string key, string language) => _texts.GetValueOrDefault(key)?.GetValueOrDefault(language);

    internal IEnumerable<string> LanguagesOf(string key) => _texts[key].Keys;

    /// <summary>A text with its places filled. Numbers and dates are written as the language writes them.</summary>
    /// <exception cref="KeyNotFoundException">No such text: a mistake of ours, found by the tests.</exception>
    public string Say(string language, string key, params object?[] args)
    {
        var text = Raw(key, language) ?? throw new KeyNotFoundException($"No text '{key}' in '{language}'.");
        return args.Length == 0 ? text : string.Format(new TextFormat(language), text, args);
    }

    public string Say(string language, Message message) => Say(language, message.Key, message.Args);

    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        return CultureInfo.ReadOnly(culture);
    }

    private static Texts Load()
    {
        var assembly = typeof(Texts).Assembly;
        var reader = new DeserializerBuilder().Build();
        Dictionary<string, Dictionary<string, string>> all = [];
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            foreach (var (key, text) in reader.Deserialize<Dictionary<string, Dictionary<string, string>>?>(stream) ?? [])
                if (!all.TryAdd(key, text)) throw new InvalidOperationException($"The text '{key}' is there twice; the second is in {resource}.");
        }
        return new(all);
    }
}
