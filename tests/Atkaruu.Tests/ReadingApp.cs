namespace Atkaruu.Tests;

/// <summary>One application for a whole class of tests that only read.</summary>
public sealed class ReadingApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public Browser Visitor => App.Visitor();

    public async ValueTask InitializeAsync() => App = await App.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
