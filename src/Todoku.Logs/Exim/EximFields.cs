namespace Todoku.Logs.Exim;

/// <summary>
/// The fields of a delivery, <c>RECIPIENT F=&lt;sender&gt; R=router T=transport H=host [address] I=[address] C="reply" QT=time: error</c>. They vary
/// with the log selectors; those that are not known are passed over. In a failure the error follows the field that ends in a colon.
/// </summary>
internal ref struct EximFields
{
    private const int MaxFields = 48;

    /// <summary>The recipient and what it came from.</summary>
    public ReadOnlySpan<byte> Recipient;

    /// <summary>The router; empty when none took the address.</summary>
    public ReadOnlySpan<byte> Router;

    /// <summary>The transport; empty when it came to none.</summary>
    public ReadOnlySpan<byte> Transport;

    /// <summary>The next hop.</summary>
    public EximHostText Host;

    /// <summary>The address sent from (log selector outgoing_interface).</summary>
    public ReadOnlySpan<byte> LocalAddress;

    /// <summary>The next hop's reply to a message it took (smtp_confirmation).</summary>
    public ReadOnlySpan<byte> Confirmation;

    /// <summary>The error.</summary>
    public ReadOnlySpan<byte> Error;

    /// <summary>Seconds since arrival, negative when not logged.</summary>
    public float Delay;

    /// <summary>Reads what follows the flag.</summary>
    public static EximFields Read(ReadOnlySpan<byte> text)
    {
        var fields = new EximFields { Delay = -1 };
        var end = EndOfRecipient(text);
        fields.Recipient = text[..end];
        fields.ReadFields(text[end..]);
        return fields;
    }

    // An address may hold spaces, so its end is where a field that can follow it begins.
    private static int EndOfRecipient(ReadOnlySpan<byte> text)
    {
        // ":blackhole: <a@example.org> R=..."
        var special = text is [(byte)':', ..] ? text[1..].IndexOf((byte)':') + 2 : 0;
        for (var at = special; at + 3 < text.Length; at++)
        {
            var next = text[at..].IndexOfAny((byte)' ', (byte)':');
            if (next < 0) break;
            at += next;
            var rest = text[at..];
            if (rest.StartsWith(": "u8) && at > 0) return at;
            if (rest.StartsWith(" R="u8) || rest.StartsWith(" F=<"u8) || rest.StartsWith(" P=<"u8) || rest.StartsWith(" T="u8)
                || rest.StartsWith(" routing defer ("u8) || rest.StartsWith(" defer ("u8)) return at;
        }
        return text.Length;
    }

    private void ReadFields(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < MaxFields && !rest.IsEmpty; i++)
        {
            if (rest.StartsWith(": "u8))
            {
                TakeError(rest[2..]);
                return;
            }
            rest = rest.TrimStart((byte)' ');
            if (rest.IsEmpty) return;
            rest = rest[Take(rest)..];
        }
    }

    private int Take(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("C=\""u8)) return TakeConfirmation(rest);
        if (rest.StartsWith("DN=\""u8)) return EximQuoted.LengthAt(rest[3..]) + 3;
        if (rest.StartsWith("F=<"u8) || rest.StartsWith("P=<"u8)) return EximAddress.LengthOfBracketed(rest[2..]) + 2;
        if (rest.StartsWith("H="u8) || rest.StartsWith("I="u8))
        {
            var host = EximHostText.Read(rest[2..]);
            if (rest[0] == 'H') Host = host;
            else LocalAddress = host.Address;
            return host.Length + 2;
        }
        var end = rest.IndexOf((byte)' ');
        var field = end < 0 ? rest : rest[..end];
        if (field is [.., (byte)':'] && end > 0) field = field[..^1];
        if (field.StartsWith("R="u8)) Router = field[2..];
        else if (field.StartsWith("T="u8)) Transport = field[2..];
        else if (field.StartsWith("QT="u8)) Delay = EximDuration.Read(field[3..]);
        return Math.Max(field.Length, 1);
    }

    // A reply may hold quotes; what follows the last one are times and the like.
    private int TakeConfirmation(ReadOnlySpan<byte> rest)
    {
        var end = rest.LastIndexOf((byte)'"');
        Confirmation = end > 2 ? rest[3..end] : rest[3..];
        return end > 2 ? end + 1 : rest.Length;
    }

    // The log selector deliver_time puts its field after the error.
    private void TakeError(ReadOnlySpan<byte> error)
    {
        while (error.LastIndexOf((byte)' ') is >= 0 and var space && (error[space..].StartsWith(" DT="u8) || error[space..].StartsWith(" QT="u8)))
        {
            if (error[space + 1] == 'Q') Delay = EximDuration.Read(error[(space + 4)..]);
            error = error[..space];
        }
        Error = error;
    }
}
