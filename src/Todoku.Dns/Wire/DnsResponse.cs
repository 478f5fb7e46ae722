namespace Todoku.Dns.Wire;

/// <summary>A message that answers our question.</summary>
/// <param name="Code">What the server says about it.</param>
/// <param name="IsTruncated">Whether it had no room for all of the answer.</param>
/// <param name="IsAuthenticated">Whether it says that it verified the answer.</param>
/// <param name="Answers">The records that may answer: of the type asked for, and CNAMEs; owners as they are.</param>
/// <param name="NegativeTimeToLive">How long the lack of records may be kept; null when it doesn't say (RFC 2308, section 5).</param>
internal sealed record DnsResponse(
    ResponseCode Code, bool IsTruncated, bool IsAuthenticated, IReadOnlyList<ResourceRecord> Answers, TimeSpan? NegativeTimeToLive);
