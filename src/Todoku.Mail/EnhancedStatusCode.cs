using System.Buffers.Text;

namespace Todoku.Mail;

/// <summary>An enhanced mail system status code such as 5.7.26 (RFC 3463, section 2): class 2, 4 or 5; subject and detail 0 to 999.</summary>
/// <param name="Class">2 success, 4 persistent transient failure, 5 permanent failure; 0 when there is no code.</param>
/// <param name="Subject">What the code speaks of: 1 addressing, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 security or policy.</param>
/// <param name="Detail">The condition within the subject.</param>
public readonly record struct EnhancedStatusCode(byte Class, ushort Subject, ushort Detail)
{
    /// <summary>Whether there is no code at all.</summary>
    public bool IsNone => Class == 0;

    /// <summary>Whether this is x.0.0, which says nothing (Postfix writes it when the remote side gave no enhanced code).</summary>
    public bool IsFiller => Class != 0 && Subject == 0 && Detail == 0;

    /// <summary>Reads a code at the start of <paramref name="text"/>.</summary>
    /// <param name="text">ASCII text that may go on after the code.</param>
    /// <param name="code">The code read.</param>
    /// <param name="length">How many bytes the code took.</param>
    /// <returns>False unless the text starts with <c>[245].N.N</c> that is not followed by another digit or dot-digit.</returns>
    public static bool TryParsePrefix(ReadOnlySpan<byte> text, out EnhancedStatusCode code, out int length)
    {
        code = default;
        length = 0;
        if (text.Length < 5 || text[1] != '.' || text[0] is not ((byte)'2' or (byte)'4' or (byte)'5')) return false;
        if (!TryNumber(text[2..], out var subject, out var used)) return false;
        var next = 2 + used;
        if (next >= text.Length || text[next] != '.') return false;
        if (!TryNumber(text[(next + 1)..], out var detail, out used)) return false;
        length = next + 1 + used;
        // "5.7.1.2" is an address or a version, not a status.
        if (length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit((char)text[length + 1])) return false;
        code = new EnhancedStatusCode((byte)(text[0] - '0'), subject, detail);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out ushort value, out int used)
    {
        value = 0;
        used = 0;
        while (used < text.Length && used < 4 && char.IsAsciiDigit((char)text[used])) used++;
        return used is > 0 and <= 3 && Utf8Parser.TryParse(text[..used], out value, out _);
    }

    /// <summary>The code as written in replies, or an empty string when there is none.</summary>
    public override string ToString() => IsNone ? "" : $"{Class}.{Subject}.{Detail}";
}
