namespace Todoku.Smtp.Client.Connecting;

/// <summary>How the opening of a connection ended.</summary>
public abstract record ConnectOutcome
{
    private ConnectOutcome()
    {
    }

    /// <summary>It stands.</summary>
    /// <param name="Connection">The connection.</param>
    public sealed record Connected(SmtpConnection Connection) : ConnectOutcome;

    /// <summary>It does not stand.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">The words of the system.</param>
    public sealed record Failed(ConnectFailure Reason, string Detail) : ConnectOutcome;
}
