using Atkaruu.Kernel;

namespace Atkaruu.Modules.Evidence;

/// <summary>How much may be sent, and every way a file is refused.</summary>
public static class EvidenceRules
{
    /// <summary>The form field the sentences belong to.</summary>
    public const string Field = "Files";

    /// <summary>Bytes of one file, and of all files of one return.</summary>
    public const int MaxFile = 15 << 20, MaxTotal = 100 << 20;

    public const int MaxFiles = 20;

    /// <summary>Sides in pixels of the copy for everybody and of the small picture.</summary>
    public const int PublicSide = 2400, ThumbSide = 480;

    internal static RuleException Refused(string name, Message why) => new(new("evidence.refused", name, why), Field);
    internal static RuleException Refused(string name, string why, params object?[] args) => Refused(name, new Message(why, args));
    internal static RuleException TooMany() => new(new("evidence.rule.count", MaxFiles), Field);
    internal static RuleException TooMuch() => new(new("evidence.rule.total", MaxTotal >> 20), Field);
    internal static RuleException LongCaption() => new(new("evidence.rule.caption", Limits.Line), "Caption");
    internal static RuleException Removed() => new(new("evidence.rule.removed"));
    internal static RuleException Published() => new(new("evidence.rule.published"));
    internal static RuleException Closed() => new(new("evidence.rule.closed"));
}
