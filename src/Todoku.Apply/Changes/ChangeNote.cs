namespace Todoku.Apply.Changes;

/// <summary>What a person must know of a change.</summary>
/// <param name="Kind">What.</param>
/// <param name="Detail">About which file, service or parameter.</param>
public sealed record ChangeNote(ChangeNoteKind Kind, string Detail);
