using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>
/// The text in parentheses of a failed delivery, taken apart: who said it, at which stage, and the reply without the wrapping
/// (Postfix's smtp_trouble.c, smtp_chat.c, smtp_connect.c write these).
/// </summary>
internal readonly ref struct FailureText
{
    private const int MaxNesting = 3;

    /// <summary>The reply, or this server's own words.</summary>
    public ReadOnlySpan<byte> Reply { get; private init; }

    /// <summary>Whether a remote server said it.</summary>
    public bool IsRemote { get; private init; }

    /// <summary>Whether it repeats an earlier failure ("delivery temporarily suspended").</summary>
    public bool IsEcho { get; private init; }

    /// <summary>Where in the dialogue.</summary>
    public SmtpStage Stage { get; private init; }

    /// <summary>The host it speaks of.</summary>
    public ReadOnlySpan<byte> Host { get; private init; }

    /// <summary>That host's address.</summary>
    public ReadOnlySpan<byte> Address { get; private init; }

    /// <summary>That host's port.</summary>
    public ushort Port { get; private init; }

    /// <summary>Reads a text; what is not known is a reply of our own with no stage.</summary>
    public static FailureText Read(ReadOnlySpan<byte> text)
    {
        var echo = false;
        for (var i = 0; i < MaxNesting && text.StartsWith("delivery temporarily suspended: "u8); i++)
        {
            text = text["delivery temporarily suspended: "u8.Length..];
            echo = true;
        }
        if (text.StartsWith("host "u8)) return ReadHost(text, echo);
        if (text.StartsWith("connect to "u8)) return ReadNamed(text, "connect to "u8, SmtpStage.Connect, echo);
        if (text.StartsWith("lost connection with "u8)) return ReadNamed(text, "lost connection with "u8, StageNames.OfPhrase(text), echo);
        if (text.StartsWith("conversation with "u8)) return ReadNamed(text, "conversation with "u8, StageNames.OfPhrase(text), echo);
        return ReadOther(text, echo);
    }

    // "host NAME[ADDRESS] said: REPLY (in reply to CMD command)", "host NAME[ADDRESS] refused to talk to me: REPLY".
    private static FailureText ReadHost(ReadOnlySpan<byte> text, bool echo)
    {
        var host = RelayText.Cut(text["host "u8.Length..]);
        if (host.Length == 0) return new FailureText { Reply = text, IsEcho = echo };
        var rest = text[("host "u8.Length + host.Length)..];
        var stage = SmtpStage.Unknown;
        if (rest.StartsWith(" said: "u8))
        {
            rest = StageNames.CutInReplyTo(rest[" said: "u8.Length..], out stage);
        }
        else if (rest.StartsWith(" refused to talk to me: "u8))
        {
            rest = rest[" refused to talk to me: "u8.Length..];
            stage = SmtpStage.Banner;
        }
        else return new FailureText { Reply = text, IsEcho = echo, Host = host.Host, Address = host.Address, Port = host.Port };
        return new FailureText
        {
            Reply = rest,
            IsRemote = true,
            IsEcho = echo,
            Stage = stage,
            Host = host.Host,
            Address = host.Address,
            Port = host.Port,
        };
    }

    private static FailureText ReadNamed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix, SmtpStage stage, bool echo)
    {
        var host = RelayText.Cut(text[prefix.Length..]);
        return new FailureText { Reply = text, IsEcho = echo, Stage = stage, Host = host.Host, Address = host.Address, Port = host.Port };
    }

    // "SASL authentication failed; server X[ip] said: 535 ...", LMTP servers and pipe commands that quote a reply, our own words.
    private static FailureText ReadOther(ReadOnlySpan<byte> text, bool echo)
    {
        if (text.StartsWith("SASL authentication"u8))
        {
            var server = text.IndexOf("server "u8);
            var host = server < 0 ? default : RelayText.Cut(text[(server + "server "u8.Length)..]);
            return new FailureText { Reply = text, IsEcho = echo, Stage = SmtpStage.Auth, Host = host.Host, Address = host.Address, Port = host.Port };
        }
        var stage = text.IndexOf("TLS"u8) >= 0 || text.IndexOf("ertificate"u8) >= 0 ? SmtpStage.StartTls
            : text.IndexOf("Name service error"u8) >= 0 ? SmtpStage.Connect : SmtpStage.Unknown;
        return new FailureText { Reply = text, IsEcho = echo, Stage = stage };
    }
}
