namespace Atkaruu.Modules.Evidence;

/// <summary>Stands in until the module of evidence is here.</summary>
public sealed record EvidenceList(IReadOnlyList<EvidenceItem> Items, bool Restricted);
