namespace Todoku.Smtp.Client.Connecting;

/// <summary>Opens connections to servers.</summary>
public interface ISmtpConnector
{
    /// <summary>Opens one.</summary>
    /// <param name="endpoint">To where, and from which address.</param>
    /// <param name="limit">The time it may take.</param>
    /// <param name="ct">Ends it early; the answer is then a failure too.</param>
    Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct);
}
