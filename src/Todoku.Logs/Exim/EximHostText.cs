using System.Buffers.Text;

namespace Todoku.Logs.Exim;

/// <summary>
/// A host as Exim writes it: <c>NAME (HELO) [ADDRESS]:PORT</c>, where name, helo and port may be missing and <c>*</c> after the address marks a
/// connection that was used before.
/// </summary>
internal readonly ref struct EximHostText
{
    /// <summary>The name; empty when only the address is known.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    /// <summary>The address.</summary>
    public ReadOnlySpan<byte> Address { get; private init; }

    /// <summary>The port, 0 when not logged.</summary>
    public ushort Port { get; private init; }

    /// <summary>Bytes taken; 0 when it is no host.</summary>
    public int Length { get; private init; }

    /// <summary>Reads a host at the start of a text.</summary>
    public static EximHostText Read(ReadOnlySpan<byte> text)
    {
        var open = StartOfAddress(text);
        if (open < 0) return default;
        var close = text[open..].IndexOf((byte)']');
        if (close < 0) return default;
        close += open;
        var nameEnd = text[..open].IndexOf((byte)' ');
        var name = nameEnd < 0 || text[0] == '(' ? default : text[..nameEnd];
        var length = close + 1;
        if (length < text.Length && text[length] == '*') length++;
        ushort port = 0;
        if (length + 1 < text.Length && text[length] == ':' && Utf8Parser.TryParse(text[(length + 1)..], out port, out var digits)) length += digits + 1;
        return new EximHostText { Name = name, Address = text[(open + 1)..close], Port = port, Length = length };
    }

    // The HELO name is a stranger's and may itself hold brackets: "([192.0.2.1]) [192.0.2.1]".
    private static int StartOfAddress(ReadOnlySpan<byte> text)
    {
        var helo = text.IndexOf((byte)'(');
        var open = text.IndexOf((byte)'[');
        if (helo >= 0 && helo < open)
        {
            var end = text[helo..].IndexOf(") ["u8);
            return end < 0 ? -1 : helo + end + 2;
        }
        // Nothing but one name may stand before the address.
        return open <= 1 || text[..(open - 1)].IndexOfAny(" \"<="u8) < 0 ? open : -1;
    }
}
