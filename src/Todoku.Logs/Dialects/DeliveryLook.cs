namespace Todoku.Logs.Dialects;

/// <summary>Whether a line that could not be read has the look of a delivery report, so that its loss is noticed and said.</summary>
internal static class DeliveryLook
{
    /// <summary>Judges a text: Postfix's and Sendmail's keys, Exim's arrows.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("to=<"u8) >= 0 && (text.IndexOf("status="u8) >= 0 || text.IndexOf("stat="u8) >= 0)) return true;
        return text.IndexOf(" T=remote_smtp"u8) >= 0 && (text.IndexOf(" => "u8) >= 0 || text.IndexOf(" ** "u8) >= 0 || text.IndexOf(" == "u8) >= 0);
    }
}
