namespace Todoku.Knowledge.Images;

/// <summary>A blocklist; all are indexes of strings.</summary>
internal readonly record struct BlocklistRecord(uint Id, uint Name, uint Url);
