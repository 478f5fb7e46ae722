using System.Text;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server;

/// <summary>What the server says of itself. Replies are written for the person who will find them in a log: what is wrong and what would be right.</summary>
internal static class ServerReplies
{
    // Which one a code is for: RFC 5321, section 4.2.2; RFC 3463; RFC 4954, section 6; RFC 6531, section 3.5.
    public static readonly Reply Ok = Reply.Of(250, 0, 0, "OK");
    public static readonly Reply SenderOk = Reply.Of(250, 1, 0, "Sender OK");
    public static readonly Reply RecipientOk = Reply.Of(250, 1, 5, "Recipient OK");
    public static readonly Reply ChunkOk = Reply.Of(250, 0, 0, "Chunk received");
    public static readonly Reply SendData = Reply.Of(354, "Send the message; it ends with a line that holds a dot only");
    public static readonly Reply ReadyForTls = Reply.Of(220, 0, 0, "Ready to start TLS");
    public static readonly Reply Goodbye = Reply.Of(221, 0, 0, "Goodbye");
    public static readonly Reply CannotVerify = Reply.Of(252, 1, 5, "Not verified; send the message and see");
    public static readonly Reply Help = Reply.Of(214, 0, 0, "See RFC 5321");
    public static readonly Reply Authenticated = Reply.Of(235, 7, 0, "Authentication successful");

    public static readonly Reply TooSlow = Reply.Of(421, 4, 2, "Timeout: nothing came in time; closing");
    public static readonly Reply Stopping = Reply.Of(421, 3, 2, "The server is stopping; try again later");
    public static readonly Reply Unwell = Reply.Of(421, 3, 0, "Local error; try again later");
    public static readonly Reply TooManyConnections = Reply.Of(421, 3, 2, "Too many connections; try again later");
    public static readonly Reply TooManyFromAddress = Reply.Of(421, 7, 0, "Too many connections from your address; close some or try again later");
    public static readonly Reply TooManyErrors = Reply.Of(421, 7, 0, "Too many errors; closing");
    public static readonly Reply TooManyCommands = Reply.Of(421, 7, 0, "Too many commands without a message; closing");
    public static readonly Reply TooManyMessages = Reply.Of(421, 7, 0, "Enough messages for one session; connect again");
    public static readonly Reply TooLongSession = Reply.Of(421, 7, 0, "Enough time for one session; connect again");
    public static readonly Reply TooManyPasswords = Reply.Of(421, 7, 0, "Too many wrong passwords; closing");
    public static readonly Reply NotHttp = Reply.Of(421, 7, 0, "This is an SMTP server; closing");
    public static readonly Reply NotTls = Reply.Of(421, 7, 0, "TLS begins with STARTTLS on this port; closing");

    public static readonly Reply LocalError = Reply.Of(451, 3, 0, "Local error; nothing was accepted, try again later");
    public static readonly Reply TooManyRecipients = Reply.Of(452, 5, 3, "Too many recipients; send the message to the rest again");
    public static readonly Reply AuthUnavailable = Reply.Of(454, 7, 0, "Passwords can't be checked now; try again later");

    public static readonly Reply UnknownCommand = Reply.Of(500, 5, 2, "Command not recognized");
    public static readonly Reply LineTooLong = Reply.Of(500, 5, 2, "Line too long");
    public static readonly Reply BareLineBreakInCommand = Reply.Of(500, 5, 2, "A line ends with CR LF; a bare CR, LF or NUL is refused");
    public static readonly Reply NoArguments = Reply.Of(501, 5, 4, "This command takes no argument");
    public static readonly Reply BadHello = Reply.Of(501, 5, 4, "Say EHLO and your host name, or your address in brackets");
    public static readonly Reply MailSyntax = Reply.Of(501, 5, 4, "Syntax: MAIL FROM:<address>");
    public static readonly Reply RecipientSyntax = Reply.Of(501, 5, 4, "Syntax: RCPT TO:<address>");
    public static readonly Reply BadChunk = Reply.Of(501, 5, 4, "Syntax: BDAT size [LAST]; closing, since what follows can't be told from commands");
    public static readonly Reply AuthSyntax = Reply.Of(501, 5, 4, "Syntax: AUTH mechanism [initial response in base64]");
    public static readonly Reply AuthEncoding = Reply.Of(501, 5, 2, "No valid base64, or not what the mechanism wants");
    public static readonly Reply AuthCancelled = Reply.Of(501, 7, 0, "Authentication cancelled");
    public static readonly Reply ProxySyntax = Reply.Of(501, 5, 4, "Bad XCLIENT attribute");
    public static readonly Reply NotOffered = Reply.Of(502, 5, 1, "Command not offered");
    public static readonly Reply HelloFirst = Reply.Of(503, 5, 1, "Say EHLO first");
    public static readonly Reply MailFirst = Reply.Of(503, 5, 1, "Say MAIL first");
    public static readonly Reply RecipientFirst = Reply.Of(503, 5, 1, "No valid recipient");
    public static readonly Reply NestedMail = Reply.Of(503, 5, 1, "A sender was given already; RSET begins anew");
    public static readonly Reply InTransaction = Reply.Of(503, 5, 1, "Not while a message is under way");
    public static readonly Reply AlreadyAuthenticated = Reply.Of(503, 5, 1, "Authenticated already");
    public static readonly Reply AlreadyTls = Reply.Of(503, 5, 1, "TLS is on already");
    public static readonly Reply ChunksBegan = Reply.Of(503, 5, 1, "The message is being sent with BDAT; end it with LAST, or say RSET");
    public static readonly Reply ChunkRefused = Reply.Of(503, 5, 1, "The message was refused; say RSET");
    public static readonly Reply UnknownMechanism = Reply.Of(504, 5, 4, "Mechanism not offered");
    public static readonly Reply TlsFirst = Reply.Of(530, 7, 0, "Say STARTTLS first");
    public static readonly Reply PasswordFirst = Reply.Of(530, 7, 0, "Authentication required");
    public static readonly Reply WrongPassword = Reply.Of(535, 7, 8, "Wrong user name or password");
    public static readonly Reply AuthNeedsTls = Reply.Of(538, 7, 11, "Say STARTTLS first: no password without TLS");
    public static readonly Reply ForbiddenOctet = Reply.Of(550, 5, 2, "The message holds a NUL or a bare CR or LF; every line must end with CR LF");
    public static readonly Reply RelayDenied = Reply.Of(554, 7, 1, "Relay access denied");
    public static readonly Reply MailLoop = Reply.Of(554, 4, 6, "Too many Received fields: the message goes round in a circle");
    public static readonly Reply TooLarge = Reply.Of(552, 3, 4, "Message too large");
    public static readonly Reply NeedsDomain = Reply.Of(553, 1, 3, "An address needs a domain");
    public static readonly Reply NeedsUtf8 = Reply.Of(553, 6, 7, "An address outside ASCII needs SMTPUTF8");
    public static readonly Reply NoExtensions = Reply.Of(555, 5, 4, "Parameters need EHLO");
    public static readonly Reply RequireTlsNeedsTls = Reply.Of(555, 7, 30, "REQUIRETLS needs TLS");

    public static Reply BadSender(PathError error) => error == PathError.NotInBrackets ? MailSyntax : Reply.Of(501, 1, 7, $"Bad sender: {Part(error)}");

    public static Reply BadRecipient(PathError error) => error == PathError.NotInBrackets ? RecipientSyntax : Reply.Of(501, 1, 3, $"Bad recipient: {Part(error)}");

    public static Reply BadParameter(ReadOnlySpan<byte> keyword) => Reply.Of(501, 5, 4, $"Bad or repeated parameter {Shown(keyword)}");

    public static Reply UnknownParameter(ReadOnlySpan<byte> keyword) => Reply.Of(555, 5, 4, $"Parameter {Shown(keyword)} not recognized");

    private static string Part(PathError error) => error == PathError.Domain ? "the domain is no domain name or address literal" : "the local part is empty, too long or needs quotes";

    private static string Shown(ReadOnlySpan<byte> keyword) => Encoding.Latin1.GetString(keyword[..Math.Min(keyword.Length, 40)]);
}
