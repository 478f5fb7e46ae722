namespace Todoku.Relay.Operating;

/// <summary>How giving up root went.</summary>
public abstract record PrivilegeOutcome
{
    private PrivilegeOutcome()
    {
    }

    /// <summary>The process runs as this user, and can't become root again.</summary>
    /// <param name="Account">The user.</param>
    public sealed record Dropped(UserAccount Account) : PrivilegeOutcome;

    /// <summary>There is no such user.</summary>
    /// <param name="User">Its name.</param>
    public sealed record NoSuchUser(string User) : PrivilegeOutcome;

    /// <summary>The process runs as another user and not as root, so that it can't become this one.</summary>
    /// <param name="User">Its name.</param>
    public sealed record NotRoot(string User) : PrivilegeOutcome;

    /// <summary>The system refuses.</summary>
    /// <param name="User">Its name.</param>
    /// <param name="Reason">The system's words.</param>
    public sealed record Refused(string User, string Reason) : PrivilegeOutcome;
}
