namespace Todoku.Smtp.Server.Authentication;

/// <summary>How an AUTH dialogue ended.</summary>
internal abstract record SaslOutcome
{
    private SaslOutcome()
    {
    }

    /// <summary>The client knows the password of this user.</summary>
    public sealed record Success(string User) : SaslOutcome;

    /// <summary>It does not, or there is no such user.</summary>
    public sealed record WrongPassword : SaslOutcome;

    /// <summary>It sent what the mechanism has no place for.</summary>
    public sealed record Malformed : SaslOutcome;

    /// <summary>It gave no answer: cancelled, too long, no base64, gone. Whoever asked knows which.</summary>
    public sealed record NoAnswer : SaslOutcome;
}
