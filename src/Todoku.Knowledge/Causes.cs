using System.Collections.Frozen;

namespace Todoku.Knowledge;

/// <summary>The identifiers of the causes, the same everywhere: JSON, knowledge files, tests, documentation.</summary>
public static class Causes
{
    private static readonly string[] Ids =
    [
        "unknown",
        "ip-reputation",
        "ip-blocklisted",
        "domain-reputation",
        "spam-content",
        "unauthenticated",
        "spf-fail",
        "dkim-fail",
        "dmarc-fail",
        "no-ptr",
        "bad-helo",
        "sender-rejected",
        "return-path-mismatch",
        "rate-limited",
        "greylisted",
        "recipient-unknown",
        "recipient-disabled",
        "mailbox-full",
        "recipient-refused",
        "content-blocked",
        "virus",
        "message-too-large",
        "rfc-violation",
        "policy",
        "relay-denied",
        "auth-required",
        "tls-required",
        "tls-failed",
        "host-not-found",
        "connection-refused",
        "connection-timeout",
        "remote-error",
        "expired",
        "local-config",
    ];

    private static readonly Cause[] InOrder = Enum.GetValues<Cause>();

    private static readonly FrozenDictionary<string, Cause> ById =
        InOrder.ToFrozenDictionary(cause => Ids[(int)cause], StringComparer.Ordinal);

    /// <summary>All causes, in the order of the list.</summary>
    public static ReadOnlySpan<Cause> All => InOrder;

    /// <summary>Finds a cause by its identifier.</summary>
    public static bool TryParse(string id, out Cause cause) => ById.TryGetValue(id, out cause);

    extension(Cause cause)
    {
        /// <summary>The identifier, such as <c>ip-reputation</c>.</summary>
        public string Id => Ids[(int)cause];
    }
}
