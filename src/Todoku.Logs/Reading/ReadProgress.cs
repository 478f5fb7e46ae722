namespace Todoku.Logs;

/// <summary>How far the reading is.</summary>
/// <param name="BytesRead">Bytes of the inputs as stored, read so far.</param>
/// <param name="BytesTotal">All of them, -1 when unknown.</param>
/// <param name="Lines">Lines read so far.</param>
/// <param name="File">The file being read.</param>
public readonly record struct ReadProgress(long BytesRead, long BytesTotal, long Lines, string File);
