using System.Buffers.Text;

namespace Todoku.Logs.Postfix;

/// <summary>Cuts <c>HOST[ADDRESS]:PORT</c> as Postfix writes a next hop, IPv6 without the prefix, sockets as <c>HOST[/path]</c>.</summary>
internal readonly ref struct RelayText
{
    private RelayText(ReadOnlySpan<byte> host, ReadOnlySpan<byte> address, ushort port, int length)
    {
        Host = host;
        Address = address;
        Port = port;
        Length = length;
    }

    /// <summary>The host's name.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>The address; empty for a socket path.</summary>
    public ReadOnlySpan<byte> Address { get; }

    /// <summary>The port, 0 when not written.</summary>
    public ushort Port { get; }

    /// <summary>Bytes taken.</summary>
    public int Length { get; }

    /// <summary>Cuts a next hop at the start of a text; an empty one when there is none.</summary>
    public static RelayText Cut(ReadOnlySpan<byte> text)
    {
        var open = text.IndexOfAny((byte)'[', (byte)',', (byte)' ');
        if (open <= 0 || text[open] != '[') return default;
        var close = text[open..].IndexOf((byte)']');
        if (close < 0) return default;
        close += open;
        var address = text[(open + 1)..close];
        ushort port = 0;
        var length = close + 1;
        if (length < text.Length && text[length] == ':' && Utf8Parser.TryParse(text[(length + 1)..], out port, out var digits)) length += 1 + digits;
        if (address.Contains((byte)'/')) address = default;
        return new RelayText(text[..open], address, port, length);
    }
}
