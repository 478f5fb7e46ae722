namespace Todoku.Web.Control.Contract;

/// <summary>The dialogue of one session in which a message was offered.</summary>
/// <param name="BeganAt">When the session began.</param>
/// <param name="Path">By which path.</param>
/// <param name="Server">The server's name and address.</param>
/// <param name="Messages">The messages that were offered in it.</param>
/// <param name="Dropped">Lines that were dropped in the middle.</param>
/// <param name="Lines">The lines.</param>
public sealed record TraceSession(DateTimeOffset BeganAt, string Path, string Server, IReadOnlyList<string> Messages, long Dropped, IReadOnlyList<TraceLine> Lines);
