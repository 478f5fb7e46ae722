using Todoku.Smtp.Client;

namespace Todoku.Relay.Delivery.Sessions;

/// <summary>A connection that waits for the next message.</summary>
/// <param name="Session">The session.</param>
/// <param name="Since">Since when, as a timestamp of the clock.</param>
internal readonly record struct IdleSession(SmtpClientSession Session, long Since);
