using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>From the words of a document to what they mean: schedules, bodies, sums, quantities, places. Changes no word.</summary>
public static class Understanding
{
    /// <summary>What a document says. Doubt lowers the confidence of a row and is said in its notes; it never throws for words it cannot read.</summary>
    /// <exception cref="IntakeException">More rows than any plan has.</exception>
    public static PlanDraft Understand(SourceDocument document, Vocabulary vocabulary)
    {
        var programme = ProgrammeLines.Read(document.Preamble, document.Closing);
        var reading = new RowReading(vocabulary, programme.FromYear, programme.ToYear);
        List<MeasureDraft> measures = [];

        foreach (var row in document.Rows)
        {
            if (row is SectionRow section) reading.Enter(section);
            else if (row is MeasureRow cells && reading.Read(cells, measures.Count + 1) is { } measure) measures.Add(measure);
            if (measures.Count > Limits.Measures) throw new IntakeException(new("intake.too-many-measures", Limits.Measures), row.Where);
        }
        return new(programme, measures, document);
    }
}
