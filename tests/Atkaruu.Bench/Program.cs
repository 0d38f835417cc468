using Atkaruu.Bench;

switch (args)
{
    case ["bare", .. var rest]: await Bare.ServeAsync(rest); return 0;
    case ["readers"]: return Readers.Run();
    default: Console.Error.WriteLine("usage: bare URL PATH FILE… | readers"); return 2;
}
