using System.Globalization;
using Atkaruu.Bench;

switch (args)
{
    case ["bare", .. var rest]: await Bare.ServeAsync(rest); return 0;
    case ["readers"]: return Readers.Run();
    case ["scene", var folder, var drafts]: return await Scene.MakeAsync(folder, int.Parse(drafts, CultureInfo.InvariantCulture));
    case ["send", var address, var folder, var from, var count, var together]:
        return await Sending.RunAsync(address, folder, int.Parse(from, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), int.Parse(together, CultureInfo.InvariantCulture));
    case ["country", var folder, var districts]: return await Country.MakeAsync(folder, int.Parse(districts, CultureInfo.InvariantCulture));
    case ["country-compute"]: return await Country.ComputeAsync();
    case ["papers"]: return await Papers.RunAsync();
    case ["coordinators", var folder, var count]: return await Scene.CoordinatorsAsync(folder, int.Parse(count, CultureInfo.InvariantCulture));
    default: Console.Error.WriteLine("usage: bare URL PATH FILE… | readers | scene FOLDER DRAFTS | send HOST:PORT FOLDER FROM COUNT TOGETHER | country FOLDER DISTRICTS | country-compute | papers | coordinators FOLDER COUNT"); return 2;
}
