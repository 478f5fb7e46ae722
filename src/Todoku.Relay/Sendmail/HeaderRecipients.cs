using Todoku.Mail.Messages;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// The recipients that the header of a message names (<c>-t</c>): those of Resent-To, Resent-Cc and Resent-Bcc when it was sent again (RFC 5322, section 3.6.6), else
/// those of To, Cc and Bcc.
/// </summary>
public static class HeaderRecipients
{
    private static readonly string[] Fields = ["To", "Cc", "Bcc"];

    /// <summary>The addresses, in their order, each once.</summary>
    /// <param name="header">The header.</param>
    /// <param name="unread">Fields that can't be read, as they stand.</param>
    public static IReadOnlyList<string> Of(MessageHeaders header, out IReadOnlyList<string> unread)
    {
        ArgumentNullException.ThrowIfNull(header);
        var again = header.Fields.Any(field => Fields.Any(name => Is(field, $"Resent-{name}")));
        var found = new List<string>();
        var wrong = new List<string>();
        foreach (var field in header.Fields)
        {
            if (!Fields.Any(name => Is(field, again ? $"Resent-{name}" : name))) continue;
            var value = field.Unfold();
            if (value.Length == 0) continue;
            if (AddressList.Read(value) is { } addresses) found.AddRange(addresses);
            else wrong.Add(System.Text.Encoding.UTF8.GetString(value));
        }
        unread = wrong;
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static bool Is(HeaderField field, string name) => !field.IsMalformed && System.Text.Ascii.EqualsIgnoreCase(field.Name, name);
}
