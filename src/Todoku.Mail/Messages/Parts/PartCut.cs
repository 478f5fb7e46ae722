namespace Todoku.Mail.Messages.Parts;

/// <summary>Why not all parts of a message were looked at.</summary>
public enum PartCut
{
    /// <summary>All were.</summary>
    None,

    /// <summary>More than <see cref="PartLimits.MaxParts"/>.</summary>
    TooMany,

    /// <summary>Deeper in one another than <see cref="PartLimits.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>A line longer than <see cref="PartLimits.MaxFieldLength"/>.</summary>
    EndlessField,

    /// <summary>They can't be told apart.</summary>
    Broken,
}
