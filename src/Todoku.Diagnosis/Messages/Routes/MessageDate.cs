using System.Text;
using MimeKit.Utils;

namespace Todoku.Diagnosis.Messages.Routes;

/// <summary>A date of a header (RFC 5322, section 3.3).</summary>
public static class MessageDate
{
    private const int MaxLength = 200;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Reads it; null when it is none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength || string.IsNullOrWhiteSpace(text)) return null;
        // The parser also reads forms that no mail program does.
        if (!text.Contains(':', StringComparison.Ordinal) || !Months.Any(month => text.Contains(month, StringComparison.OrdinalIgnoreCase))) return null;
        try
        {
            return DateUtils.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out var time) ? time : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A day or an offset that no calendar has.
            return null;
        }
    }
}
