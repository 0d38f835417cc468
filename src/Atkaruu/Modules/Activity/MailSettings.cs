using System.Globalization;
using Atkaruu.Kernel;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Atkaruu.Modules.Activity;

/// <summary>By which server letters go out, from whom, and where their links lead.</summary>
/// <param name="Host">Null: no letters are sent.</param>
/// <param name="Url">Address of this site, without a slash at its end; null: letters have no links.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From, string? Url)
{
    private const int Patience = 20_000; // milliseconds

    public bool IsOn => Host is not null;

    /// <summary>What stands behind the @ of a Message-Id.</summary>
    public string Domain => MailboxAddress.TryParse(From, out var address) && address.Domain.Length > 0 ? address.Domain : "localhost";

    public static MailSettings Of(IConfiguration configuration)
    {
        var host = configuration["ATKARUU_SMTP_HOST"] is { Length: > 0 } named ? named : null;
        var port = int.TryParse(configuration["ATKARUU_SMTP_PORT"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 587;
        var url = Uri.TryCreate(configuration["ATKARUU_URL"], UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.ToString().TrimEnd('/') : null;
        return new(host, port, configuration["ATKARUU_SMTP_USER"], configuration["ATKARUU_SMTP_PASSWORD"], configuration["ATKARUU_SMTP_FROM"] ?? "atkaruu@localhost", url);
    }

    /// <summary>A connection, signed in. A password never travels in the clear, except to this very machine.</summary>
    public async Task<SmtpClient> ConnectAsync(CancellationToken stop)
    {
        var client = new SmtpClient { Timeout = Patience };
        try
        {
            var here = Host is "localhost" or "127.0.0.1" or "::1";
            var security = Port == 465 ? SecureSocketOptions.SslOnConnect : User is { Length: > 0 } && !here ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable;
            await client.ConnectAsync(Host!, Port, security, stop);
            if (User is { Length: > 0 }) await client.AuthenticateAsync(User, Password ?? "", stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>An absolute link in the reader's language; null where the site's address is not set.</summary>
    public string? Link(string path, string language) => Url is null ? null : Url + (language == "ky" ? "" : "/" + language) + path;
}
