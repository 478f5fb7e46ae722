using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake;

/// <summary>Knows the recipients whose mail the relay keeps or handles itself: its postmaster, return paths that bounces come back to.</summary>
public interface ILocalRecipients
{
    /// <summary>What this recipient is.</summary>
    LocalRecipient Find(Mailbox recipient);
}
