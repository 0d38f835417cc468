using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Atkaruu.Modules.Activity;

/// <summary>
/// Sends letters: what is urgent at once, the rest once on each working day. A letter is marked after the server has taken it;
/// killed in between, it goes out again with the same Message-Id. A server that does not answer is asked again later and later.
/// </summary>
public sealed class Post(Db db, MailSettings mail, QuietDays quiet, TimeProvider clock, ILogger<Post> log)
{
    public const string Letters = "letters", Digest = "digest";

    private const int AtOnce = 100, MaxNotices = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5), UrgentFor = TimeSpan.FromDays(2), NewsFor = TimeSpan.FromDays(7);
    private static int s_saidOff;

    /// <summary>One letter for each person with what they have not read; nothing on quiet days.</summary>
    public async Task MakeDigestsAsync(CancellationToken stop)
    {
        if (IsOff() || quiet.IsQuiet(clock.Today())) return;
        var since = clock.Now() - NewsFor;
        var waiting = await db.Notices.AsNoTracking().Where(n => !n.Urgent && n.MailedAt == null && n.ReadAt == null && n.CreatedAt > since).OrderBy(n => n.CreatedAt).ToListAsync(stop);
        await MakeAsync(waiting.GroupBy(n => n.PersonId).Select(g => (g.Key, $"digest:{clock.Today():yyyy-MM-dd}", g.ToList())), stop);
    }

    /// <summary>Makes letters of what is urgent and sends everything whose time has come.</summary>
    public async Task SendAsync(CancellationToken stop)
    {
        if (IsOff()) return;
        var since = clock.Now() - UrgentFor;
        var urgent = await db.Notices.AsNoTracking().Where(n => n.Urgent && n.MailedAt == null && n.ReadAt == null && n.CreatedAt > since).ToListAsync(stop);
        await MakeAsync(urgent.Select(n => (n.PersonId, $"urgent:{n.Id:N}", (List<Notice>)[n])), stop);

        var now = clock.Now();
        var due = await db.Letters.AsNoTracking().Where(l => l.SentAt == null && l.GivenUpAt == null && l.NextTryAt <= now).OrderBy(l => l.NextTryAt).Select(l => l.Id).Take(AtOnce).ToListAsync(stop);
        if (due.Count == 0) return;
        SmtpClient? server = null;
        try
        {
            foreach (var id in due)
                if (!await SendAsync(id, async () => server ??= await mail.ConnectAsync(stop), stop)) break; // the others wait for the next minute
        }
        finally
        {
            if (server?.IsConnected == true) await server.DisconnectAsync(quit: true, stop);
            server?.Dispose();
        }
    }

    private async Task MakeAsync(IEnumerable<(Guid Person, string Key, List<Notice> Notices)> letters, CancellationToken stop)
    {
        var all = letters.ToList();
        if (all.Count == 0) return;
        await using var whole = await db.BeginWriteAsync(stop);
        var (ids, keys) = (all.Select(l => l.Person).Distinct().ToList(), all.Select(l => l.Key).ToHashSet());
        var reachable = (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.State == PersonState.Active && p.Email != null).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        var mutes = (await db.Set<NoticeMute>().AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(stop)).Select(m => (m.PersonId, m.Kind)).ToHashSet();
        var made = (await db.Letters.AsNoTracking().Where(l => ids.Contains(l.PersonId) && keys.Contains(l.Key)).Select(l => new { l.PersonId, l.Key }).ToListAsync(stop)).Select(l => (l.PersonId, l.Key)).ToHashSet();
        foreach (var (person, key, notices) in all.Where(l => reachable.Contains(l.Person) && !made.Contains((l.Person, l.Key))))
        {
            List<Guid> said = [.. notices.Where(n => !mutes.Contains((person, n.Kind))).Take(MaxNotices).Select(n => n.Id)];
            if (said.Count > 0) db.Letters.Add(Letter.Of(person, key, said, clock.Now()));
        }
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    /// <returns>False when the server could not be reached, so that the others are not even tried.</returns>
    private async Task<bool> SendAsync(Guid id, Func<Task<SmtpClient>> connect, CancellationToken stop)
    {
        var now = clock.Now();
        if (await db.Letters.Where(l => l.Id == id && l.SentAt == null && l.NextTryAt <= now).ExecuteUpdateAsync(l => l.SetProperty(x => x.NextTryAt, now + Lease), stop) == 0)
            return true; // another node has it
        var letter = await db.Letters.SingleAsync(l => l.Id == id, stop);
        var notices = await db.Notices.Where(n => letter.Notices.Contains(n.Id)).ToListAsync(stop);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == letter.PersonId, stop);
        var reached = false;
        try
        {
            if (person is not { State: PersonState.Active, Email: not null } || notices.Count == 0) throw new RuleException(new("letter.nobody"));
            var server = await connect();
            reached = true;
            await server.SendAsync(LetterText.Write(letter, notices, person, mail, now), stop);
            letter.Sent(clock.Now());
            foreach (var notice in notices) notice.Mailed(clock.Now());
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(failure, "The letter {Letter} could not be sent; try {Try}", letter.MessageId, letter.Tries + 1);
            letter.Failed($"{failure.GetType().Name}: {failure.Message}", clock.Now());
            reached |= failure is RuleException or ParseException;
            if (failure is SmtpProtocolException or IOException) reached = false;
        }
        await db.SaveChangesAsync(stop);
        return reached;
    }

    private bool IsOff()
    {
        if (mail.IsOn) return false;
        if (Interlocked.Exchange(ref s_saidOff, 1) == 0) log.LogInformation("No letters are sent: ATKARUU_SMTP_HOST is not set");
        return true;
    }
}
