using System.Collections.Concurrent;
using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Excel;
using Atkaruu.Modules.Papers.Writing.Word;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>
/// The folder in which an administration keeps its own letterhead and form (<c>ATKARUU_TEMPLATES</c>; data/templates/ unless set). A file is looked at when it is
/// first needed and again when it has changed: no restart. With a file that is refused no paper comes out in its format, and everybody is told why.
/// </summary>
public sealed class PaperTemplates(string folder)
{
    public const string Variable = "ATKARUU_TEMPLATES";

    private readonly ConcurrentDictionary<string, (DateTime Changed, long Length, object Template)> _looked = new(StringComparer.Ordinal);

    public string Folder => folder;

    /// <summary>The administration's letterhead; null where it has none.</summary>
    /// <exception cref="RuleException">It is there and cannot be used.</exception>
    public Letterhead? Letterhead => Take(TemplateFile.LetterheadName, Templates.Letterhead.Of);

    /// <summary>The administration's form of the execution table; null where it has none.</summary>
    /// <exception cref="RuleException">It is there and cannot be used.</exception>
    public ExecutionForm? ExecutionForm => Take(TemplateFile.FormName, Templates.ExecutionForm.Of);

    /// <summary>Which files are there and when each was last changed: another state, another look of papers.</summary>
    public string State => string.Join(';', new[] { TemplateFile.LetterheadName, TemplateFile.FormName }
        .Select(name => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? $"{name} {file.LastWriteTimeUtc.Ticks} {file.Length}" : ""));

    /// <summary>A paper in Word, on the letterhead where there is one.</summary>
    public void WriteWord(PaperDocument paper, Stream to) => WordWriter.Write(paper, to, Letterhead);

    /// <summary>A paper in Excel; in the administration's form where the paper has a table for it.</summary>
    public void WriteExcel(PaperDocument paper, Stream to)
    {
        if (Templates.ExecutionForm.TableOf(paper) is { } table && ExecutionForm is { } form) form.Write(paper, table, to);
        else ExcelWriter.Write(paper, to);
    }

    private T? Take<T>(string name, Func<TemplateFile, T> read) where T : class
    {
        var path = Path.Combine(folder, name);
        if (new FileInfo(path) is not { Exists: true } file) return null;
        if (_looked.TryGetValue(name, out var known) && (known.Changed, known.Length) == (file.LastWriteTimeUtc, file.Length)) return (T)known.Template;
        var template = read(TemplateFile.Read(path));
        _looked[name] = (file.LastWriteTimeUtc, file.Length, template);
        return template;
    }
}

public static class TemplatesModule
{
    public static void AddPaperTemplates(this IServiceCollection services) => services.TryAddSingleton(all =>
        new PaperTemplates(all.GetRequiredService<IConfiguration>()[PaperTemplates.Variable] is { Length: > 0 } folder ? folder : Path.Combine(all.GetRequiredService<DataPlace>().Folder, "templates")));
}
