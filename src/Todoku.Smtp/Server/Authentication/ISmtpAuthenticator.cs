namespace Todoku.Smtp.Server.Authentication;

/// <summary>Knows the users that may submit mail. What it throws is answered with 454.</summary>
public interface ISmtpAuthenticator
{
    /// <summary>What is stored of a user's password; null when there is no such user. Sessions don't let a client see the difference.</summary>
    ValueTask<ScramCredential?> FindAsync(string user, CancellationToken cancellationToken);
}
