namespace Todoku.Storage.Sqlite.Native;

/// <summary>SQLite refused something. Never leaves this project: it becomes a <see cref="Relay.Queue.Outcomes.StorageFault"/>.</summary>
/// <param name="code">The primary result code.</param>
/// <param name="message">SQLite's words.</param>
internal sealed class SqliteException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
