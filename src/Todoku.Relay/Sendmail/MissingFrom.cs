using System.Text;
using MimeKit;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>Writes the From field of a message that has none: who ran the command is its author.</summary>
public static class MissingFrom
{
    private const int LongestName = 200;

    /// <summary>The field with its line end.</summary>
    /// <param name="name">The author's name, or empty.</param>
    /// <param name="sender">The envelope sender; null for the null sender.</param>
    /// <param name="host">The relay's name.</param>
    public static byte[] Field(string name, Mailbox? sender, string host)
    {
        ArgumentNullException.ThrowIfNull(name);
        var address = sender?.ToString() ?? $"MAILER-DAEMON@{host}";
        var safe = new string([.. name.Where(c => !char.IsControl(c)).Take(LongestName)]).Trim();
        // Without a name nothing has to be encoded, and the library is not needed.
        if (safe.Length == 0 || sender is { IsInternational: true }) return Encoding.UTF8.GetBytes($"From: {address}\r\n");
        var header = new Header(Encoding.UTF8, HeaderId.From, new MailboxAddress(Encoding.UTF8, safe, address).ToString(FormatOptions.Default, encode: true));
        return Encoding.ASCII.GetBytes($"From: {header.Value.ReplaceLineEndings("\r\n").Trim()}\r\n");
    }
}
