using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;

namespace Atkaruu.Modules.Activity;

/// <summary>Stands in until the module of what happened is here.</summary>
public static class Reminders
{
    public static Task<int> AskAsync(Db db, Actor by, Period period, IReadOnlyCollection<string> bodies, TimeProvider clock, CancellationToken stop) =>
        Task.FromResult(bodies.Count);
}
