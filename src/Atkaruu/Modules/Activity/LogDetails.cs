using System.Globalization;
using System.Text.Json;

namespace Atkaruu.Modules.Activity;

/// <summary>
/// The details of a row of the log, read as they come: rows written by older versions stay for ever, so what is missing or of
/// another form is simply not there.
/// </summary>
public readonly struct LogDetails
{
    private readonly JsonElement _json;

    private LogDetails(JsonElement json) => _json = json;

    public static LogDetails Of(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return default;
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A part by its name, whatever its case; nothing when it is missing or null.</summary>
    public LogDetails this[string name]
    {
        get
        {
            if (_json.ValueKind != JsonValueKind.Object) return default;
            foreach (var property in _json.EnumerateObject())
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) return new(property.Value);
            return default;
        }
    }

    public bool IsThere => _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public bool IsTrue => _json.ValueKind == JsonValueKind.True;

    /// <summary>Text, or a number or day as text; null when it is nothing of the kind, or empty.</summary>
    public string? Text => _json.ValueKind switch
    {
        JsonValueKind.String => _json.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => _json.GetRawText(),
        _ => null,
    };

    public decimal? Number => _json.ValueKind == JsonValueKind.Number && _json.TryGetDecimal(out var number) ? number : null;

    public Guid? Id => _json.ValueKind == JsonValueKind.String && _json.TryGetGuid(out var id) ? id : null;

    public DateOnly? Day => Text is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A moment, UTC.</summary>
    public DateTime? Moment => _json.ValueKind == JsonValueKind.String && _json.TryGetDateTime(out var moment) ? moment.ToUniversalTime() : null;

    public IEnumerable<LogDetails> Items => _json.ValueKind == JsonValueKind.Array ? _json.EnumerateArray().Select(item => new LogDetails(item)).ToList() : [];

    public IEnumerable<(string Name, LogDetails Value)> Parts => _json.ValueKind == JsonValueKind.Object ? _json.EnumerateObject().Select(p => (p.Name, new LogDetails(p.Value))).ToList() : [];
}
