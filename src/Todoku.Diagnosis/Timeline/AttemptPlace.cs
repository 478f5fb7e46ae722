using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Where an attempt went: to this site, to a filter on this host, to a smart host's submission port, or straight to a receiver.</summary>
internal static class AttemptPlace
{
    /// <summary>Whether it ended on the sending site itself.</summary>
    public static bool IsLocal(in DeliveryAttempt attempt) =>
        attempt.Agent is DeliveryAgent.Local or DeliveryAgent.Pipe or DeliveryAgent.Lmtp || IsThisHost(attempt);

    /// <summary>Whether it only handed the message to a content filter on the same host, from which it comes back.</summary>
    public static bool IsFilterHop(in DeliveryAttempt attempt) =>
        attempt.Agent == DeliveryAgent.Smtp && IsThisHost(attempt);

    /// <summary>Whether it spoke with a receiver's server on port 25.</summary>
    public static bool IsDirect(in DeliveryAttempt attempt) =>
        attempt.Agent == DeliveryAgent.Smtp && attempt.RelayPort is 25 or 0 && !attempt.RelayHost.IsEmpty
        && !IsThisHost(attempt);

    /// <summary>Ports at which nobody takes mail for others without knowing the sender (RFC 6409, RFC 8314; 2525 by custom).</summary>
    public static bool IsSubmissionPort(ushort port) => port is 587 or 465 or 2525;

    /// <summary>Whether a host lies in a domain.</summary>
    public static bool IsHostOf(ReadOnlySpan<byte> host, ReadOnlySpan<byte> domain)
    {
        if (domain.IsEmpty || host.Length < domain.Length) return false;
        if (host.Length > domain.Length && host[^(domain.Length + 1)] != '.') return false;
        Span<byte> buffer = stackalloc byte[256];
        return domain.Length <= buffer.Length && IdentityNotes.Lower(host[^domain.Length..], buffer).SequenceEqual(domain);
    }

    private static bool IsThisHost(in DeliveryAttempt attempt) => LoopbackHost.Is(attempt.RelayHost, attempt.RelayAddress, attempt.Host);
}
