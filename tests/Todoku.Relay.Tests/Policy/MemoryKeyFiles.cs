using Todoku.Relay.Policy.Signing;

namespace Todoku.Relay.Tests.Policy;

/// <summary>Key files in memory.</summary>
internal sealed class MemoryKeyFiles : IKeyFiles
{
    private readonly Dictionary<string, KeyFileOutcome> _files = [];
    private ulong _inode;

    public int Looks { get; private set; }

    public int Reads { get; private set; }

    public void Put(string path, string text) => _files[path] = new KeyFileOutcome.Read(new KeyFileMark(++_inode, 0, (ulong)text.Length, UnixFileMode.UserRead, 0), text);

    public void Refuse(string path, KeyFileProblem problem) => _files[path] = new KeyFileOutcome.Refused(problem, "");

    public KeyFileMark? Look(string path)
    {
        Looks++;
        return (_files.GetValueOrDefault(path) as KeyFileOutcome.Read)?.Mark;
    }

    public KeyFileOutcome Read(string path)
    {
        Reads++;
        return _files.GetValueOrDefault(path) ?? new KeyFileOutcome.Refused(KeyFileProblem.Missing, "");
    }
}
