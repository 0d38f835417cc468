namespace Atkaruu.Modules.Intake;

/// <summary>Opens a file of any of the kinds in which administrations hold their plans. The kind is told by the content, not by the name.</summary>
public static class PlanReader
{
    /// <summary>A plan is some hundred kilobytes; scans and photographs are refused elsewhere.</summary>
    public const int MaxBytes = 30 * 1024 * 1024;

    /// <exception cref="IntakeException">Not a readable plan; one sentence says why.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> content, string fileName) => throw new NotImplementedException(fileName + content.Length);
}
