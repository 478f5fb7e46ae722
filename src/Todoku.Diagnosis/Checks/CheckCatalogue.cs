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
        new Receiving.SenderDomainCheck(),
    ];
}
