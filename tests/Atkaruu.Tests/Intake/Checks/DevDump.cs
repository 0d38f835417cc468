using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Checks;
namespace Atkaruu.Tests.Intake.Checks;
public class DevDump {
  [Fact] public void All() {
    var sw = System.Diagnostics.Stopwatch.StartNew(); PlanChecks.Check(RealPlan.Draft, RealPlan.Vocabulary, RealPlan.Today); var t1 = sw.ElapsedMilliseconds; PlanChecks.Check(RealPlan.Draft, RealPlan.Vocabulary, RealPlan.Today); File.WriteAllText("/tmp/checks-time.txt", $"{t1} {sw.ElapsedMilliseconds}"); using var w = new StreamWriter("/tmp/checks-out.txt");
    var fs = PlanChecks.Check(RealPlan.Draft, RealPlan.Vocabulary, RealPlan.Today);
    w.WriteLine(fs.Count);
    foreach (var f in fs) {
      w.WriteLine($"{f.Severity} {f.Code} [{string.Join(",", f.Ordinals)}] :: {string.Join(" | ", f.What.Args)}");
      foreach (var q in f.Quotes.Take(8)) w.WriteLine($"      {q.Ordinal} {q.Field}: " + Mark(q));
    }
  }
  [Theory, InlineData("/tmp/heldout.txt"), InlineData("/tmp/heldout2.txt"), InlineData("/tmp/ours.txt")] public void Heldout(string f) {
    var ms = File.ReadAllLines(f).Select((l, i) => new MeasureDraft { Ordinal = i + 1, Number = null, Section = "", Task = "", Title = l, Schedule = Atkaruu.Kernel.Schedule.None, ExpectedResult = "", Responsible = Responsible.None }).ToList();
    var d = RealPlan.Draft with { Measures = ms, Programme = new("", null, null, null, []) };
    var fs = PlanChecks.Check(d, RealPlan.Vocabulary, RealPlan.Today);
    File.WriteAllLines(f+".out", fs.Select(f => $"{f.Severity} {f.Code} :: {string.Join(" | ", f.What.Args)}"));
    var k = KnownWords.Administrative;
    var un = ms.SelectMany(m => CheckedPlan.WordsOf(m.TitleCell())).Select(w => w.Lower).Distinct().ToList();
    File.AppendAllText(f+".out", un.Count + " UNKNOWN " + string.Join(" ", un.Where(w => !k.Knows(w))));
  }
  [Fact] public void Timing() {
    using var w = new StreamWriter("/tmp/checks-time.txt");
    var all = (System.Collections.Generic.IReadOnlyList<Check>)typeof(PlanChecks).GetField("All", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;
    for (var round = 0; round < 3; round++) {
      var t = Environment.CpuUsage.UserTime;
      var plan = new CheckedPlan(RealPlan.Draft, RealPlan.Vocabulary, RealPlan.Today);
      w.WriteLine($"plan {(Environment.CpuUsage.UserTime - t).TotalMilliseconds:0}");
      foreach (var c in all) { t = Environment.CpuUsage.UserTime; _ = c(plan).ToList(); var ms = (Environment.CpuUsage.UserTime - t).TotalMilliseconds; if (ms > 4) w.WriteLine($"{round} {c.Method.DeclaringType!.Name}.{c.Method.Name} {ms:0}"); }
    }
  }
  static string Mark(Modules.Plan.Quote q) { var t = q.Text; foreach (var (s, l) in q.Marks.Reverse()) t = t[..s] + "[[" + t.Substring(s, l) + "]]" + t[(s + l)..]; return t; }
}
