using Atkaruu.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Atkaruu.Modules.People.Credentials;

/// <summary>
/// Checking a password is made slow on purpose, a tenth of a second of a whole core. All of it goes through here: on half
/// of the cores at most, with a short queue that holds no thread, so that a storm of sign-ins does not take the pages
/// with it. Strangers leave the last places to browsers that have signed in before.
/// </summary>
public sealed class HashGate(IPasswordHasher<Person> hasher) : IDisposable
{
    internal const int Strangers = 32, Everybody = 48;

    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobody = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));
    private int _inside;

    /// <summary>Checks a password; for somebody who is not there, or has none, the same work is done in vain.</summary>
    /// <exception cref="BusyException">The queue is full.</exception>
    public Task<PasswordVerificationResult> VerifyAsync(Person? person, string password, bool known, CancellationToken stop) => RunAsync(() =>
    {
        var result = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? _nobody.Value, PasswordRules.Plain(password));
        return person?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
    }, known, stop);

    public Task<string> HashAsync(Person person, string password, CancellationToken stop) => RunAsync(() => hasher.HashPassword(person, PasswordRules.Plain(password)), known: true, stop);

    public void Dispose() => _cores.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, bool known, CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > (known ? Everybody : Strangers)) throw new BusyException();
            await _cores.WaitAsync(stop);
            try
            {
                return await Task.Run(work, stop);
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}

/// <summary>Too many want to sign in at once; the page says so with status 503.</summary>
public sealed class BusyException() : RuleException(new("people.rule.busy"))
{
    public override int Status => 503;
}
