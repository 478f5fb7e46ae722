using Todoku.Mail;

namespace Todoku.Logs.Exim;

/// <summary>
/// The error of a failed delivery, taken apart. What the other server said is introduced by
/// <c>SMTP error from remote mail server after STAGE: REPLY</c>, in versions before 4.86 <c>SMTP error from remote mailer after STAGE: host NAME
/// [ADDRESS]: REPLY</c>; all else are Exim's own words.
/// </summary>
internal readonly ref struct EximFailureText
{
    /// <summary>The reply, or Exim's own words.</summary>
    public ReadOnlySpan<byte> Reply { get; private init; }

    /// <summary>Whether a remote server said it.</summary>
    public bool IsRemote { get; private init; }

    /// <summary>Whether nothing was tried: the time for another try had not come, or the time for all tries is over.</summary>
    public bool IsEcho { get; private init; }

    /// <summary>Whether the time for all tries is over.</summary>
    public bool IsExpiry { get; private init; }

    /// <summary>Where in the dialogue.</summary>
    public SmtpStage Stage { get; private init; }

    /// <summary>The host it speaks of: in old versions, and where no connection came about (<c>No route to host H=NAME [ADDRESS]: NAME [ADDRESS]</c>).</summary>
    public EximHostText Host { get; private init; }

    /// <summary>Reads an error.</summary>
    public static EximFailureText Read(ReadOnlySpan<byte> error)
    {
        var at = error[..Math.Min(error.Length, 64)].IndexOf(" error from remote mail"u8);
        if (at >= 0 && error.IndexOf(" after "u8) is > 0 and var after) return ReadRemote(error, error[(after + " after "u8.Length)..]);
        var host = default(EximHostText);
        if (error.IndexOf(" H="u8) is > 0 and var named && EximHostText.Read(error[(named + " H="u8.Length)..]) is { Length: > 0, Address.IsEmpty: false } found)
        {
            host = found;
            error = error[..named];
        }
        return new EximFailureText
        {
            Reply = error,
            Host = host,
            Stage = EximStages.OfOwnWords(error),
            IsEcho = error.StartsWith("retry time"u8),
            IsExpiry = error.StartsWith("retry timeout exceeded"u8),
        };
    }

    private static EximFailureText ReadRemote(ReadOnlySpan<byte> error, ReadOnlySpan<byte> stage)
    {
        var reply = StartOfReply(stage);
        if (reply < 0) return new EximFailureText { Reply = error, Stage = EximStages.OfCommand(stage) };
        var text = stage[reply..];
        var host = text.StartsWith("host "u8) ? EximHostText.Read(text["host "u8.Length..]) : default;
        if (host.Length > 0) text = text["host "u8.Length..][host.Length..].TrimStart(": "u8);
        return new EximFailureText { Reply = text, IsRemote = true, Stage = EximStages.OfCommand(stage), Host = host };
    }

    // The command that stands between may itself hold colons ("MAIL FROM:<a@example.org> SIZE=1337").
    private static int StartOfReply(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOf(": "u8) is >= 0 and var found)
        {
            from += found + 2;
            var rest = text[from..];
            if (rest.StartsWith("host "u8)) return from;
            if (rest.Length >= 3 && rest[0] is >= (byte)'2' and <= (byte)'5' && char.IsAsciiDigit((char)rest[1]) && char.IsAsciiDigit((char)rest[2])) return from;
        }
        return from > 0 ? from : -1;
    }
}
