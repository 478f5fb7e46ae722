using Todoku.Apply.Files;
using Todoku.Apply.Hosts;
using Todoku.Apply.NameServers;

namespace Todoku.Apply.Changes;

/// <summary>One change of this host, ready to be shown and made.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Subject">What it is about: the relay, the address, the name.</param>
public sealed record Change(ChangeKind Kind, string Subject)
{
    /// <summary>The files, in the order in which they are written: a table before what names it.</summary>
    public required IReadOnlyList<FileEdit> Files { get; init; }

    /// <summary>Tables to be made again once the files are written.</summary>
    public IReadOnlyList<TableBuild> Builds { get; init; } = [];

    /// <summary>What must go well before the change is put in force; else everything is taken back.</summary>
    public IReadOnlyList<HostCommand> Checks { get; init; } = [];

    /// <summary>What puts it in force.</summary>
    public IReadOnlyList<HostCommand> Activations { get; init; } = [];

    /// <summary>What a person must know of it before saying yes.</summary>
    public IReadOnlyList<ChangeNote> Notes { get; init; } = [];

    /// <summary>What becomes of a zone; null: nothing.</summary>
    public DnsEdit? Dns { get; init; }
}
