using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;

namespace Atkaruu.Modules.Papers;

/// <summary>One kind of paper: what is on it. How it looks in a format is the writers' business.</summary>
public abstract class PaperKind
{
    /// <summary>What commands and addresses say: execution, passport, bulletin…; <c>paper.kind.CODE</c> is its name.</summary>
    public abstract string Code { get; }

    public abstract PaperAbout About { get; }

    /// <summary>Whether it is about a period.</summary>
    public abstract bool HasPeriod { get; }

    public abstract IReadOnlyList<PaperFormat> Formats { get; }

    /// <summary>Whether everybody may have it, made from what is published.</summary>
    public virtual bool IsPublic => true;

    /// <summary>So much work that it is made in the background.</summary>
    public virtual bool IsLong => false;

    /// <summary>Narrower subjects that a paper about the programme also takes: the execution report of one body or municipality.</summary>
    public virtual IReadOnlyList<PaperAbout> AlsoAbout => [];

    /// <summary>What is on it, in one language.</summary>
    /// <param name="said">What it says, for <c>/verify</c>: it adds the few figures by which a reader sees whether the paper in the hand says the same.</param>
    /// <exception cref="RuleException">The subject or the period is not there.</exception>
    public abstract Task<PaperPart> ComposeAsync(PaperScene scene, string language, PaperSaid said, CancellationToken stop);
}

/// <summary>The figures a paper is known by: name (a text) and value as printed. Kept with its hash.</summary>
public sealed class PaperSaid
{
    private readonly List<(Message Name, string Value)> _lines = [];

    public IReadOnlyList<(Message Name, string Value)> Lines => _lines;

    /// <summary>Said once, however many languages the paper has.</summary>
    public void Add(Message name, string value)
    {
        if (!_lines.Exists(line => line.Name == name)) _lines.Add((name, value));
    }
}
