namespace Todoku.Mail;

/// <summary>
/// What a whole delivery line of Postfix (<c>to=..., relay=..., dsn=..., status=bounced (...)</c>) or sendmail
/// (<c>to=..., relay=..., dsn=..., stat=...</c>) says, for a person who pastes it. Logs are read by the log reader, not by this.
/// </summary>
internal ref struct LogLineFields
{
    public ReadOnlySpan<byte> Reply { get; private set; }

    public ReadOnlySpan<byte> RelayHost { get; private set; }

    public ReadOnlySpan<byte> Recipient { get; private set; }

    public EnhancedStatusCode Status { get; private set; }

    /// <summary>Takes a line apart; false when it is no such line.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out LogLineFields fields)
    {
        fields = default;
        var head = ReadOnlySpan<byte>.Empty;
        if (line.IndexOf(" status="u8) is >= 0 and var status && line[status..].IndexOf((byte)'(') is > 0 and var open)
        {
            head = line[..status];
            var inner = line[(status + open + 1)..].TrimEnd(" \t\r\n"u8);
            fields.Reply = inner.EndsWith((byte)')') ? inner[..^1] : inner;
        }
        else if (line.IndexOf(" stat="u8) is >= 0 and var stat)
        {
            head = line[..stat];
            fields.Reply = line[(stat + " stat="u8.Length)..];
        }
        if (head.IsEmpty) return false;
        fields.RelayHost = NamedHost.AtStart(Value(head, "relay="u8));
        fields.Recipient = Value(head, "to="u8).Trim("<>"u8);
        if (EnhancedStatusCode.TryParsePrefix(Value(head, "dsn="u8), out var code, out _) && !code.IsFiller) fields.Status = code;
        return true;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> head, ReadOnlySpan<byte> key)
    {
        for (var from = 0; ;)
        {
            var at = head[from..].IndexOf(key);
            if (at < 0) return default;
            from += at + key.Length;
            if (from > key.Length && head[from - key.Length - 1] != ' ') continue;
            var end = head[from..].IndexOf(","u8);
            return end < 0 ? head[from..] : head.Slice(from, end);
        }
    }
}
