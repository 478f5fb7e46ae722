namespace Todoku.Knowledge.Images;

/// <summary>A list of words: the index of its name, and where in <see cref="ImageSection.TextLists"/> it stands.</summary>
internal readonly record struct WordListRecord(uint Id, uint Texts);
