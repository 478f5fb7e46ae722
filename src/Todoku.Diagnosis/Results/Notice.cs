namespace Todoku.Diagnosis;

/// <summary>Something the reader must know to trust the numbers.</summary>
/// <param name="Kind">What.</param>
/// <param name="Detail">The number, file or host it speaks of.</param>
public sealed record Notice(NoticeKind Kind, string Detail);
