using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>
/// Tells senders that a host made up for a program that gave none. Their domain is empty, an address literal, <c>localhost</c> or a name below it or below
/// <c>localdomain</c>, a name of this machine, the first label of one, or one below <c>localdomain</c>. A mailbox at such an address is nobody's, and a domain
/// that is the server's own aligns with no customer's From field (RFC 9989).
/// </summary>
internal sealed class HostDerivedSender
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "localdomain" };

    public HostDerivedSender(IEnumerable<string> hostNames)
    {
        foreach (var name in hostNames)
        {
            if (name.Length == 0) continue;
            _names.Add(name.TrimEnd('.'));
            _names.Add(name.Split('.')[0]);
        }
    }

    /// <summary>Whether a sender is one.</summary>
    public bool Is(Mailbox sender) =>
        sender.Domain.Length == 0 || sender.IsAddressLiteral || _names.Contains(sender.Domain)
        || sender.Domain.EndsWith(".localhost", StringComparison.Ordinal) || sender.Domain.EndsWith(".localdomain", StringComparison.Ordinal);
}
