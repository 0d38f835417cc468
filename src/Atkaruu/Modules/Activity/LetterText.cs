using System.Globalization;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.People;
using Atkaruu.Web;
using MimeKit;
using MimeKit.Utils;

namespace Atkaruu.Modules.Activity;

/// <summary>Writes a letter: plain text and simple HTML in the reader's language, the subject in Kyrgyz.</summary>
internal static class LetterText
{
    private const string Ink = "#12262d", Mute = "#5a6d75", Line = "#dbe3e6", Lake = "#0d5c70";

    public static MimeMessage Write(Letter letter, IReadOnlyList<Notice> notices, Person person, MailSettings mail, DateTime now)
    {
        var urgent = letter.Key.StartsWith("urgent:", StringComparison.Ordinal);
        var message = new MimeMessage
        {
            MessageId = $"{letter.MessageId}@{mail.Domain}",
            Subject = OneLine(urgent ? Texts.All.Say("ky", "letter.subject." + notices[0].Kind.ToString().ToLowerInvariant()) : Texts.All.Say("ky", "letter.subject.digest", notices.Count)),
            Date = new DateTimeOffset(now.InBishkek(), Clock.Bishkek.GetUtcOffset(now)),
        };
        message.From.Add(Sender(mail));
        message.To.Add(new MailboxAddress(OneLine(person.Name), person.Email!));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = Plain(notices, person, mail), HtmlBody = Html(notices, person, mail) }.ToMessageBody();
        return message;
    }

    internal static string Plain(IReadOnlyList<Notice> notices, Person person, MailSettings mail)
    {
        var text = new StringBuilder(Say(person, "letter.greeting", person.Name)).Append("\n\n");
        foreach (var kind in Grouped(notices))
        {
            text.Append(Say(person, Kind(kind.Key))).Append('\n');
            foreach (var notice in kind)
            {
                text.Append("– ").Append(OneLine(Texts.All.Say(person.Language, notice.Message))).Append('\n');
                if (mail.Link(notice.Link, person.Language) is { } link) text.Append("  ").Append(link).Append('\n');
            }
            text.Append('\n');
        }
        return text.Append(Say(person, "letter.why")).Append('\n').Append(mail.Link("/notices", person.Language)).ToString();
    }

    internal static string Html(IReadOnlyList<Notice> notices, Person person, MailSettings mail)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"{person.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>")
            .Append(CultureInfo.InvariantCulture, $"<body style=\"margin:0;background:#fff;color:{Ink};font:16px/1.55 'PT Sans',Arial,sans-serif\"><div style=\"max-width:600px;margin:0 auto;padding:24px 16px\">")
            .Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px;padding-bottom:12px;border-bottom:3px solid {Lake};font-weight:600;font-size:18px\">{Encoded(Say(person, "app.name"))}</p>")
            .Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 8px\">{Encoded(Say(person, "letter.greeting", person.Name))}</p>");
        foreach (var kind in Grouped(notices))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"margin:24px 0 4px;font-size:17px;line-height:1.3\">{Encoded(Say(person, Kind(kind.Key)))}</h2>");
            foreach (var notice in kind)
            {
                var said = Encoded(Texts.All.Say(person.Language, notice.Message));
                html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;padding:10px 0;border-top:1px solid {Line}\">")
                    .Append(mail.Link(notice.Link, person.Language) is { } link ? $"{said} <a href=\"{Encoded(link)}\" style=\"color:{Lake}\">{Encoded(Say(person, "letter.open"))}</a>" : said)
                    .Append("</p>");
            }
        }
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:32px 0 0;color:{Mute};font-size:14px\">{Encoded(Say(person, "letter.why"))}");
        if (mail.Link("/notices", person.Language) is { } settings) html.Append(CultureInfo.InvariantCulture, $" <a href=\"{Encoded(settings)}\" style=\"color:{Lake}\">{Encoded(Say(person, "letter.settings"))}</a>");
        return html.Append("</p></div></body></html>").ToString();
    }

    private static IOrderedEnumerable<IGrouping<NoticeKind, Notice>> Grouped(IEnumerable<Notice> notices) => notices.OrderBy(n => n.CreatedAt).GroupBy(n => n.Kind).OrderBy(g => g.Key);

    private static string Kind(NoticeKind kind) => "notice-kind." + kind.ToString().ToLowerInvariant();

    private static string Say(Person person, string key, params object?[] args) => Texts.All.Say(person.Language, key, args);

    private static string Encoded(string text) => PageText.Encoder.Encode(text);

    private static MailboxAddress Sender(MailSettings mail)
    {
        var address = MailboxAddress.Parse(mail.From);
        return address.Name is { Length: > 0 } ? address : new(Texts.All.Say("ky", "app.name"), address.Address);
    }

    /// <summary>What people typed cannot begin a header of its own.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\0', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
