using System.Text.RegularExpressions;
using Atkaruu.Modules.Intake.Checks;
namespace Atkaruu.Tests.Intake.Checks;
public class DevDump {
  [Fact] public void Unknown() {
    var words = File.ReadAllLines("Truth/cells.tsv").Skip(1).SelectMany(l => l.Split('\t')[2..]).SelectMany(c => Regex.Matches(c, @"\p{L}+").Select(m => m.Value.ToLowerInvariant())).Distinct().ToList();
    var k = KnownWords.Administrative;
    File.WriteAllText("/tmp/checks-unknown.txt", string.Join(' ', words.Where(w => !k.Knows(w)).Order()));
    File.WriteAllText("/tmp/checks-known.txt", string.Join(' ', words.Where(k.Knows).Order().Select(w => w + "=" + k.Stem(w))));
  }
}
