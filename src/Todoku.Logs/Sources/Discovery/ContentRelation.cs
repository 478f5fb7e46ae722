namespace Todoku.Logs.Sources.Discovery;

/// <summary>How the contents of two files stand to each other.</summary>
internal enum ContentRelation : byte
{
    /// <summary>They differ.</summary>
    Different,

    /// <summary>They are the same.</summary>
    Same,

    /// <summary>All of the first is the beginning of the second.</summary>
    FirstIsPrefix,

    /// <summary>All of the second is the beginning of the first.</summary>
    SecondIsPrefix,
}
