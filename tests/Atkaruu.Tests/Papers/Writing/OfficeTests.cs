using System.Diagnostics;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Papers.Writing.Excel;
using Atkaruu.Modules.Papers.Writing.Word;

namespace Atkaruu.Tests.Papers.Writing;

/// <summary>An office program opens what we write. Without LibreOffice they are skipped, which is a failure in CI.</summary>
public sealed class OfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atkaruu-office-").FullName;

    [Fact]
    public void Texts_like_formulas_are_texts_in_an_office()
    {
        string[] texts = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A1", "=cmd|' /C calc'!A0", "_x0041_", "Ң Ө Ү"];
        var rows = texts.Select(text => new Row([new(text), Cell.Number(-7, "-7")]));
        var csv = Converted("table.xlsx", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false", file => ExcelWriter.Write(Specimen.Of([new Table([new("Текст", 1), new("Сан", 1)], [.. rows])]), file));
        string[] lines = [.. File.ReadAllLines(csv).Select(line => line.Replace("\"", "", StringComparison.Ordinal))];
        Assert.All(texts, text => Assert.Contains($"{text}\t-7", lines));
    }

    [Fact]
    public void A_document_opens_with_its_words_and_letters()
    {
        var text = Converted("paper.docx", "txt:Text (encoded):UTF8", file => WordWriter.Write(Specimen.All(), file));
        Assert.Contains(Specimen.Letters, File.ReadAllText(text), StringComparison.Ordinal);
    }

    private string Converted(string name, string format, Action<Stream> write)
    {
        var office = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui");
        var path = Path.Combine(_folder, name);
        using (var file = File.Create(path)) write(file);
        using var process = Process.Start(new ProcessStartInfo(office!, [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", format, "--outdir", _folder, path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), "LibreOffice does not answer");
        var made = Path.ChangeExtension(path, format[..format.IndexOf(':')]);
        Assert.True(File.Exists(made), process.StandardError.ReadToEnd());
        return made;
    }

    public void Dispose() => Directory.Delete(_folder, true);
}
