using Atkaruu.Kernel;

namespace Atkaruu.Modules.Intake;

/// <summary>A file that cannot be read as a plan: one clear sentence, with the place where there is one.</summary>
/// <param name="where">«sheet 2, row 14», «page 3»; empty for the whole file.</param>
public sealed class IntakeException(Message sentence, string where = "") : RuleException(sentence, "File")
{
    public string Where { get; } = where;
}
