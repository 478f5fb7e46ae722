using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>Whether a message may be sent now.</summary>
public abstract record MessageOpening
{
    private MessageOpening()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Sink">Takes it.</param>
    public sealed record Opened(ISmtpMessageSink Sink) : MessageOpening;

    /// <summary>It may not.</summary>
    /// <param name="Reply">Why: 452 when there is no room, 451 when there is too much to do.</param>
    public sealed record Refused(Reply Reply) : MessageOpening;
}
