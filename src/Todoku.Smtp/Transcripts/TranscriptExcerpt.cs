namespace Todoku.Smtp.Transcripts;

/// <summary>What a transcript held at one moment. Its lines are made when they are asked for.</summary>
public sealed class TranscriptExcerpt
{
    private readonly byte[] _octets;

    internal TranscriptExcerpt(DateTimeOffset beganAt, long dropped, byte[] octets) => (BeganAt, Dropped, _octets) = (beganAt, dropped, octets);

    /// <summary>When the session began.</summary>
    public DateTimeOffset BeganAt { get; }

    /// <summary>How many lines were dropped between the first and the newest.</summary>
    public long Dropped { get; }

    /// <summary>Octets of memory.</summary>
    public int Size => _octets.Length;

    /// <summary>The lines, the oldest first.</summary>
    public IReadOnlyList<TranscriptLine> Lines => LineBuffer.Read(_octets, BeganAt);
}
