namespace Todoku.Knowledge.Sources;

/// <summary>A list of words.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Words">The words, lower case.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record WordListDefinition(string Id, IReadOnlyList<string> Words, SourcePlace Place);
