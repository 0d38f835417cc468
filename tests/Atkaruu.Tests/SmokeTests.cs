namespace Atkaruu.Tests;

public class SmokeTests
{
    [Fact]
    public void Texts_are_there() => Assert.Equal("Аткаруу", Web.Texts.All.Say("ky", "app.name"));
}
