namespace Todoku.Authentication.Spf;

/// <summary>Which identity was checked.</summary>
public enum SpfIdentity
{
    /// <summary>The domain of MAIL FROM.</summary>
    MailFrom,

    /// <summary>The HELO name, since the sender is null.</summary>
    Helo,
}
