namespace Todoku.Diagnosis.Checks;

/// <summary>All points of the checklist, in the order in which they are shown. A new check is a line here.</summary>
public static class CheckCatalogue
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
    [
        new Spf.SpfRecordCheck(),
        new Spf.SpfSyntaxCheck(),
        new Spf.SpfAddressCheck(),
        new Spf.SpfLookupsCheck(),
        new Spf.SpfEndCheck(),
        new Spf.SpfPtrCheck(),
        new Spf.SpfHeloCheck(),
        new Dkim.DkimRecordCheck(),
        new Dkim.DkimKeyCheck(),
        new Dkim.DkimSizeCheck(),
        new Dkim.DkimFlagsCheck(),
        new Dkim.DkimDnsCheck(),
        new Dkim.DkimAlignmentCheck(),
        new Dmarc.DmarcRecordCheck(),
        new Dmarc.DmarcSyntaxCheck(),
        new Dmarc.DmarcPolicyCheck(),
        new Dmarc.DmarcReportsCheck(),
        new Dmarc.DmarcAlignmentCheck(),
        new Dmarc.DmarcOrganizationCheck(),
        new Addresses.PtrCheck(),
        new Addresses.ForwardConfirmedCheck(),
        new Addresses.GenericNameCheck(),
        new Addresses.HeloCheck(),
        new Addresses.PtrHeloCheck(),
        new Addresses.Ipv6Check(),
        new Receiving.ReturnPathAlignmentCheck(),
        new Receiving.ReturnPathDomainCheck(),
        new Receiving.SenderDomainCheck(),
        new Receiving.MxHostsCheck(),
        new Receiving.RoleMailboxCheck(),
        new Transport.MtaStsCheck(),
        new Transport.TlsReportCheck(),
        new Transport.DaneCheck(),
        new Blocklists.AddressBlocklistCheck(),
        new Blocklists.NeighbourBlocklistCheck(),
        new Blocklists.DomainBlocklistCheck(),
    ];

    /// <summary>The points that are drawn from the results of all checks; shown behind them.</summary>
    public static IReadOnlyList<IConclusion> Conclusions { get; } =
    [
        new Receivers.ReceiverRulesConclusion(),
    ];

    /// <summary>All points, of both kinds.</summary>
    public static IEnumerable<IPoint> Points => [.. All, .. Conclusions];
}
