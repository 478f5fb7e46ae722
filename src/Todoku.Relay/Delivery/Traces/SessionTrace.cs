using Todoku.Smtp.Transcripts;

namespace Todoku.Relay.Delivery.Traces;

/// <summary>The dialogue in which a message was offered to a server once.</summary>
/// <param name="Recipients">The numbers of its recipients, from 0.</param>
/// <param name="Path">The name of the path.</param>
/// <param name="Server">The server's name and address.</param>
/// <param name="Dialogue">How the session was opened, and what was said of this message; secrets are masked, the message itself is not in it.</param>
public sealed record SessionTrace(IReadOnlyList<int> Recipients, string Path, string Server, TranscriptExcerpt Dialogue);
