using Atkaruu.Kernel;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Reporting.Writing;
using Atkaruu.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Atkaruu.Modules.Papers.Workbooks;

/// <summary>One cell of the file: what was here, what it says, and why it was not taken where it was not.</summary>
internal sealed record OutcomeCell(string Cell, string Asked, string Old, string New, string? Why);

/// <summary>What became of a measure.</summary>
/// <param name="State">«Каралама», «Тапшырылды», or why nothing was written.</param>
internal sealed record OutcomeMeasure(string Name, string Path, string State, bool IsKept, bool IsSent, IReadOnlyList<string> Warnings, IReadOnlyList<OutcomeCell> Cells);

/// <summary>The receipt: what was taken from a file, by whom and when, cell by cell, in the language in which it was confirmed.</summary>
internal sealed record Outcome(string Body, string Period, string Book, string FileName, string By, DateTime At, IReadOnlyList<OutcomeMeasure> Measures, int Untouched, IReadOnlyList<string> Notes)
{
    private const string Purpose = "atkaruu.workbook.receipt";

    public int Kept => Measures.Count(m => m.IsKept);
    public int Sent => Measures.Count(m => m.IsSent);

    public static Outcome Of(IReadOnlyList<Taken> taken, Looked looked, string body, Actor by, PageText text, DateTime now) => new(
        body, text.SpanName(looked.File.Line.Period), looked.File.Line.Short, looked.FileName, by.Name, now,
        [.. taken.Where(t => t.Review.Is != BookState.Untouched).Select(t => Of(t, text))], taken.Count(t => t.Review.Is == BookState.Untouched),
        [.. looked.File.Notes.Select(n => text.Say(n.Say()))]);

    public string Seal(IDataProtectionProvider protection) => Sealed.Pack(protection, Purpose, this);

    public static Outcome? Open(IDataProtectionProvider protection, string? text) => Sealed.Unpack<Outcome>(protection, Purpose, text);

    private static OutcomeMeasure Of(Taken taken, PageText text)
    {
        var (review, words) = (taken.Review, taken.Review.Desk is { } desk ? new BookWords(desk, text) : null);
        var why = taken.IsKept ? null : text.Say(review.Is is BookState.Ready or BookState.Conflict ? new("book.left-by-choice") : review.Why ?? new("book.left-by-choice"));
        List<OutcomeCell> cells = [.. review.Changes.Select(c => new OutcomeCell(c.At.Cell, words!.Label(c.Asked), BookWords.Shown(text, c.Asked, c.Old), BookWords.Shown(text, c.Asked, c.New), why))];
        cells.AddRange(review.Flaws.Select(f => new OutcomeCell(f.At.Cell, text.Say("book.wrong-cell"), "", review.TextAt(f.At), text.Say(f.What))));
        var state = !taken.IsKept ? why! : taken.IsSent ? text.Say("book.state.sent") : taken.NotSent is { } not ? text.Say("book.state.draft-because", not) : text.Say("book.state.draft");
        return new(review.Desk is { } its ? BookWords.Numbered(its.Measure, text) : review.Part.Measure, review.Desk is { } d ? $"/write/{d.Period.Code}/{d.Measure.Code}/{d.Duty.Body.Code}" : "",
            state, taken.IsKept, taken.IsSent, taken.IsSent ? [.. review.Desk!.Return!.Warnings.Select(w => text.Say(WarningWords.Say(w)))] : [], cells);
    }
}
