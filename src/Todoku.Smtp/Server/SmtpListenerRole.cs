namespace Todoku.Smtp.Server;

/// <summary>Whom a listener is for. It decides who may relay through it; nothing that a client says can widen it.</summary>
public enum SmtpListenerRole : byte
{
    /// <summary>The hosts of trusted networks: they may relay without a password. Other hosts may write to local recipients only.</summary>
    TrustedNetworks,

    /// <summary>Users and programs with a password (RFC 6409): nothing is taken without one, wherever it comes from.</summary>
    Submission,

    /// <summary>Anyone, for local recipients only: bounces and complaints that come back. Nobody relays.</summary>
    Reception,

    /// <summary>Programs of this machine, by a Unix socket: whoever may open it may relay. The kernel says who they are.</summary>
    LocalUsers,
}
