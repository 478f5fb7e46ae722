namespace Todoku.Web.Control.Contract;

/// <summary>A dialogue in which a message was offered: how the session was opened, and what was said of this message.</summary>
/// <param name="BeganAt">When the session began.</param>
/// <param name="Path">By which path.</param>
/// <param name="Server">The server's name and address.</param>
/// <param name="Entries">The recipients, as <c>ID/2</c>.</param>
/// <param name="Dropped">Lines that were dropped in the middle.</param>
/// <param name="Lines">The lines.</param>
public sealed record TraceSession(DateTimeOffset BeganAt, string Path, string Server, IReadOnlyList<string> Entries, long Dropped, IReadOnlyList<TraceLine> Lines);
