using Atkaruu.Data;

namespace Atkaruu.Modules.People;

/// <summary>
/// Open work of one kind that goes from one person to another when somebody leaves. Each module that keeps such work
/// registers its own: <c>services.AddScoped&lt;IHandover, …&gt;()</c>. People itself hands over the roles.
/// </summary>
public interface IHandover
{
    /// <summary>Key of the text that names this work with its number in {0}: «3 текшерүү».</summary>
    string Words { get; }

    /// <summary>How much of it there is.</summary>
    Task<int> CountAsync(Db db, Guid from, CancellationToken stop);

    /// <summary>Gives it all to the other by the entities' verbs; the caller saves. Says how much it was.</summary>
    Task<int> MoveAsync(Db db, Person from, Person to, CancellationToken stop);
}
