using Atkaruu.Kernel;
using Atkaruu.Modules.Plan;
using Atkaruu.Web;

namespace Atkaruu.Modules.People;

/// <summary>How far a role reaches, in words.</summary>
internal static class ScopeWords
{
    public static string Of(Scope scope, PlanInForce? plan, PageText text)
    {
        List<string> parts = [];
        if (scope.Body is { } body) parts.Add(plan?.Body(body)?.ShortName.In(text.Language) ?? body);
        if (scope.Municipality is { } place) parts.Add(plan?.Place(place)?.Name.In(text.Language) ?? place);
        if (scope.Section is { } section) parts.Add(plan?.Sections.FirstOrDefault(s => s.Id == section)?.Title.In(text.Language) ?? "?");
        if (scope.Measure is { } measure) parts.Add(measure);
        return parts.Count == 0 ? text.Say("people.scope.all") : string.Join(", ", parts);
    }
}

/// <summary>A browser as its owner would name it, from what it calls itself.</summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Name)[]
        Browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("YaBrowser", "Yandex"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")],
        Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string device, PageText text)
    {
        var known = new[] { Browsers, Systems }.Select(signs => signs.FirstOrDefault(s => device.Contains(s.Sign, StringComparison.Ordinal)).Name).OfType<string>().ToList();
        return known.Count > 0 ? string.Join(", ", known) : device.Length > 0 ? device : text.Say("people.session.unknown");
    }
}

internal static class PersonWords
{
    /// <summary>The shape of a person's state.</summary>
    public static string Shape(PersonState state) => state switch
    {
        PersonState.Active => "done",
        PersonState.Invited => "wait",
        _ => "pause",
    };
}
