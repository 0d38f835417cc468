namespace Atkaruu.Modules.Papers.Writing;

[Flags]
public enum RunLook
{
    Plain = 0,
    Bold = 1,
    Italic = 2,

    /// <summary>What an act took out: struck through.</summary>
    Struck = 4,

    /// <summary>What an act put in: underlined, so that it shows without colour.</summary>
    Inserted = 8,

    /// <summary>Second text: smaller contrast.</summary>
    Quiet = 16,
}

/// <summary>Words with one look.</summary>
public readonly record struct Run(string Text, RunLook Look = RunLook.Plain)
{
    /// <summary>Full address it leads to.</summary>
    public string? Link { get; init; }

    /// <summary>Its language where it is not that of the part: the document's own Kyrgyz words in a Russian paper.</summary>
    public string? Language { get; init; }

    /// <summary>Id of the state vocabulary (done, donelate, track, risk, late, silent, wait, pause, gone): its shape is drawn before the words.</summary>
    public string? State { get; init; }
}

/// <summary>A paragraph's words. A line break in a run is a line break on the paper.</summary>
public sealed record Prose(IReadOnlyList<Run> Runs)
{
    public static readonly Prose Empty = new([]);

    public string Plain => string.Concat(Runs.Select(run => run.Text));

    public bool IsEmpty => Runs.All(run => string.IsNullOrWhiteSpace(run.Text) && run.State is null);

    public static implicit operator Prose(string? text) => string.IsNullOrEmpty(text) ? Empty : new([new Run(text)]);

    public static implicit operator Prose(Run run) => new([run]);

    public static Prose Of(params Run[] runs) => new(runs);

    public static Prose Bold(string text) => new Run(text, RunLook.Bold);

    public static Prose State(string state, string words) => new Run(words) { State = state };

    public bool Equals(Prose? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);
}
