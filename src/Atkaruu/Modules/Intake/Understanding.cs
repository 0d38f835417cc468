namespace Atkaruu.Modules.Intake;

/// <summary>From the words of a document to what they mean: schedules, bodies, sums, quantities, places. Changes no word.</summary>
public static class Understanding
{
    public static PlanDraft Understand(SourceDocument document, Vocabulary vocabulary) => throw new NotImplementedException(document.FileName + vocabulary.District);
}
