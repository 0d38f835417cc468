using Atkaruu.Cli;

return await CommandLine.RunAsync(args);

/// <summary>Named for the tests, which start the whole application.</summary>
public partial class Program;
