using Todoku.Mail;

namespace Todoku.Logs.Exim;

/// <summary>How Exim names the stages of the dialogue (its smtp transport).</summary>
internal static class EximStages
{
    /// <summary>The stage that follows "after" or "in response to".</summary>
    public static SmtpStage OfCommand(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith("pipelined "u8)) command = command["pipelined "u8.Length..];
        if (command.StartsWith("RCPT"u8)) return SmtpStage.RcptTo;
        if (command.StartsWith("MAIL"u8)) return SmtpStage.MailFrom;
        if (command.StartsWith("end of data"u8) || command.StartsWith("sending data"u8) || command.StartsWith("BDAT"u8)) return SmtpStage.EndOfData;
        if (command.StartsWith("DATA"u8)) return SmtpStage.Data;
        if (command.StartsWith("EHLO"u8) || command.StartsWith("HELO"u8) || command.StartsWith("LHLO"u8)) return SmtpStage.Ehlo;
        if (command.StartsWith("STARTTLS"u8)) return SmtpStage.StartTls;
        if (command.StartsWith("AUTH"u8)) return SmtpStage.Auth;
        return command.StartsWith("initial connection"u8) ? SmtpStage.Banner : SmtpStage.Unknown;
    }

    /// <summary>The stage of an error in Exim's own words.</summary>
    public static SmtpStage OfOwnWords(ReadOnlySpan<byte> error)
    {
        if (After(error, " in response to "u8) is { IsEmpty: false } response) return OfCommand(response);
        if (error.IndexOf("timeout"u8) >= 0 && After(error, " after "u8) is { IsEmpty: false } timeout) return OfCommand(timeout);
        if (IsOfConnection(error)) return SmtpStage.Connect;
        if (error.IndexOf("TLS"u8) >= 0) return SmtpStage.StartTls;
        return error.IndexOf("uthenticat"u8) >= 0 ? SmtpStage.Auth : SmtpStage.Unknown;
    }

    /// <summary>Whether a connection could not be made, or the host could not be found.</summary>
    public static bool IsOfConnection(ReadOnlySpan<byte> error) =>
        error.StartsWith("Connection "u8) || error.StartsWith("No route to host"u8) || error.StartsWith("Network is unreachable"u8)
        || error.StartsWith("host lookup"u8) || error.StartsWith("all relevant MX records"u8) || error.StartsWith("all host address lookups"u8)
        || error.StartsWith("Host is unreachable"u8) || error.StartsWith("Cannot assign requested"u8);

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> words)
    {
        var at = text.IndexOf(words);
        return at < 0 ? default : text[(at + words.Length)..];
    }
}
