namespace Atkaruu.Modules.Intake.Text;

public static class TextPlanReader { public static SourceDocument Read(string text, string fileName) => throw new NotImplementedException(fileName + text.Length); }
