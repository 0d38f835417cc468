using System.Text.Json.Serialization;
using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;

namespace Atkaruu.Modules.Control.Meetings;

/// <summary>Why something is on the agenda: a sentence that is said in any language later, or somebody's own words.</summary>
public sealed record Why(string? Key, IReadOnlyList<WhyArg> Args, string? Words = null)
{
    public static Why Of(Message message) => new(message.Key, [.. message.Args.Select(WhyArg.Of)]);

    public static Why Of(string words) => new(null, [], words);

    [JsonIgnore]
    public Message Message => Key is null ? new("meeting.why.words", Words) : new(Key, [.. Args.Select(arg => arg.Value)]);
}

/// <summary>One thing in the places of the sentence; it may be a sentence itself.</summary>
public sealed record WhyArg(NoticeArg? Plain, Why? Said = null)
{
    [JsonIgnore]
    public object? Value => Said is null ? Plain?.Value : Said.Message;

    public static WhyArg Of(object? value) => value is Message message ? new(null, Why.Of(message)) : new(NoticeArg.Of(value));
}
