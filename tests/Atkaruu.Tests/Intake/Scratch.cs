using System.Reflection;
using Atkaruu.Modules.Intake.Pdf;
using Atkaruu.Modules.Intake.Tables;
namespace Atkaruu.Tests.Intake;
public class Scratch
{
    [Fact]
    public void Dump()
    {
        var file = Environment.GetEnvironmentVariable("F")!; var page = int.Parse(Environment.GetEnvironmentVariable("P")!, System.Globalization.CultureInfo.InvariantCulture);
        var layouts = (IReadOnlyList<PageLayout>)typeof(PdfPlanReader).GetMethod("Layouts", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [new ReadOnlyMemory<byte>(File.ReadAllBytes(file))])!;
        var o = new List<string>();
        var plain = RunningHeads.Without(layouts);
        foreach (var l in TextLines.Of(plain[page - 1].Glyphs).Take(60)) o.Add($"{l.Base:0.0} {l.Size:0.0} " + string.Join(" | ", l.Phrases.Select(p => $"[{p.Left:0}-{p.Right:0}] {p.Text}")));
        var (tables, _) = RuledTable.Find(plain[page - 1]);
        foreach (var t in tables) foreach (var r in t.Printed(page).Rows.Take(8)) o.Add("ROW " + string.Join(" | ", r.Cells.Select(c => $"[{c.Left:0}-{c.Right:0}{(c.FromAbove ? "^" : "")}] {c.Text.Replace('\n', '/')}")));
        foreach (var r in plain[page - 1].Rulings.Where(r => (r.IsLevel ? r.At : r.From) < 110)) o.Add("RUL " + r); if (AlignedHeading.Find(plain.Select(p => TextLines.Of(p.Glyphs)).ToList()) is { } h) o.Add($"HEAD page {h.Page} first {h.First} count {h.Count} edges {string.Join(' ', h.Edges.Select(e => $"{e:0}"))} " + string.Join(" | ", h.Map.Columns.Select(c => c.Role + ":" + c.Heading)));
        File.WriteAllLines("/tmp/office-dump.txt", o);
    }
}
