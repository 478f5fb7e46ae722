namespace Todoku.Authentication.TagLists;

/// <summary>Why a text is no tag list.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Offset">Where, in octets from the beginning of the list.</param>
public readonly record struct TagListError(TagListProblem Problem, int Offset);
