using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Intake.Checks;
namespace Atkaruu.Tests.Intake.Checks;
public class DevDump {
  [Fact] public void All() {
    using var w = new StreamWriter("/tmp/checks-out.txt");
    var fs = PlanChecks.Check(RealPlan.Draft, RealPlan.Vocabulary, RealPlan.Today);
    w.WriteLine(fs.Count);
    foreach (var f in fs) {
      w.WriteLine($"{f.Severity} {f.Code} [{string.Join(",", f.Ordinals)}] :: {string.Join(" | ", f.What.Args)}");
      foreach (var q in f.Quotes.Take(8)) w.WriteLine($"      {q.Ordinal} {q.Field}: " + Mark(q));
    }
  }
  static string Mark(Modules.Plan.Quote q) { var t = q.Text; foreach (var (s, l) in q.Marks.Reverse()) t = t[..s] + "[[" + t.Substring(s, l) + "]]" + t[(s + l)..]; return t; }
}
