using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Policy.Signing;

/// <summary>
/// A key file and the key that it holds. The file is looked at when the key is wanted, at most once in an interval, and read again when it changed. A changed
/// file that can't be used changes nothing: the key that was read before goes on signing, and <see cref="Trouble"/> says why.
/// </summary>
internal sealed class KeyFile
{
    private readonly string _path;
    private readonly TimeSpan _interval;
    private readonly IKeyFiles _files;
    private readonly TimeProvider _time;
    private Loaded? _loaded;
    private KeyTrouble? _trouble;
    private long _looked;

    public KeyFile(string path, TimeSpan interval, IKeyFiles files, TimeProvider time)
    {
        (_path, _interval, _files, _time) = (path, interval, files, time);
        _looked = time.GetTimestamp();
        Load();
    }

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public KeyTrouble? Trouble => Volatile.Read(ref _trouble);

    /// <summary>The key; null when the file could never be used.</summary>
    public PrivateKey? Current()
    {
        var looked = Volatile.Read(ref _looked);
        // One thread looks; the others sign with what there is.
        if (_time.GetElapsedTime(looked) >= _interval && Interlocked.CompareExchange(ref _looked, _time.GetTimestamp(), looked) == looked) Look();
        return Volatile.Read(ref _loaded)?.Key;
    }

    private void Look()
    {
        if (Trouble is not null || _files.Look(_path) != _loaded?.Mark) Load();
    }

    private void Load()
    {
        switch (_files.Read(_path))
        {
            case KeyFileOutcome.Read read:
                if (PrivateKey.Read(read.Text, out var error) is not { } key)
                {
                    Refuse(KeyFileProblem.NoKey, error.ToString());
                    break;
                }
                // A key that is replaced is not disposed of: another thread may be signing with it. The collector does it.
                Volatile.Write(ref _loaded, new Loaded(read.Mark, key));
                Volatile.Write(ref _trouble, null);
                break;
            case KeyFileOutcome.Refused refused:
                Refuse(refused.Problem, refused.Detail);
                break;
        }
    }

    private void Refuse(KeyFileProblem problem, string detail) => Volatile.Write(ref _trouble, new KeyTrouble(_path, problem, detail, HasOldKey: _loaded is not null));

    private sealed record Loaded(KeyFileMark Mark, PrivateKey Key);
}
