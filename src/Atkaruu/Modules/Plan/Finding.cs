using System.Collections.ObjectModel;
using Atkaruu.Kernel;

namespace Atkaruu.Modules.Plan;

/// <summary>How much it matters. Error: cannot be carried out or reported as written. Warning: the text quarrels with itself. Note: worth knowing.</summary>
public enum Severity { Error, Warning, Note }

/// <summary>A cell of the official table.</summary>
public enum Field { Number, Task, Title, Schedule, Result, Responsible }

/// <summary>The exact words that a finding is about.</summary>
/// <param name="Ordinal">The measure's place in the plan, from 1; 0 for the document as a whole.</param>
/// <param name="Text">The whole cell.</param>
/// <param name="Marks">Parts of <paramref name="Text"/> to point at (start, length), in order, not overlapping.</param>
public sealed record Quote(int Ordinal, Field Field, string Text, IReadOnlyList<(int Start, int Length)> Marks);

/// <summary>Something wrong, or worth knowing, about a plan as written. The text itself is never changed by it.</summary>
/// <param name="Code">Stable name of the check: <c>schedule-missing</c>.</param>
/// <param name="What">One sentence: what is wrong. Its key is <c>finding.CODE</c>.</param>
/// <param name="Why">One sentence: why it matters. Its key is <c>finding.CODE.why</c>.</param>
/// <param name="Todo">One sentence: what to do. Its key is <c>finding.CODE.todo</c>.</param>
public sealed record Finding(
    string Code, Severity Severity, IReadOnlyList<int> Ordinals, Message What, Message Why, Message Todo, IReadOnlyList<Quote> Quotes)
{
    /// <summary>What to say of one row, where <see cref="What"/> speaks of many at once; by ordinal. Keys are <c>finding.CODE.row</c>.</summary>
    public IReadOnlyDictionary<int, Message> InRows { get; init; } = ReadOnlyDictionary<int, Message>.Empty;

    /// <summary>The sentence for the page of one measure.</summary>
    public Message WhatIn(int ordinal) => InRows.GetValueOrDefault(ordinal) ?? What;
}
