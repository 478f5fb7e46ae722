using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Whose doing a failure is, in words.</summary>
public abstract class FaultNames
{
    /// <summary>One or two words, for tables.</summary>
    public abstract string Short(Fault fault);

    /// <summary>A clause that completes "Whose doing:".</summary>
    public abstract string Long(Fault fault);
}
