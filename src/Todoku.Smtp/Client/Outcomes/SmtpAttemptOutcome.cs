using Todoku.Mail;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Replies;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Smtp.Client.Outcomes;

/// <summary>How the attempt to hand one message to one server ended. What a server does is never an exception.</summary>
public abstract record SmtpAttemptOutcome
{
    private SmtpAttemptOutcome(SmtpStage stage) => Stage = stage;

    /// <summary>Where in the dialogue it ended.</summary>
    public SmtpStage Stage { get; }

    /// <summary>No connection stood.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">The words of the system.</param>
    public sealed record NotConnected(ConnectFailure Reason, string Detail) : SmtpAttemptOutcome(SmtpStage.Connect);

    /// <summary>The server refused the session before any message: in its greeting, at EHLO, STARTTLS or AUTH.</summary>
    public sealed record Refused : SmtpAttemptOutcome
    {
        internal Refused(SmtpStage stage, ServerReply reply)
            : base(stage) => Reply = reply;

        /// <summary>What it said.</summary>
        public ServerReply Reply { get; }
    }

    /// <summary>
    /// TLS was begun and did not come about, or the certificate is not the one that was asked for. A server that closes the connection instead is
    /// <see cref="Lost"/> at <see cref="SmtpStage.StartTls"/>.
    /// </summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">The words of the TLS library, or what is wrong with the certificate.</param>
    /// <param name="PeerName">The name in the certificate; empty when none was seen.</param>
    public sealed record TlsFailed(TlsFailure Reason, string Detail, string PeerName) : SmtpAttemptOutcome(SmtpStage.StartTls);

    /// <summary>The server answered for every recipient, good or bad.</summary>
    public sealed record Answered : SmtpAttemptOutcome
    {
        internal Answered(SmtpStage stage, IReadOnlyList<RecipientResult> results)
            : base(stage) => Results = results;

        /// <summary>One result a recipient, in the order of the envelope.</summary>
        public IReadOnlyList<RecipientResult> Results { get; }
    }

    /// <summary>The connection ended, stalled or carried nonsense before the server had answered.</summary>
    public sealed record Lost : SmtpAttemptOutcome
    {
        internal Lost(SmtpStage stage, LossReason reason, string detail, IReadOnlyList<RecipientResult> results)
            : base(stage) => (Reason, Detail, Results) = (reason, detail, results);

        /// <summary>What happened.</summary>
        public LossReason Reason { get; }

        /// <summary>The words of the system, or what the server sent.</summary>
        public string Detail { get; }

        /// <summary>What was known of each recipient by then; empty when the session had not got to a message.</summary>
        public IReadOnlyList<RecipientResult> Results { get; }

        /// <summary>Whether the end of the message was sent, so that the server may have taken it: sending it again may make two of it.</summary>
        public bool IsPossiblyDelivered { get; internal init; }

        /// <summary>Whether it ended while octets of the message were being sent, before its end.</summary>
        public bool IsWithinMessage { get; internal init; }

        /// <summary>Whether a connection that had served before ended before it said anything to this message: the server had closed it for being idle.</summary>
        public bool IsStaleConnection { get; internal init; }
    }

    /// <summary>Nothing was sent, because this server can't take this message.</summary>
    public sealed record NotSent : SmtpAttemptOutcome
    {
        /// <summary>Says so; a caller that prepares messages for servers may find that this one can't be.</summary>
        public NotSent(SmtpStage stage, NotSentReason reason, string detail)
            : base(stage) => (Reason, Detail) = (reason, detail);

        /// <summary>Why.</summary>
        public NotSentReason Reason { get; }

        /// <summary>The figures, or the words that were missing.</summary>
        public string Detail { get; }
    }

    /// <summary>The message could not be read here while it was being sent. The connection was cut before its end, so the server has nothing.</summary>
    /// <param name="Detail">The words of the system.</param>
    public sealed record ContentFailed(string Detail) : SmtpAttemptOutcome(SmtpStage.EndOfData);
}
