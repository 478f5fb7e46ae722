using Todoku.Apply.Changes;
using Todoku.Apply.Hosts;
using Todoku.Apply.NameServers;

namespace Todoku.Apply.Journals;

/// <summary>One change in the journal.</summary>
public sealed record JournalEntry
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What it does.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>How far it came.</summary>
    public required JournalState State { get; init; }

    /// <summary>The files, in the order in which they were written.</summary>
    public required IReadOnlyList<JournalFile> Files { get; init; }

    /// <summary>Tables that were made again.</summary>
    public required IReadOnlyList<TableBuild> Builds { get; init; }

    /// <summary>What was looked at.</summary>
    public required IReadOnlyList<HostCommand> Checks { get; init; }

    /// <summary>What put it in force.</summary>
    public required IReadOnlyList<HostCommand> Activations { get; init; }

    /// <summary>What became of a zone; null: nothing.</summary>
    public DnsEdit? Dns { get; init; }
}
