using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>
/// The one writer: a thread that takes all changes that wait, makes them in one transaction, syncs the disk once, and answers them all. While it
/// syncs, the next ones gather: the slower the disk, the larger the group.
/// </summary>
/// <typeparam name="TSession">Its connection.</typeparam>
internal sealed class GroupWriter<TSession> : IDisposable
    where TSession : class, IWriteSession
{
    // Bounds the time of a transaction, and what is undone when it fails.
    private const int MaxGroup = 2048;

    // EROFS (errno.h of Linux), which .NET gives as it is.
    private const int ReadOnlyFileSystem = 30;

    private readonly WriterOptions<TSession> _options;
    private readonly Queue<WriteRequest<TSession>> _waiting = new();
    private readonly Thread _thread;
    private readonly ITimer _probe;
    private FileStream? _lock;
    private bool _isClosing;
    private TSession? _session;
    private QueueHealth _health;

    public GroupWriter(WriterOptions<TSession> options)
    {
        _options = options;
        _health = new QueueHealth(null, "", options.Time.GetUtcNow());
        _thread = new Thread(Run) { IsBackground = true, Name = $"{options.Name} writer" };
        _thread.Start();
        _probe = options.Time.CreateTimer(_ => Probe(), null, options.ProbeInterval, options.ProbeInterval);
    }

    /// <summary>Whether it can write; by the last try.</summary>
    public QueueHealth Health => Volatile.Read(ref _health);

    public void Submit(WriteRequest<TSession> request)
    {
        lock (_waiting)
        {
            if (!_isClosing)
            {
                _waiting.Enqueue(request);
                if (_waiting.Count == 1) Monitor.Pulse(_waiting);
                return;
            }
        }
        request.Failed(StorageFault.Closed, $"the {_options.Name} is closed");
    }

    /// <summary>Makes the changes that wait, then closes.</summary>
    public void Dispose()
    {
        _probe.Dispose();
        lock (_waiting)
        {
            if (_isClosing) return;
            _isClosing = true;
            Monitor.Pulse(_waiting);
        }
        _thread.Join();
        _session?.Dispose();
        _lock?.Dispose();
    }

    private void Run()
    {
        var group = new List<WriteRequest<TSession>>();
        while (Take(group))
        {
            Write(group);
            group.Clear();
        }
    }

    private bool Take(List<WriteRequest<TSession>> group)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosing) return false;
                Monitor.Wait(_waiting);
            }
            while (group.Count < MaxGroup && _waiting.TryDequeue(out var request)) group.Add(request);
            return true;
        }
    }

    private void Write(List<WriteRequest<TSession>> group)
    {
        if (TryWrite(group, out var fault, out var detail) || (_options.HealsDamage && fault == StorageFault.Corrupt && TryWrite(group, out fault, out detail)))
        {
            if (!Health.IsWritable) Volatile.Write(ref _health, new QueueHealth(null, "", _options.Time.GetUtcNow()));
            foreach (var request in group) request.Done();
            return;
        }
        SetFault(fault, detail);
        // What makes room must not fail because of what takes it.
        var upkeep = fault == StorageFault.Full ? group.FindAll(request => request.IsUpkeep) : [];
        var isLess = upkeep.Count < group.Count;
        foreach (var request in upkeep) isLess |= request.TakeLess();
        var isDone = upkeep.Count > 0 && isLess && TryWrite(upkeep, out _, out _);
        foreach (var request in group)
        {
            if (isDone && request.IsUpkeep) request.Done();
            else request.Failed(fault, detail);
        }
    }

    private bool TryWrite(List<WriteRequest<TSession>> group, out StorageFault fault, out string detail)
    {
        try
        {
            _lock ??= Lock(_options.Path);
            _session ??= _options.Open();
            _session.BeginTransaction();
            foreach (var request in group) request.Execute(_session);
            _session.Commit();
            (fault, detail) = (default, "");
            return true;
        }
        catch (SqliteException exception)
        {
            (fault, detail) = (Faults.Of(exception.Code), exception.Message);
        }
        catch (NewerDatabaseException exception)
        {
            (fault, detail) = (StorageFault.Newer, exception.Message);
        }
        catch (DirectoryNotFoundException exception)
        {
            (fault, detail) = (StorageFault.Failed, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            (fault, detail) = (StorageFault.ReadOnly, exception.Message);
        }
        catch (IOException exception)
        {
            // The lock file; nothing else here throws this.
            (fault, detail) = (exception.HResult == ReadOnlyFileSystem ? StorageFault.ReadOnly : StorageFault.InUse, exception.Message);
        }
        _session?.Rollback();
        if (!Faults.NeedsReopening(fault)) return false;
        _session?.Dispose();
        _session = null;
        return false;
    }

    private void SetFault(StorageFault fault, string detail)
    {
        var health = Health;
        if (health.Fault == fault) return;
        Volatile.Write(ref _health, new QueueHealth(fault, detail, _options.Time.GetUtcNow()));
    }

    private void Probe()
    {
        if (Health.IsWritable) return;
        foreach (var request in _options.Probe()) Submit(request);
    }

    // Held as long as this process lives; the system lets it go with the process, however that ends.
    private static FileStream Lock(string path) => new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
