using Atkaruu.Modules.Intake;
namespace Atkaruu.Tests.Intake;
public class Dump
{
    [Fact] public void D()
    {
        var b = new BodyNames(TruePlan.Vocabulary); var p = new PlaceNames(TruePlan.Vocabulary);
        var w = System.Diagnostics.Stopwatch.StartNew();
        using var o = new StreamWriter("/tmp/dump.txt");
        foreach (var r in TruePlan.Rows)
        {
            var x = b.Read(r.Responsible);
            o.WriteLine($"{r.Ordinal}\t{x.Lead} [{string.Join(' ', x.Bodies)}] ? {string.Join(" | ", x.Unknown)} <- {r.Responsible}");
            var m = p.CodesIn(r.Title, r.Result);
            if (m.Count > 0) o.WriteLine($"\t{string.Join(", ", m.Select(c => TruePlan.Vocabulary.Places.First(q => q.Code == c).Name.Ky))} <- {r.Title} // {r.Result}");
            o.WriteLine("\t\t" + string.Join("; ", Quantities.In(r.Title).Concat(Quantities.In(r.Result)).Select(q => $"{q.Value} {q.Unit} «{q.Text}»")));
        }
        o.WriteLine(w.ElapsedMilliseconds);
    }
}
