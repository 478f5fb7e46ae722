namespace Todoku.Knowledge.Images;

/// <summary>A reply word that names a provider.</summary>
/// <param name="Word">The word, a <see cref="WordRef"/>.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Weight">Its length in bytes: of several words found, the longest decides.</param>
internal readonly record struct WordRecord(uint Word, ushort Provider, ushort Weight);
