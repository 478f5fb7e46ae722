using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Server.Commands;

/// <summary>Reads command lines (RFC 5321, section 4.1.1). Knows the form of commands only; whether one is due is the session's matter.</summary>
internal static class CommandParser
{
    private const int MaxHello = 255;

    private static readonly SmtpCommand.Plain Data = new(SmtpVerb.Data), Rset = new(SmtpVerb.Rset), Noop = new(SmtpVerb.Noop), Quit = new(SmtpVerb.Quit);
    private static readonly SmtpCommand.Plain StartTls = new(SmtpVerb.StartTls), Vrfy = new(SmtpVerb.Vrfy), Expn = new(SmtpVerb.Expn), Help = new(SmtpVerb.Help);

    private static readonly SmtpCommand.Wrong Unknown = new(ServerReplies.UnknownCommand), NoArguments = new(ServerReplies.NoArguments);

    /// <summary>Reads one line without its CRLF.</summary>
    public static SmtpCommand Parse(ReadOnlySpan<byte> line)
    {
        if (line.ContainsAny((byte)'\r', (byte)'\n', (byte)0)) return new SmtpCommand.Wrong(ServerReplies.BareLineBreakInCommand);
        line = line.TrimEnd(" \t"u8);
        var end = line.IndexOf((byte)' ');
        var verb = end < 0 ? line : line[..end];
        var arguments = end < 0 ? [] : line[end..].TrimStart((byte)' ');
        return verb.Length switch
        {
            3 when Is(verb, "GET"u8) || Is(verb, "PUT"u8) => WebRequest(),
            4 => Four(verb, arguments),
            7 when Is(verb, "XCLIENT"u8) => new SmtpCommand.Proxy(Printable(arguments)),
            7 when Is(verb, "CONNECT"u8) || Is(verb, "OPTIONS"u8) => WebRequest(),
            8 when Is(verb, "STARTTLS"u8) => Alone(StartTls, arguments),
            _ => Unknown,
        };
    }

    private static SmtpCommand Four(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> arguments)
    {
        if (Is(verb, "RCPT"u8)) return Recipient(arguments);
        if (Is(verb, "MAIL"u8)) return Mail(arguments);
        if (Is(verb, "DATA"u8)) return Alone(Data, arguments);
        if (Is(verb, "BDAT"u8)) return Chunk(arguments);
        if (Is(verb, "RSET"u8)) return Alone(Rset, arguments);
        if (Is(verb, "QUIT"u8)) return Alone(Quit, arguments);
        if (Is(verb, "EHLO"u8)) return Hello(arguments, true);
        if (Is(verb, "HELO"u8)) return Hello(arguments, false);
        if (Is(verb, "AUTH"u8)) return Authenticate(arguments);
        if (Is(verb, "NOOP"u8)) return Noop;
        if (Is(verb, "VRFY"u8)) return Vrfy;
        if (Is(verb, "EXPN"u8)) return Expn;
        if (Is(verb, "HELP"u8)) return Help;
        return Is(verb, "POST"u8) || Is(verb, "HEAD"u8) ? WebRequest() : Unknown;
    }

    // A browser was made to send a request here; what it holds further down would be read as commands.
    private static SmtpCommand.Wrong WebRequest() => new(ServerReplies.NotHttp, EndsSession: true);

    private static SmtpCommand Alone(SmtpCommand.Plain command, ReadOnlySpan<byte> arguments) => arguments.IsEmpty ? command : NoArguments;

    // Clients say many things that are no domain; what can be shown is taken and believed by nobody.
    private static SmtpCommand Hello(ReadOnlySpan<byte> name, bool isExtended) =>
        name.Length is 0 or > MaxHello || name.ContainsAnyExceptInRange((byte)0x21, (byte)0x7E) || name[0] == '[' && !IsLiteral(name)
            ? new SmtpCommand.Wrong(ServerReplies.BadHello) : new SmtpCommand.Hello(isExtended, Encoding.ASCII.GetString(name));

    private static bool IsLiteral(ReadOnlySpan<byte> name) => name[^1] == ']' && MailboxParser.TryParseLiteral(Encoding.ASCII.GetString(name[1..^1]), out _);

    private static SmtpCommand Mail(ReadOnlySpan<byte> arguments)
    {
        if (!TrySkip(ref arguments, "FROM:"u8)) return new SmtpCommand.Wrong(ServerReplies.MailSyntax);
        var error = MailboxParser.TryReadPath(ref arguments, out var sender);
        if (error != PathError.None) return new SmtpCommand.Wrong(ServerReplies.BadSender(error));
        if (!arguments.IsEmpty && arguments[0] != ' ') return new SmtpCommand.Wrong(ServerReplies.MailSyntax);
        return ParameterParser.TryReadMail(arguments, out var parameters) is { } refusal ? new SmtpCommand.Wrong(refusal) : new SmtpCommand.Mail(sender, parameters);
    }

    private static SmtpCommand Recipient(ReadOnlySpan<byte> arguments)
    {
        if (!TrySkip(ref arguments, "TO:"u8)) return new SmtpCommand.Wrong(ServerReplies.RecipientSyntax);
        var error = MailboxParser.TryReadPath(ref arguments, out var mailbox);
        if (error != PathError.None) return new SmtpCommand.Wrong(ServerReplies.BadRecipient(error));
        if (mailbox is null || (!arguments.IsEmpty && arguments[0] != ' ')) return new SmtpCommand.Wrong(ServerReplies.RecipientSyntax);
        return ParameterParser.TryReadRecipient(arguments, out var parameters) is { } refusal ? new SmtpCommand.Wrong(refusal) : new SmtpCommand.Recipient(mailbox, parameters);
    }

    // A blank after the colon is not in the grammar, but many programs write it.
    private static bool TrySkip(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        if (text.Length < word.Length || !Is(text[..word.Length], word)) return false;
        text = text[word.Length..].TrimStart((byte)' ');
        return true;
    }

    // bdat-cmd = "BDAT" SP chunk-size [ SP "LAST" ]. Without a size nobody knows where the next command stands.
    private static SmtpCommand Chunk(ReadOnlySpan<byte> arguments)
    {
        var end = arguments.IndexOf((byte)' ');
        var digits = end < 0 ? arguments : arguments[..end];
        var last = end < 0 ? [] : arguments[end..].TrimStart((byte)' ');
        if (!ParameterParser.TryReadNumber(digits, out var size) || (!last.IsEmpty && !Is(last, "LAST"u8))) return new SmtpCommand.Wrong(ServerReplies.BadChunk, EndsSession: true);
        return new SmtpCommand.Chunk(size, !last.IsEmpty);
    }

    private static SmtpCommand Authenticate(ReadOnlySpan<byte> arguments)
    {
        var end = arguments.IndexOf((byte)' ');
        var mechanism = end < 0 ? arguments : arguments[..end];
        var initial = end < 0 ? [] : arguments[end..].TrimStart((byte)' ');
        if (mechanism.IsEmpty || mechanism.Length > 20 || initial.Contains((byte)' ') || !Ascii.IsValid(arguments)) return new SmtpCommand.Wrong(ServerReplies.AuthSyntax);
        return new SmtpCommand.Authenticate(Encoding.ASCII.GetString(mechanism).ToUpperInvariant(), end < 0 ? null : Encoding.ASCII.GetString(initial));
    }

    private static string Printable(ReadOnlySpan<byte> text) => Ascii.IsValid(text) ? Encoding.ASCII.GetString(text) : "";

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}
