using System.Text;
using Todoku.Mail;

namespace Todoku.Smtp.Client.Replies;

/// <summary>One reply that a server gave, its octets unaltered (RFC 5321, section 4.2). Its words are a stranger's: show <see cref="ToLogText"/> only.</summary>
public sealed class ServerReply
{
    private readonly byte[] _octets;

    /// <summary>Keeps a reply that <see cref="ReplyReader"/> has checked.</summary>
    /// <param name="code">The code of its last line, 200 to 599.</param>
    /// <param name="octets">Its lines, each with its code, parted by LF.</param>
    /// <param name="isTruncated">Whether octets past a limit were dropped.</param>
    internal ServerReply(ushort code, byte[] octets, bool isTruncated)
    {
        Code = code;
        _octets = octets;
        IsTruncated = isTruncated;
        // RFC 2034: the enhanced code stands in each line; one of another class than the reply's is no code of it.
        if (octets.Length > 4 && EnhancedStatusCode.TryParsePrefix(octets.AsSpan(4), out var status, out _) && status.Class == code / 100) EnhancedStatus = status;
    }

    /// <summary>The reply code, 200 to 599.</summary>
    public ushort Code { get; }

    /// <summary>The enhanced status code of the first line, or none.</summary>
    public EnhancedStatusCode EnhancedStatus { get; }

    /// <summary>Whether octets of a line past <see cref="ReplyLimits.Line"/> were dropped.</summary>
    public bool IsTruncated { get; }

    /// <summary>The lines as they came, each with its code, without CRLF, parted by LF. May hold any octet but LF within a line.</summary>
    public ReadOnlyMemory<byte> Octets => _octets;

    /// <summary>Whether the command was done (2yz).</summary>
    public bool IsPositive => Code < 300;

    /// <summary>Whether more is wanted (3yz).</summary>
    public bool IsIntermediate => Code is >= 300 and < 400;

    /// <summary>Whether it failed for now (4yz).</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Whether it failed for good (5yz).</summary>
    public bool IsPermanent => Code >= 500;

    /// <summary>Whether the server closes the connection (421; RFC 5321, section 3.8).</summary>
    public bool IsClosing => Code == 421;

    /// <summary>
    /// The reply as logs have it: lines joined by one space, codes left in, so that <see cref="SmtpReply.Parse"/> and the knowledge of replies read it.
    /// Controls are written <c>\xHH</c>; octets of UTF-8 are left.
    /// </summary>
    public byte[] ToLogText()
    {
        var text = new List<byte>(_octets.Length + 8);
        foreach (var b in _octets)
        {
            if (b == '\n') text.Add((byte)' ');
            else if (b is < 0x20 or 0x7F) text.AddRange(Encoding.ASCII.GetBytes($"\\x{b:X2}"));
            else text.Add(b);
        }
        return [.. text];
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(ToLogText());
}
