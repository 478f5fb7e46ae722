using System.Globalization;
using System.Net;
using System.Text;
using Todoku.Sandbox.Texts;

namespace Todoku.Sandbox.Mails;

/// <summary>The mailbox as a page for people: one table, no script, nothing from elsewhere. All that a stranger sent is escaped.</summary>
public static class InboxPage
{
    // The newest ones; the rest is in the JSON.
    private const int MaxShown = 200;

    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
        th { white-space: nowrap; }
        td:nth-child(n+5) { overflow-wrap: anywhere; }
        .small { opacity: .75; font-size: 13px; }
        .good { color: light-dark(#14713d, #6fd39a); font-weight: 600; }
        .bad { color: light-dark(#b3261e, #ff9a90); font-weight: 600; }
        """;

    /// <summary>The page.</summary>
    /// <param name="mails">The mails, the oldest first.</param>
    /// <param name="texts">The words.</param>
    public static string Of(IReadOnlyList<StoredMail> mails, InboxTexts texts)
    {
        ArgumentNullException.ThrowIfNull(mails);
        ArgumentNullException.ThrowIfNull(texts);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{texts.Code}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Escape(texts.Title)}</title>\n<style>\n{Style}\n</style>\n<h1>{Escape(texts.Title)}</h1>\n<p class=\"small\">{Escape(texts.Notice)}</p>\n");
        if (mails.Count == 0) return page.Append(CultureInfo.InvariantCulture, $"<p>{Escape(texts.Empty)}</p>\n</html>\n").ToString();
        page.Append("<table>\n<tr><th>#");
        foreach (var head in new[] { texts.Time, texts.Provider, texts.From, texts.Envelope, texts.Subject, texts.Outcome }) page.Append("<th>").Append(Escape(head));
        page.Append('\n');
        foreach (var mail in mails.Reverse().Take(MaxShown)) Row(page, mail, texts);
        return page.Append("</table>\n</html>\n").ToString();
    }

    private static void Row(StringBuilder page, StoredMail mail, InboxTexts texts)
    {
        page.Append("<tr>");
        Cell(page, mail.Id.ToString(CultureInfo.InvariantCulture));
        Cell(page, mail.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Cell(page, mail.Provider, mail.Profile);
        Cell(page, mail.Address.ToString(), [string.Join(", ", mail.Names), string.Join(", ", mail.Blocklists), $"{texts.Reputation} {mail.Score.ToString("0.#", CultureInfo.InvariantCulture)}"]);
        Cell(page, $"<{mail.Sender}> → {string.Join(", ", mail.Recipients)}", $"EHLO {mail.Hello}");
        Cell(page, mail.Subject);
        page.Append(CultureInfo.InvariantCulture, $"<td><span class=\"{(mail.IsAccepted ? "good" : "bad")}\">{Escape(mail.IsAccepted ? texts.Accepted : texts.Refused)}</span> ");
        if (mail.Because.Count > 0) page.Append(Escape($"({texts.Because}: {string.Join(", ", mail.Because)}) "));
        if (mail.Message is not null) page.Append(CultureInfo.InvariantCulture, $"<a href=\"/v1/mails/{mail.Id}/message\">{Escape(texts.Message)}</a>");
        page.Append(CultureInfo.InvariantCulture, $"<br>{Escape(mail.Reply)}<br><span class=\"small\">{Escape(mail.Authentication)}</span>\n");
    }

    private static void Cell(StringBuilder page, string text, params IReadOnlyList<string> small)
    {
        page.Append("<td>").Append(Escape(text));
        foreach (var line in small.Where(line => line.Length > 0)) page.Append("<br><span class=\"small\">").Append(Escape(line)).Append("</span>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
