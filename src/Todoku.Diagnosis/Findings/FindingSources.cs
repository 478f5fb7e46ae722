namespace Todoku.Diagnosis.Findings;

/// <summary>All that is looked for. Causes come first, since situations explain them.</summary>
internal static class FindingSources
{
    public static readonly IReadOnlyList<IFindingSource> All =
    [
        new CauseFindings(),
        new WarningFindings(),
        new ExplainingCauses(),
        new ReturnPathFindings(),
        new Ipv6Findings(),
        new Port25Findings(),
        new AbuseFindings(),
        new BackscatterFindings(),
        new SigningFindings(),
        new QueueFindings(),
        new RelayFindings(),
        new PathFindings(),
        new ProgressFindings(),
    ];
}
