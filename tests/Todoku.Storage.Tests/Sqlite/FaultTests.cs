using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.Storage.Tests.Sqlite;

/// <summary>A disk that is full, read-only or broken: what is queued stays, what is new is refused, and all is well when the reason ends.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_full_database_refuses_takes_back_and_accepts_again()
    {
        using var folder = new TempFolder();
        var queued = new List<QueueId>();
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { MaxPages = 200 });
        EnqueueOutcome outcome;
        while ((outcome = await queue.EnqueueAsync(Mails.Make(size: 50_000), default)) is EnqueueOutcome.Queued done) queued.Add(done.Id);

        Assert.Equal(StorageFault.Full, Assert.IsType<EnqueueOutcome.Refused>(outcome).Fault);
        Assert.Equal(StorageFault.Full, queue.Health.Fault);
        Assert.True(queued.Count > 5);
        Assert.All(queued, id => Assert.Equal(50_000, Mails.ReadAll(queue, id).Length));

        await SqliteMailQueueTests.SettleAsync(queue, [.. queued.Select(id => new EntryOutcome.Delivered(new EntryId(id, 0)))]);
        await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make(size: 50_000));
        Assert.True(queue.Health.IsWritable);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_keeps_its_last_bytes_for_what_is_queued()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(Mails.Time);
        var free = 1_000_000L;
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { Time = time, LeastFree = 500_000, FreeSpace = _ => free });
        var id = await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());

        free = 499_999;
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(StorageFault.Full, Assert.IsType<EnqueueOutcome.Refused>(await queue.EnqueueAsync(Mails.Make(), default)).Fault);
        Assert.Equal(StorageFault.Full, queue.Health.Fault);
        await SqliteMailQueueTests.SettleAsync(queue, new EntryOutcome.Delivered(new EntryId(id, 0)));

        free = 500_000;
        time.Advance(TimeSpan.FromSeconds(2));
        await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());
        Assert.True(queue.Health.IsWritable);
    }

    [Fact]
    public async Task A_real_full_disk_loses_nothing()
    {
        using var folder = new TempFolder();
        using var disk = Disk.Mount(folder.Path, "size=4m");
        var queued = new List<QueueId>();
        await using (var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { LeastFree = 0 }))
        {
            EnqueueOutcome outcome;
            while ((outcome = await queue.EnqueueAsync(Mails.Make(size: 50_000), default)) is EnqueueOutcome.Queued done) queued.Add(done.Id);
            Assert.Equal(StorageFault.Full, Assert.IsType<EnqueueOutcome.Refused>(outcome).Fault);
            Assert.Equal(queued, (await Mails.LoadAsync(queue)).Select(entry => entry.Id.Message));

            disk.Remount("size=32m");
            queued.Add(await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make(size: 50_000)));
            Assert.True(queue.Health.IsWritable);
        }
        await using var again = new SqliteMailQueue(new QueueOptions(folder.Queue) { LeastFree = 0 });
        Assert.Equal(queued, (await Mails.LoadAsync(again)).Select(entry => entry.Id.Message));
        Assert.All(queued, id => Assert.Equal(Mails.Content(50_000), Mails.ReadAll(again, id)));
    }

    [Fact]
    public async Task A_read_only_disk_refuses_until_it_is_writable_again()
    {
        using var folder = new TempFolder();
        using var disk = Disk.Mount(folder.Path, "size=32m");
        await using (var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { LeastFree = 0 })) await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());
        disk.Remount("ro");

        await using var again = new SqliteMailQueue(new QueueOptions(folder.Queue) { LeastFree = 0 });
        var refused = Assert.IsType<EnqueueOutcome.Refused>(await again.EnqueueAsync(Mails.Make(), default));
        Assert.Equal((StorageFault.ReadOnly, StorageFault.ReadOnly), (refused.Fault, again.Health.Fault));

        disk.Remount("rw");
        await SqliteMailQueueTests.EnqueueAsync(again, Mails.Make());
        Assert.Equal(2, (await Mails.LoadAsync(again)).Count);
    }

    [Fact]
    public async Task A_damaged_file_is_said_and_left_alone()
    {
        using var folder = new TempFolder();
        var garbage = Mails.Content(100_000);
        await File.WriteAllBytesAsync(folder.Queue, garbage);
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue));

        Assert.Equal(StorageFault.Corrupt, Assert.IsType<LoadOutcome.Failed>(await queue.LoadAsync(_ => { })).Fault);
        Assert.Equal(StorageFault.Corrupt, Assert.IsType<EnqueueOutcome.Refused>(await queue.EnqueueAsync(Mails.Make(), default)).Fault);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(folder.Queue));

        File.Delete(folder.Queue);
        await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());
        Assert.True(queue.Health.IsWritable);
    }

    [Fact]
    public async Task A_queue_has_one_owner_and_the_next_takes_over()
    {
        using var folder = new TempFolder();
        var first = SqliteMailQueueTests.Open(folder);
        await SqliteMailQueueTests.EnqueueAsync(first, Mails.Make());
        await using var second = SqliteMailQueueTests.Open(folder);

        Assert.Equal(StorageFault.InUse, Assert.IsType<EnqueueOutcome.Refused>(await second.EnqueueAsync(Mails.Make(), default)).Fault);
        await first.DisposeAsync();
        await SqliteMailQueueTests.EnqueueAsync(second, Mails.Make());
    }

    [Fact]
    public async Task A_newer_queue_is_left_alone()
    {
        using var folder = new TempFolder();
        await using (var queue = SqliteMailQueueTests.Open(folder)) await SqliteMailQueueTests.EnqueueAsync(queue, Mails.Make());
        using (var database = Storage.Sqlite.Native.Database.Open(folder.Queue, isReadOnly: false)) database.Execute("PRAGMA user_version=999");

        await using var again = SqliteMailQueueTests.Open(folder);
        Assert.Equal(StorageFault.Newer, Assert.IsType<EnqueueOutcome.Refused>(await again.EnqueueAsync(Mails.Make(), default)).Fault);
    }

    [Fact]
    public async Task A_queue_that_nobody_writes_to_finds_out_by_itself_that_it_can()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(Mails.Time);
        await File.WriteAllBytesAsync(folder.Queue, Mails.Content(100_000));
        await using var queue = new SqliteMailQueue(new QueueOptions(folder.Queue) { Time = time });
        await queue.LoadAsync(_ => { });
        Assert.False(queue.Health.IsWritable);

        File.Delete(folder.Queue);
        time.Advance(TimeSpan.FromSeconds(1));
        // Its answer comes behind the probe's.
        await queue.BeginAsync([], default);

        Assert.True(queue.Health.IsWritable);
    }

    /// <summary>A small file system of its own; the test is skipped where it may not be mounted.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly string _path;

        private Disk(string path) => _path = path;

        public static Disk Mount(string path, string options)
        {
            if (!Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path)) Assert.Skip("mounting a tmpfs needs root and the right to mount");
            return new Disk(path);
        }

        public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", _path));

        public void Dispose() => Run("umount", _path);

        private static bool Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
