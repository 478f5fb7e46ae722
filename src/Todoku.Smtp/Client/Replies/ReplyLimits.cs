namespace Todoku.Smtp.Client.Replies;

/// <summary>What a server's reply may cost. RFC 5321, section 4.5.3.1.5, has 512 octets a line; real servers write more.</summary>
public static class ReplyLimits
{
    /// <summary>The octets kept of one line, without CRLF; the rest of the line is read and dropped.</summary>
    public const int Line = 2000;

    /// <summary>The most lines of one reply.</summary>
    public const int Lines = 100;

    /// <summary>The most octets of one reply, dropped ones and line ends counted. More ends the session.</summary>
    public const int Total = 65_536;
}
