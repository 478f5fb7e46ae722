using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>What was found at one _dmarc name.</summary>
public abstract record DmarcFinding
{
    private DmarcFinding()
    {
    }

    /// <summary>The most TXT records that are kept to be shown.</summary>
    public const int MaxTexts = 4;

    /// <summary>Exactly one DMARC record.</summary>
    public sealed record Record(DmarcRecord Value) : DmarcFinding;

    /// <summary>No DMARC record.</summary>
    /// <param name="IsNameMissing">Whether DNS said that the name doesn't exist.</param>
    /// <param name="OtherTexts">What TXT records there are instead, at most <see cref="MaxTexts"/>; a stranger wrote them.</param>
    public sealed record Absent(bool IsNameMissing, IReadOnlyList<string> OtherTexts) : DmarcFinding;

    /// <summary>Several DMARC records, which count as none (RFC 9989, section 4.10, step 2).</summary>
    /// <param name="Texts">The first ones, at most <see cref="MaxTexts"/>; a stranger wrote them.</param>
    /// <param name="Count">How many.</param>
    public sealed record Several(IReadOnlyList<string> Texts, int Count) : DmarcFinding;

    /// <summary>No answer that can be relied on.</summary>
    public sealed record Failed(DnsFailure Failure, string Server) : DmarcFinding;
}
