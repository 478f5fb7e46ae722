namespace Todoku.Diagnosis.Timeline;

/// <summary>The notices that one other server handed in.</summary>
internal sealed class NoticesOfClient
{
    /// <summary>How many.</summary>
    public long Count { get; set; }

    /// <summary>Lines of their delivery here.</summary>
    public EvidenceSample Evidence { get; } = new();
}
