using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Atkaruu.Data;

namespace Atkaruu.Tests.BadDays;

/// <summary>The program as a process of its own, which can be killed as a power cut would.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Server> StartAsync(string folder, string? connection)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Program(), "serve", "--urls", address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing"; // no work of the timetable beside
        start.Environment[DataPlace.FolderVariable] = folder;
        if (connection is not null) start.Environment[DataPlace.DbVariable] = connection;
        else start.Environment.Remove(DataPlace.DbVariable);

        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var http = new HttpClient { BaseAddress = address };
        var began = Stopwatch.StartNew();
        while (true)
            try
            {
                if ((await http.GetAsync("/healthz/live")).IsSuccessStatusCode) return new(process, address);
            }
            catch (HttpRequestException) when (!process.HasExited && began.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(20);
            }
            catch (HttpRequestException)
            {
                process.Kill();
                throw new InvalidOperationException($"The program did not start: {said}");
            }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is tidied.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    /// <summary>Beside the tests, as it was built: a copy among them would lack its native libraries.</summary>
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Atkaruu", own.Name, "Atkaruu.dll");
    }

    public static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}