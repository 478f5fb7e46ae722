using System.Globalization;
using System.Text.Json;
using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;

namespace Todoku.Apply.Journals;

/// <summary>
/// What was changed on this host: a file for each change (<c>000001.json</c>), with what each of its files held before and after (<c>000001.0.before</c>,
/// <c>000001.0.after</c>). Only root may look into it, since there are passwords among them.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="folder">The folder.</param>
public sealed class Journal(IApplyHost host, string folder)
{
    /// <summary>Where it is.</summary>
    public const string UsualFolder = "/var/lib/todoku/apply";

    private const string Ending = ".json";

    /// <summary>Takes the right to change this host, which one program has at a time.</summary>
    /// <returns>What gives it back; null when another program has it.</returns>
    public IDisposable? TryLock()
    {
        host.MakePrivateFolder(folder);
        return host.TryLock($"{folder}/lock");
    }

    /// <summary>All entries, oldest first.</summary>
    /// <exception cref="IOException">An entry can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public IReadOnlyList<JournalEntry> Read() => [.. host.FilesIn(folder, Ending).Select(ReadEntry)];

    /// <summary>Writes down that a change begins, and what its files hold.</summary>
    public JournalEntry Begin(Change change, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(change);
        host.MakePrivateFolder(folder);
        var number = Read() is [.., var last] ? last.Number + 1 : 1;
        for (var i = 0; i < change.Files.Count; i++)
        {
            if (change.Files[i].Before is { } before) host.Write(PathOf(number, i, "before"), before, FileEdit.Private);
            if (change.Files[i].After is { } after) host.Write(PathOf(number, i, "after"), after, FileEdit.Private);
        }
        var entry = new JournalEntry
        {
            Number = number,
            Time = time,
            Kind = change.Kind,
            Subject = change.Subject,
            State = JournalState.Begun,
            Files = [.. change.Files.Select(file => new JournalFile(file.Path, Octets.Hash(file.Before), Octets.Hash(file.After), (int)file.Mode, file.IsSecret))],
            Builds = change.Builds,
            Checks = change.Checks,
            Activations = change.Activations,
            Dns = change.Dns,
        };
        Write(entry);
        return entry;
    }

    /// <summary>Writes down how far a change came.</summary>
    public void Mark(JournalEntry entry, JournalState state)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Write(entry with { State = state });
    }

    /// <summary>What a file held before a change; null when it was not there.</summary>
    public string? Before(JournalEntry entry, int file)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Kept(PathOf(entry.Number, file, "before"), entry.Files[file].Before);
    }

    /// <summary>What a file held after it; null when it was gone.</summary>
    public string? After(JournalEntry entry, int file)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Kept(PathOf(entry.Number, file, "after"), entry.Files[file].After);
    }

    private string? Kept(string path, string hash)
    {
        if (hash == Octets.Hash(null)) return null;
        return host.Read(path) is { } text && Octets.Hash(text) == hash ? text : throw new IOException($"{path} is not what was written there");
    }

    private JournalEntry ReadEntry(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(Octets.Of(host.Read(path) ?? ""), JournalJson.Default.JournalEntry) ?? throw new IOException($"{path} is empty");
        }
        catch (JsonException error)
        {
            throw new IOException($"{path}: {error.Message}", error);
        }
    }

    private void Write(JournalEntry entry) =>
        host.Write(Name(entry.Number) + Ending, Octets.ToText(JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry)), FileEdit.Private);

    private string PathOf(int number, int file, string side) => string.Create(CultureInfo.InvariantCulture, $"{Name(number)}.{file}.{side}");

    private string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}/{number:000000}");
}
