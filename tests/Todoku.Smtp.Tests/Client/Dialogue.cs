using System.Net;
using System.Text;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>The common steps of tests of the client.</summary>
internal static class Dialogue
{
    public const string Text = "Subject: test\r\n\r\nhello\r\n";

    public static SmtpClientOptions Options { get; } = new() { HelloName = "client.example" };

    public static SmtpEndpoint Endpoint { get; } = new(new IPEndPoint(IPAddress.Loopback, 25));

    public static async Task<SmtpClientSession> OpenAsync(ISmtpConnector server, SmtpClientOptions? options = null, TimeProvider? time = null)
    {
        var opening = await OpeningAsync(server, options, time);
        return Assert.IsType<SmtpOpening.Ready>(opening).Session;
    }

    public static Task<SmtpOpening> OpeningAsync(ISmtpConnector server, SmtpClientOptions? options = null, TimeProvider? time = null) =>
        SmtpClientSession.OpenAsync(server, Endpoint, options ?? Options, time ?? TimeProvider.System, TestContext.Current.CancellationToken);

    public static async Task<T> FailureAsync<T>(ISmtpConnector server, SmtpClientOptions? options = null, TimeProvider? time = null)
        where T : SmtpAttemptOutcome => Assert.IsAssignableFrom<T>(Assert.IsType<SmtpOpening.Failed>(await OpeningAsync(server, options, time)).Outcome);

    public static Task<SmtpAttemptOutcome> SendAsync(this SmtpClientSession session, string text = Text, params string[] recipients) =>
        session.SendAsync(Envelope("sender@example.org", recipients.Length == 0 ? ["a@example.com"] : recipients), Content(text), TestContext.Current.CancellationToken);

    public static OutgoingEnvelope Envelope(string sender, params string[] recipients) =>
        new(sender.Length == 0 ? null : Box(sender), MailParameters.None, [.. recipients.Select(recipient => new OutgoingRecipient(Box(recipient), RecipientParameters.None))]);

    public static MessageContent Content(string text) => MessageContent.FromOctets(Encoding.UTF8.GetBytes(text));

    public static Mailbox Box(string address)
    {
        Assert.True(MailboxParser.TryParse(Encoding.UTF8.GetBytes(address), out var mailbox));
        return mailbox!;
    }

    /// <summary>Whether a command is the one that is meant: "RCPT" is any, "RCPT a" the one of a@example.com.</summary>
    public static bool Hits(string at, string verb, string line) =>
        at == verb || (at.StartsWith($"{verb} ", StringComparison.Ordinal) && line.Contains($"<{at[(verb.Length + 1)..]}@", StringComparison.Ordinal));

    public static string Show(RecipientResult result) => $"{result.Recipient.Mailbox} {result.Status} {result.Stage} {result.Reply?.Code}";

    public static string Show(SmtpAttemptOutcome outcome) => outcome switch
    {
        SmtpAttemptOutcome.Answered answered => string.Join(", ", answered.Results.Select(Show)),
        SmtpAttemptOutcome.Lost lost => $"{lost.Stage} {lost.Reason}{(lost.IsPossiblyDelivered ? " possibly delivered" : "")}{(lost.IsWithinMessage ? " within" : "")}{(lost.IsStaleConnection ? " stale" : "")}",
        SmtpAttemptOutcome.Refused refused => $"refused {refused.Stage} {refused.Reply.Code}",
        SmtpAttemptOutcome.NotSent not => $"not sent {not.Stage} {not.Reason}",
        _ => outcome.ToString(),
    };
}
