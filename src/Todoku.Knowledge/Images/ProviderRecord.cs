namespace Todoku.Knowledge.Images;

/// <summary>A provider; all are indexes of strings.</summary>
internal readonly record struct ProviderRecord(uint Id, uint NameEnglish, uint NameJapanese);
