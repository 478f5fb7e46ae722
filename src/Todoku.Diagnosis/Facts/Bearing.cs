namespace Todoku.Diagnosis.Facts;

/// <summary>How a point of the checklist bears on a cause.</summary>
internal enum Bearing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A fault at the point can bring the cause about; that the point is well says nothing against it.</summary>
    Indirect,

    /// <summary>It is what the cause speaks of.</summary>
    Direct,
}
