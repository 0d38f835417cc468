using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Atkaruu.Tests.Activity;

/// <summary>A small SMTP server that keeps what it is sent; it can be told to refuse.</summary>
internal sealed class SmtpCatcher : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpCatcher()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    public List<MimeMessage> Letters { get; } = [];

    /// <summary>Takes the letter, and then the line breaks before the answer: what a program that is killed in between has done.</summary>
    public bool HangsUpAfterTaking { get; set; }
    public bool Refuses { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // the other side hung up
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO": await writer.WriteLineAsync("250-catcher\r\n250 8BITMIME"); break;
                case "MAIL" when Refuses: await writer.WriteLineAsync("451 not now"); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Letters.Add(await ReadAsync(reader));
                    if (HangsUpAfterTaking) return;
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 ok"); break;
            }
    }

    private static async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        using var raw = new MemoryStream();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            raw.Write(Encoding.Latin1.GetBytes((line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line) + "\r\n"));
        raw.Position = 0;
        return await MimeMessage.LoadAsync(raw);
    }
}
