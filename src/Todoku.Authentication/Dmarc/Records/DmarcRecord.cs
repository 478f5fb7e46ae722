using System.Diagnostics.CodeAnalysis;

namespace Todoku.Authentication.Dmarc.Records;

/// <summary>A DMARC policy record (RFC 9989, section 4.7): the values that count, and what is wrong with it.</summary>
public sealed record DmarcRecord
{
    /// <summary>The record as published; octets that are no UTF-8 are replaced. A stranger wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>By which standard it was read.</summary>
    public required DmarcStandard Standard { get; init; }

    /// <summary>All tags in order, v not among them; of a tag that stands twice the first.</summary>
    public required IReadOnlyList<DmarcTag> Tags { get; init; }

    /// <summary>What is wrong, in the order of the record.</summary>
    public required IReadOnlyList<DmarcProblem> Problems { get; init; }

    /// <summary>What it is good for.</summary>
    public required DmarcStanding Standing { get; init; }

    /// <summary>p: the policy for the domain itself; null when missing or invalid.</summary>
    public DmarcPolicy? Policy { get; init; }

    /// <summary>sp: the policy for subdomains; null when missing or invalid.</summary>
    public DmarcPolicy? SubdomainPolicy { get; init; }

    /// <summary>np: the policy for subdomains that don't exist; null when missing, invalid, or read by RFC 7489.</summary>
    public DmarcPolicy? NonexistentPolicy { get; init; }

    /// <summary>adkim; relaxed by default.</summary>
    public AlignmentMode DkimAlignment { get; init; }

    /// <summary>aspf; relaxed by default.</summary>
    public AlignmentMode SpfAlignment { get; init; }

    /// <summary>psd; unspecified by default and by RFC 7489.</summary>
    public PublicSuffixMark PublicSuffix { get; init; }

    /// <summary>t=y: the policy is only being tested; false by default and by RFC 7489.</summary>
    public bool IsTesting { get; init; }

    /// <summary>pct, 0 to 100; 100 by default and by RFC 9989.</summary>
    public int Percent { get; init; } = 100;

    /// <summary>rua: where aggregate reports go; those that can be read.</summary>
    public IReadOnlyList<ReportAddress> AggregateReports { get; init; } = [];

    /// <summary>ruf: where failure reports go; those that can be read.</summary>
    public IReadOnlyList<ReportAddress> FailureReports { get; init; } = [];

    /// <summary>Reads a record; false when it doesn't begin with v=DMARC1 and so is none (RFC 9989, section 4.7, tag v).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, DmarcStandard standard, [NotNullWhen(true)] out DmarcRecord? record) =>
        DmarcRecordParser.TryParse(text, standard, out record);
}
