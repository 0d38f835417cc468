using Atkaruu.Modules.People.Account;
using Atkaruu.Modules.People.Credentials;
using Atkaruu.Modules.People.Door;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Atkaruu.Modules.People;

/// <summary>Who works with the plan, how they come in, and what they may do.</summary>
public static class PeopleModule
{
    /// <summary>Rounds of PBKDF2 with SHA-512: a tenth of a second of one core.</summary>
    private const int Rounds = 210_000;

    public static void AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignIn();
        services.AddIdentityCore<Person>().AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Rounds);
        services.RemoveAll<IUserValidator<Person>>(); // Person.Invite knows what a login may be
        services.RemoveAll<IPasswordValidator<Person>>();
        services.Replace(ServiceDescriptor.Scoped<ILookupNormalizer, LowerCase>());
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>, PasswordHasher<Person>>());
        services.AddScoped<PasswordRules>();
        services.AddScoped<IPasswordValidator<Person>>(services => services.GetRequiredService<PasswordRules>());
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // the device asks for a finger, a face or a PIN: two factors in one
            options.ResidentKeyRequirement = "required";      // nobody types a login
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}");
        });
        services.AddScoped<PersonStore>();
        services.AddScoped<IUserStore<Person>>(services => services.GetRequiredService<PersonStore>());
        services.AddScoped<Passkeys>();
        services.AddScoped<OwnAccount>();
        services.AddSingleton<Steps>();
        services.AddSingleton<HashGate>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<Doorstep>();
        services.AddScoped<Door.Door>();
        services.AddSingleton<SeenSessions>();
        services.AddHostedService(services => services.GetRequiredService<SeenSessions>());
        services.AddOtherDoor(configuration);
        services.AddAntiforgery(options => options.Cookie = new SecureCookie { Name = "__Host-atkaruu-form", HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
    }

    public static void MapPeople(this IEndpointRouteBuilder app) => app.MapOtherDoor();

    private sealed class LowerCase : ILookupNormalizer
    {
        public string? NormalizeEmail(string? email) => email;
        public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();
    }

    /// <summary>Always Secure: the program stands behind a proxy that ends TLS, and browsers count localhost as secure.</summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
