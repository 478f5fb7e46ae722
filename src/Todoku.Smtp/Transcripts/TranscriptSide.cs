namespace Todoku.Smtp.Transcripts;

/// <summary>Who said a line of a session.</summary>
public enum TranscriptSide : byte
{
    /// <summary>The client.</summary>
    Client,

    /// <summary>The server.</summary>
    Server,

    /// <summary>Neither: what happened ("TLS 1.3 begins").</summary>
    Event,
}
