using Atkaruu.Kernel;

namespace Atkaruu.Modules.Papers;

/// <summary>Every way in which a paper says no.</summary>
public static class PaperRules
{
    public static RuleException NoSuch(PaperAbout what, string? code) => new(new("paper.rule.no-such." + Name(what), code ?? ""), "About");
    public static RuleException NoKind(string? kind, IEnumerable<string> known) => new(new("paper.rule.kind", kind ?? "", string.Join(", ", known)));
    public static RuleException NoPeriod(string? period) => new(new("paper.rule.period", period ?? ""), "Period");
    public static RuleException SayPeriod(string kind) => new(new("paper.rule.say-period", Named(kind)), "Period");
    public static RuleException SayAbout(string kind, PaperAbout what) => new(new("paper.rule.say-about." + Name(what), Named(kind)), "About");
    public static RuleException WrongFormat(string kind, PaperFormat format, IEnumerable<PaperFormat> formats) =>
        new(new("paper.rule.format", Named(kind), Word(format), string.Join(", ", formats.Select(Word))));
    public static RuleException NotPublic(string kind) => new(new("paper.rule.not-public", Named(kind)));
    public static RuleException NoLanguage(string? languages) => new(new("paper.rule.language", languages ?? ""));
    public static RuleException NoPlan() => new(new("plan.none"));
    public static RuleException NotNow(Paper paper) => new(new("paper.rule.not-now", paper.Code));
    public static RuleException NoFile() => new(new("paper.rule.no-file"), "File");
    public static RuleException TooLarge(int megabytes) => new(new("paper.rule.too-large", megabytes), "File");

    /// <summary>Others are being made; a moment later there is room.</summary>
    public static RuleException Busy() => new WaitException(new("paper.rule.busy"), 503);

    /// <summary>This one has asked for too many.</summary>
    public static RuleException TooMany() => new WaitException(new("paper.rule.many"), 429);

    public static string Name(PaperAbout what) => what.ToString().ToLowerInvariant();

    /// <summary>«pdf».</summary>
    public static string Word(this PaperFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Name of a kind.</summary>
    public static Message Named(string kind) => PaperWords.Kind(kind);

    private sealed class WaitException(Message sentence, int status) : RuleException(sentence)
    {
        public override int Status => status;
    }
}
