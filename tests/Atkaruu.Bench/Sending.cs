using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Atkaruu.Bench;

/// <summary>
/// Sends returns as browsers do: the page is opened for its form, the form is posted with its token as multipart, and the next is sent when
/// the answer is there. Bare sockets and bytes made beforehand, so that the load takes little of the cores it shares.
/// </summary>
internal static partial class Sending
{
    /// <param name="address">host:port.</param>
    /// <param name="folder">What <see cref="Scene"/> left.</param>
    /// <param name="from">The first of its jobs to send: each can be sent once.</param>
    public static async Task<int> RunAsync(string address, string folder, int from, int count, int together)
    {
        var cookies = await File.ReadAllLinesAsync(Path.Combine(folder, "cookies"));
        var jobs = (await File.ReadAllLinesAsync(Path.Combine(folder, "jobs"))).Skip(from).Take(count).ToArray();
        if (jobs.Length < count) throw new InvalidOperationException($"Only {jobs.Length} drafts are left.");

        var people = await Task.WhenAll(Enumerable.Range(0, together).Select(async at =>
        {
            var connection = await Connection.OpenAsync(address);
            var (form, token) = await OpenAsync(connection, address, jobs[at].Split('\t')[0], cookies[at]);
            var mine = jobs.Where((_, i) => i % together == at).Select(job => Post(address, job, $"{cookies[at]}; {form}", token)).ToArray();
            return (Connection: connection, Posts: mine);
        }));

        var times = new List<double>[together];
        var wrong = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(people.Select((person, at) => Task.Run(async () =>
        {
            times[at] = new(person.Posts.Length);
            foreach (var post in person.Posts)
            {
                var began = Stopwatch.GetTimestamp();
                var status = await person.Connection.AskAsync(post);
                times[at].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (status.Code != 302 && Interlocked.Increment(ref wrong) == 1) await Console.Error.WriteLineAsync($"{status.Code}\n{status.Text}");
            }
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"{count / seconds:0} {all[all.Count / 2]:0.0}ms {all[all.Count * 99 / 100]:0.0}ms {wrong}"));
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<(string Cookie, string Token)> OpenAsync(Connection connection, string address, string path, string cookie)
    {
        var page = await connection.AskAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address}\r\nX-Forwarded-Proto: https\r\nCookie: {cookie}\r\n\r\n"));
        if (page.Code != 200) throw new InvalidOperationException($"{path}: {page.Code}");
        return (FormCookie().Match(page.Text).Groups[1].Value, Token().Match(page.Text).Groups[1].Value);
    }

    private static byte[] Post(string address, string job, string cookie, string token)
    {
        var parts = job.Split('\t');
        const string Mark = "----AtkaruuBench";
        var body = new StringBuilder();
        Field("__RequestVerificationToken", token);
        Field("Key", Guid.NewGuid().ToString());
        Field("Version", parts[1]);
        Field("Done", "Мектептин чатырын жабуу аяктады, эки класстын терезелери алмаштырылды.");
        foreach (var name in (string[])["Problems", "Needs", "NeedsFrom", "NextStep", "Explanation", "NoChangeReason", "Latitude", "Longitude", "Accuracy"]) Field(name, "");
        for (var at = 0; at < 2; at++)
        {
            Field($"Values[{at}].Indicator", parts[2 + at]);
            Field($"Values[{at}].Value", (17 + at).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Field($"Values[{at}].NoData", "");
            Field($"Values[{at}].Explanation", "");
        }
        body.Append("--").Append(Mark).Append("--\r\n");
        var bytes = Encoding.UTF8.GetBytes(body.ToString());
        var head = Encoding.ASCII.GetBytes($"POST {parts[0]}?handler=Submit HTTP/1.1\r\nHost: {address}\r\nX-Forwarded-Proto: https\r\nCookie: {cookie}\r\n" +
            $"Content-Type: multipart/form-data; boundary={Mark}\r\nContent-Length: {bytes.Length}\r\n\r\n");
        return [.. head, .. bytes];

        void Field(string name, string value) => body.Append("--").Append(Mark).Append("\r\nContent-Disposition: form-data; name=\"").Append(name).Append("\"\r\n\r\n").Append(value).Append("\r\n");
    }

    [GeneratedRegex("[Ss]et-[Cc]ookie: (__Host-atkaruu-form=[^;]+)")]
    private static partial Regex FormCookie();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>One kept connection: asks, and reads the whole answer.</summary>
internal sealed class Connection(Socket socket)
{
    private readonly byte[] _buffer = new byte[1 << 20];

    public static async Task<Connection> OpenAsync(string address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Split(':')[0], int.Parse(address.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        return new(socket);
    }

    public async Task<(int Code, string Text)> AskAsync(byte[] request)
    {
        await socket.SendAsync(request);
        var have = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(have));
            if (read == 0) throw new IOException("The connection was closed.");
            have += read;
            var got = _buffer.AsSpan(0, have);
            var head = got.IndexOf("\r\n\r\n"u8);
            if (head < 0) continue;
            var headers = Encoding.Latin1.GetString(got[..head]);
            var at = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 ? have >= head + 4 + int.Parse(headers.AsSpan(at + 16).ToString().Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture) : got.EndsWith("0\r\n\r\n"u8))
                return (int.Parse(headers.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetString(got));
        }
    }
}
