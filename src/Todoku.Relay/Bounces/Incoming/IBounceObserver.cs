using Todoku.Mail.Messages.Notices;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>Is told of what comes back: for logs, figures and findings. A cause of reputation is for here alone; it suppresses no one. Must not block.</summary>
public interface IBounceObserver
{
    /// <summary>A message came back.</summary>
    void Bounced(BounceReport report);

    /// <summary>Somebody complained.</summary>
    void Complained(ComplaintReport report);

    /// <summary>Something else came to a return path.</summary>
    /// <param name="kind">What it is; <see cref="MessageKind.None"/> where that can't be told.</param>
    /// <param name="what">What was done with it, in English.</param>
    void Returned(MessageKind kind, string what);
}
