using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Reporting;

/// <summary>What a warning says to people: the numbers it is about are in the sentence.</summary>
public static class WarningWords
{
    public static Message Say(Warning warning)
    {
        var key = Texts.All.Has(warning.Key) ? warning.Key : "warning.other";
        return warning is { Was: { } was, Is: { } now } && Texts.All.Has(key + ".numbers") ? new(key + ".numbers", was, now) : new(key);
    }
}
