using Todoku.Logs.Envelopes;
using Todoku.Mail;

namespace Todoku.Logs.Dialects;

/// <summary>
/// What one log line says, in a form that can be kept until its turn comes: all text is by place. Parsers, which run side by
/// side, make events; the correlator, which goes in order, joins them to messages.
/// </summary>
internal struct LogEvent
{
    /// <summary>What happened.</summary>
    public LogEventKind Kind;

    /// <summary>Yes-or-no facts.</summary>
    public LogEventFlags Flags;

    /// <summary>For attempts: how it ended.</summary>
    public DeliveryStatus Status;

    /// <summary>For attempts: who made it.</summary>
    public DeliveryAgent Agent;

    /// <summary>For attempts: where in the dialogue it ended.</summary>
    public SmtpStage Stage;

    /// <summary>For arrivals: how the message came in.</summary>
    public SubmitterKind SubmitterKind;

    /// <summary>For paths: what happened.</summary>
    public PathChangeKind PathChange;

    /// <summary>The relay's port.</summary>
    public ushort Port;

    /// <summary>The stamp as written.</summary>
    public LogTime Time;

    /// <summary>Host, instance and queue id in one: which message, until the id is used again.</summary>
    public ulong Key;

    /// <summary>Another message's key, or the hash of a Message-ID.</summary>
    public ulong OtherKey;

    /// <summary>For queued messages: size in bytes.</summary>
    public long Size;

    /// <summary>For queued messages: recipients.</summary>
    public int Count;

    /// <summary>For attempts: seconds since arrival, negative when unknown.</summary>
    public float Delay;

    /// <summary>For attempts: the logged status code.</summary>
    public EnhancedStatusCode Code;

    /// <summary>Offset of the line in its block.</summary>
    public int LineStart;

    /// <summary>Length of the line in its block.</summary>
    public int LineLength;

    /// <summary>Offset, in the block or (rewritten) its side buffer, of the plain line that the slices are cut from.</summary>
    public int PlainStart;

    /// <summary>Length of the plain line.</summary>
    public int PlainLength;

    /// <summary>The logging host.</summary>
    public Slice Host;

    /// <summary>The instance of the mail server.</summary>
    public Slice Instance;

    /// <summary>The queue id.</summary>
    public Slice QueueId;

    /// <summary>Recipient of an attempt, sender of a queued message.</summary>
    public Slice Address;

    /// <summary>The recipient before rewriting.</summary>
    public Slice OriginalAddress;

    /// <summary>The next hop's name.</summary>
    public Slice RelayHost;

    /// <summary>The next hop's address.</summary>
    public Slice RelayAddress;

    /// <summary>The reply, reason or warning.</summary>
    public Slice Text;

    /// <summary>Submitter, signing domain, or program: by kind.</summary>
    public Slice Name;

    /// <summary>Selector; for attempts the <c>tls=</c> value.</summary>
    public Slice OtherName;

    /// <summary>The address sent from.</summary>
    public Slice LocalAddress;
}
