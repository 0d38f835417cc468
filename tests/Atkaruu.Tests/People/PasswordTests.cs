using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Atkaruu.Tests.People;

public sealed class PasswordTests(ReadingApp reading) : IClassFixture<ReadingApp>
{
    [Theory]
    [InlineData("кыска сөз 1", "people.password.short")]
    [InlineData("password1234", "people.password.common")]
    [InlineData("P@ssw0rd2026!", "people.password.common")]
    [InlineData("Пароль123456", "people.password.common")]
    [InlineData("gfhjkmgfhjkm12", "people.password.common")] // «парольпароль» on the other keyboard
    [InlineData("сырсөз2026ж!", "people.password.common")]
    [InlineData("кыргызстан2025", "people.password.common")]
    [InlineData("Kyrgyzstan31", "people.password.common")]
    [InlineData("qwertyuiop12", "people.password.row")]
    [InlineData("1qaz2wsx3edc", "people.password.row")]
    [InlineData("йцукенгшщзхъ", "people.password.row")]
    [InlineData("123456789012", "people.password.row")]
    [InlineData("aaaaaaaaaaaaaaaa", "people.password.row")]
    [InlineData("xk7xk7xk7xk7xk7", "people.password.row")]
    [InlineData("19901990199019", "people.password.row")]
    [InlineData("Токтогулова1987", "people.password.own")]
    [InlineData("toktogulova1987", "people.password.own")]
    [InlineData("chynara.chynara", "people.password.own")]
    [InlineData("ДароотКоргон24", "people.password.own")]
    [InlineData("atkaruu2026!!", "people.password.own")]
    public async Task What_is_guessed_first_is_refused_in_one_sentence(string password, string why)
    {
        var refusal = await CheckAsync(password);

        Assert.Equal(why, refusal?.Sentence.Key);
        Assert.Equal("Password", refusal?.Input);
    }

    [Theory]
    [InlineData(Entry.Password)]
    [InlineData(Entry.Another)]
    [InlineData("correct horse battery staple")]
    [InlineData("чалгын тасма үкөк")]
    [InlineData("f8#kQz!27vLp")]
    [InlineData("тоодогу кар качан эрийт билбейм")]
    [InlineData("the quick brown fox jumps over the lazy dog and then it sleeps for a long while")]
    public async Task What_is_ones_own_is_taken_whatever_it_is_made_of(string password) => Assert.Null(await CheckAsync(password));

    [Fact]
    public async Task Long_passwords_are_taken_whole() => Assert.Null(await CheckAsync("ышкырган шамал " + string.Concat(Enumerable.Range(0, 60).Select(i => (char)('а' + i * 7 % 31)))));

    [Fact]
    public async Task A_password_longer_than_a_page_of_text_is_refused() => Assert.Equal("people.password.long", (await CheckAsync(string.Concat(Enumerable.Range(0, 300).Select(i => (char)('а' + i * 7 % 31)))))?.Sentence.Key);

    [Fact]
    public void The_same_letters_typed_on_another_keyboard_are_the_same_password() => Assert.Equal(PasswordRules.Plain("й ё"), PasswordRules.Plain("и\u0306 е\u0308"));

    private async Task<RuleException?> CheckAsync(string password)
    {
        var person = Person.Invite("chynara", "Чынара Токтогулова", "AO-CHON-ALAY", []);
        return await Record.ExceptionAsync(() => new PasswordRules(reading.App.Services.GetRequiredService<PlanShelf>()).CheckAsync(person, password)) as RuleException;
    }
}
