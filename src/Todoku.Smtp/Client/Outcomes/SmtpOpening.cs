namespace Todoku.Smtp.Client.Outcomes;

/// <summary>How the opening of a session ended.</summary>
public abstract record SmtpOpening
{
    private SmtpOpening()
    {
    }

    /// <summary>The session stands and takes messages. Whoever got it disposes of it.</summary>
    /// <param name="Session">The session.</param>
    public sealed record Ready(SmtpClientSession Session) : SmtpOpening;

    /// <summary>There is no session.</summary>
    /// <param name="Outcome">Why.</param>
    public sealed record Failed(SmtpAttemptOutcome Outcome) : SmtpOpening;
}
