using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Relay.Policy.Headers;

/// <summary>
/// Tells mail that says of itself that it goes to many, which must not hold up what a single person waits for.
/// </summary>
/// <remarks>
/// <code>
/// List-Id (RFC 2919), List-Unsubscribe (RFC 2369)   bulk, whatever stands in it
/// Precedence: bulk, list, junk                      bulk (RFC 3834, section 2)
/// Auto-Submitted: auto-generated (RFC 3834)         not: it says that a program wrote the mail, as it did the password reset that somebody waits for
/// </code>
/// </remarks>
internal static class BulkMark
{
    private const int LongestWord = 32;

    /// <summary>Whether a field is such a mark.</summary>
    public static bool Is(in HeaderField field)
    {
        if (field.Is("List-Id"u8) || field.Is("List-Unsubscribe"u8)) return true;
        if (!field.Is("Precedence"u8)) return false;
        var word = field.Value.Span.Trim(" \t\r\n"u8);
        return word.Length <= LongestWord && (Ascii.EqualsIgnoreCase(word, "bulk"u8) || Ascii.EqualsIgnoreCase(word, "list"u8) || Ascii.EqualsIgnoreCase(word, "junk"u8));
    }
}
