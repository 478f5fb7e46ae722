namespace Todoku.Relay.Operating;

/// <summary>
/// Something that is made from files and made anew when they change: users, certificates, keys. The old one stays while the new files can't be used,
/// as happens while somebody is still writing them. All members may be called by several threads at once.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
public sealed class ReloadingFiles<T>
    where T : class
{
    /// <summary>How long files are taken to be as they were; a look at them costs a system call for each.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<string> _paths;
    private readonly Func<T> _load;
    private readonly Action<string> _tell;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private (DateTime Changed, long Size)[] _stamps;
    private long _looked;
    private T _current;

    /// <summary>Makes it, and loads for the first time.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="load">Makes it from the files; throws an <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or <see cref="FormatException"/>
    /// that says why it can't.</param>
    /// <param name="tell">Is told why files that changed could not be used, once for each change.</param>
    /// <param name="time">The clock.</param>
    public ReloadingFiles(IReadOnlyList<string> paths, Func<T> load, Action<string> tell, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(time);
        (_paths, _load, _tell, _time) = (paths, load, tell, time);
        _stamps = Stamps();
        _looked = time.GetTimestamp();
        _current = load();
    }

    /// <summary>What the files make now.</summary>
    public T Current
    {
        get
        {
            if (_time.GetElapsedTime(Interlocked.Read(ref _looked)) >= LookInterval) Look();
            return Volatile.Read(ref _current);
        }
    }

    /// <summary>Looks now, as after SIGHUP.</summary>
    public void Look()
    {
        // One looks; the others go on with what there is.
        if (!_lock.TryEnter()) return;
        try
        {
            Interlocked.Exchange(ref _looked, _time.GetTimestamp());
            var stamps = Stamps();
            if (stamps.AsSpan().SequenceEqual(_stamps)) return;
            _stamps = stamps;
            Volatile.Write(ref _current, _load());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            _tell(error.Message);
        }
        finally
        {
            _lock.Exit();
        }
    }

    // A link that is set to another file, as certificate clients do, counts by what it leads to.
    private (DateTime Changed, long Size)[] Stamps() => [.. _paths.Select(path =>
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
            return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    })];
}
