using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Short names of the causes for tables and headings, without capital or full stop.</summary>
public abstract class CauseNames
{
    /// <summary>The name of a cause.</summary>
    public abstract string Of(Cause cause);
}
