using System.Collections.Concurrent;
using System.Net;
using Atkaruu.Data;
using Atkaruu.Modules.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Tests.BadDays;

/// <summary>The power goes while 32 people send their returns.</summary>
public class KilledTests
{
    private const int Rounds = 20;

    [Fact]
    public async Task What_was_acknowledged_is_there_after_kill_9_and_nothing_is_half_done()
    {
        await using var reporters = await Reporters.GatherAsync();
        var (acknowledged, tried) = (new ConcurrentDictionary<Guid, string>(), new List<(int Who, Sent It)>());
        var chance = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await Server.StartAsync(reporters.Folder, reporters.Connection);
            foreach (var (who, it) in tried.TakeLast(Reporters.Count)) // after the last kill, every one that was on its way is sent again
            {
                var (status, to) = await reporters.SendAsync(server, who, it);
                Assert.Equal((HttpStatusCode.Redirect, it.Path), (status, to));
                Assert.Equal(to, acknowledged.GetOrAdd(it.Key, to!));
            }
            tried.AddRange(await SendUntilKilledAsync(reporters, server, acknowledged, TimeSpan.FromMilliseconds(150 + chance.Next(600))));
            await AssertWholeAsync(reporters, acknowledged.Keys);
        }

        await using var again = await Server.StartAsync(reporters.Folder, reporters.Connection);
        foreach (var (who, it) in tried)
            Assert.Equal((HttpStatusCode.Redirect, it.Path), await reporters.SendAsync(again, who, it));
        await AssertWholeAsync(reporters, [.. tried.Select(t => t.It.Key)]);
        Assert.Equal(tried.Count, await reporters.InDbAsync(db => db.Receipts.CountAsync()));
    }

    /// <summary>All that was sent in this round, the last one of each person last.</summary>
    private static async Task<IEnumerable<(int Who, Sent It)>> SendUntilKilledAsync(Reporters reporters, Server server, ConcurrentDictionary<Guid, string> acknowledged, TimeSpan after)
    {
        ConcurrentQueue<(int Who, Sent It)> answered = [], unanswered = [];
        var first = new TaskCompletionSource();
        var sending = Enumerable.Range(0, Reporters.Count).Select(async who =>
        {
            while (true)
            {
                Sent it;
                lock (reporters.Jobs) it = reporters.Jobs.Dequeue();
                try
                {
                    var (status, to) = await reporters.SendAsync(server, who, it);
                    Assert.Equal(HttpStatusCode.Redirect, status);
                    acknowledged[it.Key] = to!;
                    answered.Enqueue((who, it));
                    first.TrySetResult();
                }
                catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
                {
                    unanswered.Enqueue((who, it));
                    return;
                }
            }
        }).ToList();
        await Task.WhenAny(first.Task, Task.WhenAll(sending));
        await Task.Delay(after);
        await server.KillAsync();
        await Task.WhenAll(sending);
        return answered.Concat(unanswered);
    }

    private static Task<bool> AssertWholeAsync(Reporters reporters, ICollection<Guid> acknowledged) => reporters.InDbAsync(async db =>
    {
        var returns = await db.Returns.AsNoTracking().Include(r => r.Values).ToListAsync();
        Assert.All(returns, made => Assert.Equal((ReturnState.Submitted, 1), (made.State, made.Values.Count)));
        Assert.Empty(acknowledged.Except(returns.Select(r => r.WrittenWith!.Value)));

        var (answers, submitted, begun) = (await db.Receipts.Select(r => r.Answer).ToListAsync(), await ToAsync(db, "return.submitted"), await ToAsync(db, "return.begun"));
        var ids = returns.Select(r => r.Id).Order().ToList();
        Assert.Equal(ids, answers.Select(Guid.Parse).Order());
        Assert.Equal(ids, submitted);
        Assert.Equal(ids, begun);
        Assert.Null((await Audit.VerifyAsync(db)).Broken);
        return true;
    });

    private static async Task<List<Guid>> ToAsync(Db db, string what) => [.. (await db.Log.Where(l => l.What == what).Select(l => l.To).ToListAsync()).Order()];
}
