using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Whose doing a failure is, in words.</summary>
public abstract class FaultNames
{
    /// <summary>Where the fault lies, in a few words for a list of facts.</summary>
    public abstract string Short(Fault fault);

    /// <summary>A clause that completes "Whose doing:".</summary>
    public abstract string Long(Fault fault);
}
