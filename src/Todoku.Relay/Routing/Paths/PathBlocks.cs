using Todoku.Relay.Queue;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Paths;

/// <summary>The memory of who refuses what comes by which path; over restarts. Not for several threads at once: <see cref="PathLadder"/> holds the lock.</summary>
internal sealed class PathBlocks
{
    /// <summary>The kind of its rows.</summary>
    public const string Kind = "block";

    /// <summary>The most blocks that are remembered. Strangers' domains can make blocks; past this the one that ends first is forgotten.</summary>
    public const int MaxBlocks = 10_000;

    // A block that nobody asks for any more is forgotten some time after its end.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private readonly Dictionary<(string Provider, string Path), BlockEntry> _entries = [];
    private readonly StateJournal _journal;

    private PathBlocks(IRelayState state) => _journal = new StateJournal(state, Kind);

    /// <summary>Whether there are none: the usual case.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>All.</summary>
    public IEnumerable<BlockEntry> All => _entries.Values;

    /// <summary>Reads what is kept. A probe that was under way is over.</summary>
    public static async Task<PathBlocks> OpenAsync(IRelayState state, SteadyClock clock)
    {
        var blocks = new PathBlocks(state);
        await state.LoadAsync(Kind, row =>
        {
            if (PathBlockText.Read(row.Value) is not { } block || blocks._entries.Count >= MaxBlocks) return;
            if (block.State == BlockState.Probing) block = block with { State = BlockState.Suspended, Until = clock.Now };
            blocks._entries[(block.Provider, block.Path)] = new BlockEntry(block);
        }).ConfigureAwait(false);
        return blocks;
    }

    /// <summary>The block that stands against a provider's mail on a path: that of all providers, else its own; null when there is none.</summary>
    public BlockEntry? Find(string provider, string path) =>
        _entries.Count == 0 ? null : _entries.GetValueOrDefault((PathBlock.Everybody, path)) ?? _entries.GetValueOrDefault((provider, path));

    /// <summary>The provider's own block on a path; null when there is none.</summary>
    public BlockEntry? FindOwn(string provider, string path) => _entries.GetValueOrDefault((provider, path));

    /// <summary>Adds a block.</summary>
    public BlockEntry Add(PathBlock block)
    {
        if (_entries.Count >= MaxBlocks && _entries.MinBy(pair => pair.Value.Block.Until) is { Value: { } oldest }) Remove(oldest);
        var entry = new BlockEntry(block);
        _entries[(block.Provider, block.Path)] = entry;
        Write(block);
        return entry;
    }

    /// <summary>Changes a block.</summary>
    public void Change(BlockEntry entry, PathBlock block)
    {
        entry.Block = block;
        Write(block);
    }

    /// <summary>Forgets a block.</summary>
    public void Remove(BlockEntry entry)
    {
        _entries.Remove((entry.Block.Provider, entry.Block.Path));
        _journal.Remove(KeyOf(entry.Block));
    }

    /// <summary>Done when all changes are written.</summary>
    public Task FlushAsync() => _journal.FlushAsync();

    private void Write(PathBlock block) => _journal.Put(KeyOf(block), PathBlockText.Write(block), block.Until + Remembered);

    // A provider's id is a word or a domain and has no '/': whatever stands before the last one is the path. The names themselves are in the value.
    private static string KeyOf(PathBlock block)
    {
        var key = $"{block.Path}/{block.Provider}";
        return key.Length <= StateRow.MaxKeyLength ? key : key[..StateRow.MaxKeyLength];
    }
}
