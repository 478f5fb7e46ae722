namespace Todoku.Storage.Sqlite.Writing;

/// <summary>What a <see cref="GroupWriter{TSession}"/> writes to.</summary>
/// <typeparam name="TSession">Its connection.</typeparam>
/// <param name="Path">The database; the file beside it with <c>.lock</c> behind its name is held while it is open.</param>
/// <param name="Name">What it keeps, for the name of the thread.</param>
/// <param name="Open">Opens a connection: at the first change, and after a fault that needs it.</param>
internal sealed record WriterOptions<TSession>(string Path, string Name, Func<TSession> Open)
    where TSession : IWriteSession
{
    /// <summary>Changes that find out whether a database that could not be written can be again.</summary>
    public required Func<IEnumerable<WriteRequest<TSession>>> Probe { get; init; }

    /// <summary>How long to wait before that is tried again without being asked.</summary>
    public required TimeSpan ProbeInterval { get; init; }

    /// <summary>Where the time comes from.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether opening a damaged database heals it, so that what failed is tried once more.</summary>
    public bool HealsDamage { get; init; }
}
