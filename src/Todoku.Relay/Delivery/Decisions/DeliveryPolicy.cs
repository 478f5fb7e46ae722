using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue.Retry;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;

namespace Todoku.Relay.Delivery.Decisions;

/// <summary>Decides what follows from an attempt: how it ended × what the reply means.</summary>
/// <remarks>
/// <code>
/// how it ended                                    decided
/// the server took it                              delivered
/// no connection; host or network at fault         next server
/// no connection; this machine at fault            retry (local-config): no other server would help
/// greeting, EHLO or STARTTLS refused              as a reply below when a path cause or too much at a time; else
///                                                 next server, 5yz too (RFC 5321, section 4.5.4.1: another MX may take it)
/// TLS failed: handshake, certificate              next server (tls-failed); never without TLS where TLS is asked for
/// AUTH refused, no mechanism, password in clear   retry (auth-required): our mistake, mail must not be lost for it
/// a reply, 4yz or 5yz: path cause                 next path
/// a reply, 4yz or 5yz: rate-limited               slow down; of one mailbox (X.2.z): retry, since the provider takes other mail
/// a reply, 4yz or 5yz: passing by its nature      retry; 421: next server. greylisted, remote-error, connection-*, tls-failed
/// 5yz of a smart host that does not know us       retry: our mistake (relay-denied, auth-required, local-config, tls-required)
/// any other 421                                   next server: this one closes
/// any other 4yz                                   retry
/// any other 5yz                                   bounce
/// lost before the message                         next server
/// lost within or after the message                retry; after its end it may arrive twice
/// too large, needs SMTPUTF8 or conversion         bounce: no server of the domain differs
/// TLS or REQUIRETLS not offered where asked for   next server (tls-failed)
/// the message can't be read here                  retry (local-config)
/// </code>
/// Path causes are those of <see cref="PathCauses"/>. What is tried again follows <see cref="RetryPolicy"/>, which also gives up. A next server or next path
/// that there is not is a retry: a 5yz for such a cause is never a bounce before the mail is too old.
/// </remarks>
/// <param name="knowledge">Reads replies.</param>
public sealed class DeliveryPolicy(KnowledgeBase knowledge) : IDeliveryPolicy
{
    /// <inheritdoc/>
    public DeliveryDecision Decide(SmtpAttemptOutcome outcome, int recipient, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome switch
        {
            SmtpAttemptOutcome.Answered answered => OfResult(answered.Results[recipient], null, context),
            SmtpAttemptOutcome.Refused refused => OfRefusal(refused, context),
            SmtpAttemptOutcome.NotConnected none => OfConnection(none),
            SmtpAttemptOutcome.TlsFailed tls => Own(DeliveryAction.NextServer, Cause.TlsFailed, SmtpStage.StartTls, $"TLS failed ({tls.Reason}): {tls.Detail}"),
            SmtpAttemptOutcome.Lost lost when recipient < lost.Results.Count => OfResult(lost.Results[recipient], lost, context),
            SmtpAttemptOutcome.Lost lost => OfLoss(lost),
            SmtpAttemptOutcome.NotSent notSent => OfRule(notSent),
            SmtpAttemptOutcome.ContentFailed content => Own(DeliveryAction.Retry, Cause.LocalConfig, SmtpStage.EndOfData, $"the message can't be read from the queue: {content.Detail}"),
            _ => throw new ArgumentException("An unknown outcome.", nameof(outcome)),
        };
    }

    private DeliveryDecision OfResult(RecipientResult result, SmtpAttemptOutcome.Lost? lost, in DecisionContext context) => result.Status switch
    {
        RecipientStatus.Accepted => new DeliveryDecision(DeliveryAction.Delivered, Cause.Unknown, "", result.Stage, result.Reply?.ToString() ?? "", true, null),
        RecipientStatus.Refused when result.Reply is { } reply => OfReply(reply, result.Stage, context),
        _ when lost is not null => OfLoss(lost),
        _ => Own(DeliveryAction.Retry, Cause.RemoteError, result.Stage, "the server did not answer for this recipient"),
    };

    private DeliveryDecision OfReply(ServerReply reply, SmtpStage stage, in DecisionContext context)
    {
        var (reading, words, delay) = Read(reply, stage, context);
        var action = OnReply(reading.Cause, reply.Code, reply.EnhancedStatus, context.Path is RelayPath.SmartHost);
        return new DeliveryDecision(action, reading.Cause, reading.RuleId ?? "", stage, words, true, delay);
    }

    private DeliveryDecision OfRefusal(SmtpAttemptOutcome.Refused refused, in DecisionContext context)
    {
        var (reading, words, delay) = Read(refused.Reply, refused.Stage, context);
        var cause = refused.Stage switch
        {
            _ when IsAgainstUs(reading.Cause) => reading.Cause,
            SmtpStage.Auth => Cause.AuthRequired,
            SmtpStage.StartTls => Cause.TlsFailed,
            _ => reading.Cause,
        };
        return new DeliveryDecision(OnRefusal(cause, refused.Stage), cause, reading.RuleId ?? "", refused.Stage, words, true, delay);
    }

    /// <summary>What follows from a reply to a message or recipient.</summary>
    /// <param name="cause">What it means.</param>
    /// <param name="code">Its code, 400 to 599.</param>
    /// <param name="status">Its enhanced code, or none.</param>
    /// <param name="isSmartHost">Whether a smart host gave it.</param>
    internal static DeliveryAction OnReply(Cause cause, int code, EnhancedStatusCode status, bool isSmartHost)
    {
        if (PathCauses.Contains(cause)) return DeliveryAction.NextPath;
        // X.2.z is the state of one mailbox (RFC 3463, section 3.3).
        if (cause == Cause.RateLimited) return status.Subject == 2 ? DeliveryAction.Retry : DeliveryAction.SlowDown;
        var isClosing = code == 421 && cause != Cause.Greylisted;
        if (code < 500 || IsPassing(cause)) return isClosing ? DeliveryAction.NextServer : DeliveryAction.Retry;
        return isSmartHost && IsOurs(cause) ? DeliveryAction.Retry : DeliveryAction.Bounce;
    }

    /// <summary>What follows from the refusal of a session.</summary>
    /// <param name="cause">What it means.</param>
    /// <param name="stage">Greeting, EHLO, STARTTLS or AUTH.</param>
    internal static DeliveryAction OnRefusal(Cause cause, SmtpStage stage) =>
        PathCauses.Contains(cause) ? DeliveryAction.NextPath
        : cause == Cause.RateLimited ? DeliveryAction.SlowDown
        : stage == SmtpStage.Auth ? DeliveryAction.Retry
        : DeliveryAction.NextServer;

    private static bool IsAgainstUs(Cause cause) => cause == Cause.RateLimited || PathCauses.Contains(cause);

    private (Reading Reading, string Words, TimeSpan? Delay) Read(ServerReply reply, SmtpStage stage, in DecisionContext context)
    {
        var text = reply.ToLogText();
        var reading = knowledge.Read(text, new ReadingContext
        {
            RelayHost = Encoding.UTF8.GetBytes(context.RelayHost),
            RecipientDomain = Encoding.UTF8.GetBytes(context.RecipientDomain),
            Stage = stage,
        });
        var values = knowledge.ExtractValues(text, reading);
        return (reading, Encoding.UTF8.GetString(text), NamedDelay.Of([.. values]));
    }

    private static DeliveryDecision OfConnection(SmtpAttemptOutcome.NotConnected none) => none.Reason switch
    {
        ConnectFailure.Refused => Own(DeliveryAction.NextServer, Cause.ConnectionRefused, SmtpStage.Connect, Refused(none.Detail)),
        ConnectFailure.TimedOut or ConnectFailure.Unreachable => Own(DeliveryAction.NextServer, Cause.ConnectionTimeout, SmtpStage.Connect, $"no connection: {none.Detail}"),
        ConnectFailure.Other => Own(DeliveryAction.NextServer, Cause.RemoteError, SmtpStage.Connect, $"no connection: {none.Detail}"),
        ConnectFailure.Cancelled => Own(DeliveryAction.Retry, Cause.LocalConfig, SmtpStage.Connect, "the relay was stopped"),
        ConnectFailure.SourceNotHere => Own(DeliveryAction.Retry, Cause.LocalConfig, SmtpStage.Connect, $"the path's address is not one of this machine: {none.Detail}"),
        _ => Own(DeliveryAction.Retry, Cause.LocalConfig, SmtpStage.Connect, $"this machine has no more ports, descriptors or memory for connections: {none.Detail}"),
    };

    // The system mostly says just that.
    private static string Refused(string detail) => detail.Equals("connection refused", StringComparison.OrdinalIgnoreCase) ? "connection refused" : $"connection refused: {detail}";

    private static DeliveryDecision OfLoss(SmtpAttemptOutcome.Lost lost)
    {
        var cause = lost.Reason switch
        {
            LossReason.TimedOut => Cause.ConnectionTimeout,
            LossReason.Cancelled => Cause.LocalConfig,
            _ => Cause.RemoteError,
        };
        var words = lost.Reason switch
        {
            LossReason.Closed => "the server closed the connection",
            LossReason.TimedOut => "the server did not answer in time",
            LossReason.Protocol => $"the server sent what is no reply: {lost.Detail}",
            LossReason.Cancelled => "the relay was stopped",
            _ => $"the connection broke: {lost.Detail}",
        };
        if (lost.IsPossiblyDelivered) words += "; the message had been sent whole and may arrive twice";
        var isMessageUntouched = !lost.IsWithinMessage && !lost.IsPossiblyDelivered && lost.Reason != LossReason.Cancelled;
        return Own(isMessageUntouched ? DeliveryAction.NextServer : DeliveryAction.Retry, cause, lost.Stage, words);
    }

    private static DeliveryDecision OfRule(SmtpAttemptOutcome.NotSent notSent) => notSent.Reason switch
    {
        NotSentReason.TooLarge => Own(DeliveryAction.Bounce, Cause.MessageTooLarge, SmtpStage.MailFrom, $"the message is larger than the server takes: {notSent.Detail}"),
        NotSentReason.NeedsDowngrade => OfNeed(3, $"the message has octets above 127 and the server takes none (no 8BITMIME): {notSent.Detail}"),
        NotSentReason.NeedsInternationalMail => OfNeed(7, "an address or the header is outside ASCII and the server takes none (no SMTPUTF8)"),
        NotSentReason.NeedsRequireTls => Own(DeliveryAction.NextServer, Cause.TlsFailed, SmtpStage.MailFrom, "the message may only travel under verified TLS (REQUIRETLS), which the server does not offer"),
        NotSentReason.TlsNotOffered => Own(DeliveryAction.NextServer, Cause.TlsFailed, SmtpStage.StartTls, "TLS is asked for and the server does not offer it"),
        NotSentReason.PasswordInClear => Own(DeliveryAction.Retry, Cause.AuthRequired, SmtpStage.Auth, "the password is not sent: the connection has no TLS"),
        NotSentReason.NoMechanism => Own(DeliveryAction.Retry, Cause.AuthRequired, SmtpStage.Auth, $"the server offers no way to give a password that the relay knows: {notSent.Detail}"),
        NotSentReason.ServerNotAuthentic => Own(DeliveryAction.Retry, Cause.AuthRequired, SmtpStage.Auth, $"the server could not prove that it knows the password: {notSent.Detail}"),
        _ => Own(DeliveryAction.Retry, Cause.LocalConfig, notSent.Stage, notSent.Detail),
    };

    // What the message needs of a server is X.6.z (RFC 3463, section 3.7; RFC 6531, section 3.5).
    private static DeliveryDecision OfNeed(ushort detail, string words) =>
        Own(DeliveryAction.Bounce, Cause.RfcViolation, SmtpStage.MailFrom, words) with { OwnStatus = new EnhancedStatusCode(5, 6, detail) };

    private static bool IsPassing(Cause cause) =>
        cause is Cause.Greylisted or Cause.RemoteError or Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.TlsFailed;

    private static bool IsOurs(Cause cause) => cause is Cause.RelayDenied or Cause.AuthRequired or Cause.LocalConfig or Cause.TlsRequired;

    private static DeliveryDecision Own(DeliveryAction action, Cause cause, SmtpStage stage, string words) => new(action, cause, "relay", stage, words, false, null);
}
