using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>What a domain's policy says of one of its servers.</summary>
internal abstract record HostTls
{
    private HostTls()
    {
    }

    /// <summary>TLS where it is offered.</summary>
    public static Asked Opportunistic { get; } = new(new TlsRequirement.Opportunistic(), "opportunistic");

    /// <summary>It may be used, with this TLS.</summary>
    /// <param name="Requirement">What is asked of it.</param>
    /// <param name="Reason">Where that comes from, in English.</param>
    public sealed record Asked(TlsRequirement Requirement, string Reason) : HostTls;

    /// <summary>It may not be used.</summary>
    /// <param name="Reason">Why, in English.</param>
    public sealed record Refused(string Reason) : HostTls;
}
