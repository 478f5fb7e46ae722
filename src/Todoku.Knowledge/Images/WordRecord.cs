namespace Todoku.Knowledge.Images;

/// <summary>A reply word that names a provider.</summary>
/// <param name="Anchor">The word.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Weight">Its length in bytes: of several words found, the longest decides.</param>
internal readonly record struct WordRecord(uint Anchor, ushort Provider, ushort Weight);
