using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;
using Todoku.Storage.Sqlite;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Tests.Sqlite;

public sealed class SqliteRelayStateTests
{
    private readonly FakeTimeProvider _time = new(Mails.Time);

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var state = Open(folder))
        {
            await PutAsync(state, Row("block", "google|direct", "since today"), Row("block", "経路", "理由"), Row("tls", "google|direct", "1.3"));
            await PutAsync(state, Row("block", "google|direct", "since yesterday"));
        }
        await using var again = Open(folder);

        Assert.Equal(["google|direct=since yesterday", "経路=理由"], await ReadAsync(again, "block"));
        Assert.Equal(["google|direct=1.3"], await ReadAsync(again, "tls"));
        Assert.Null(again.SetAside);
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_what_is_unknown_is_passed_over()
    {
        using var folder = new TempFolder();
        await using (var state = Open(folder))
        {
            await PutAsync(state, Row("block", "a"), Row("block", "b"));
            Assert.IsType<WriteOutcome.Done>(await state.RemoveAsync("block", ["a", "unknown"], default));
        }
        await using var again = Open(folder);
        Assert.Equal(["b="], await ReadAsync(again, "block"));
    }

    [Fact]
    public async Task What_has_expired_is_not_given_and_then_not_kept()
    {
        using var folder = new TempFolder();
        await using (var state = Open(folder))
        {
            await PutAsync(state, Row("block", "short", expires: Mails.Time.AddHours(1)), Row("block", "long", expires: Mails.Time.AddDays(1)), Row("block", "ever"));
            _time.Advance(TimeSpan.FromHours(2));
            Assert.Equal(["ever=", "long="], await ReadAsync(state, "block"));
            await PutAsync(state, Row("tls", "x"));
        }
        using var database = Database.Open(File(folder), isReadOnly: true);
        Assert.Equal(3, database.Number("SELECT count(*) FROM state"));
    }

    [Fact]
    public async Task A_kind_that_is_full_forgets_what_expires_soonest_and_refuses_when_nothing_does()
    {
        using var folder = new TempFolder();
        await using var state = new SqliteRelayState(Options(folder) with { MaxRowsPerKind = 3 });
        await PutAsync(state, Row("block", "a", expires: Mails.Time.AddHours(2)), Row("block", "b", expires: Mails.Time.AddHours(1)), Row("block", "c"));
        await PutAsync(state, Row("block", "d"), Row("tls", "x"));
        await PutAsync(state, Row("block", "e"), Row("block", "c", "changed"));
        Assert.Equal(["c=changed", "d=", "e="], await ReadAsync(state, "block"));

        var refused = Assert.IsType<WriteOutcome.Failed>(await state.PutAsync([Row("tls", "y"), Row("block", "f")], default));
        Assert.Equal(StorageFault.Full, refused.Fault);
        Assert.Contains("block", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(["x="], await ReadAsync(state, "tls"));
        Assert.True(state.Health.IsWritable);
        await PutAsync(state, Row("block", "e", "again"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_file_is_set_aside_and_an_empty_one_begun(int damagedAt)
    {
        using var folder = new TempFolder();
        await using (var state = Open(folder)) await PutAsync(state, [.. Enumerable.Range(0, 200).Select(i => Row("block", $"key {i}", new string('x', 200)))]);
        var bytes = await System.IO.File.ReadAllBytesAsync(File(folder));
        bytes.AsSpan(damagedAt, 3000).Fill(0xA5);
        await System.IO.File.WriteAllBytesAsync(File(folder), bytes);

        await using var again = Open(folder);
        Assert.Empty(await ReadAsync(again, "block"));

        Assert.NotNull(again.SetAside);
        Assert.Equal((Mails.Time, File(folder) + ".damaged-20261124T090000"), (again.SetAside.FoundAt, again.SetAside.Path));
        Assert.NotEmpty(again.SetAside.Detail);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(again.SetAside.Path));
        await PutAsync(again, Row("block", "new"));
        Assert.Equal(["new="], await ReadAsync(again, "block"));
    }

    [Fact]
    public async Task A_state_in_use_refuses_until_it_is_free()
    {
        using var folder = new TempFolder();
        var first = Open(folder);
        await PutAsync(first, Row("block", "a"));
        await using var second = Open(folder);
        Assert.Equal(StorageFault.InUse, Assert.IsType<LoadOutcome.Failed>(await second.LoadAsync("block", _ => { })).Fault);

        await first.DisposeAsync();
        Assert.Equal(StorageFault.Closed, Assert.IsType<WriteOutcome.Failed>(await first.PutAsync([Row("block", "b")], default)).Fault);
        Assert.Equal(["a="], await ReadAsync(second, "block"));
        Assert.True(second.Health.IsWritable);
    }

    [Fact]
    public async Task Rows_that_are_too_long_are_the_callers_fault()
    {
        using var folder = new TempFolder();
        await using var state = Open(folder);
        foreach (var row in new[] { Row("", "x"), Row("block", new string('x', StateRow.MaxKeyLength + 1)), Row("block", "x", new string('x', StateRow.MaxValueLength + 1)) })
            await Assert.ThrowsAsync<ArgumentException>(() => state.PutAsync([row], default).AsTask());
    }

    private static StateRow Row(string kind, string key, string value = "", DateTimeOffset? expires = null) => new(kind, key, Encoding.UTF8.GetBytes(value), expires);

    private static string File(TempFolder folder) => Path.Combine(folder.Path, "state.db");

    private StateOptions Options(TempFolder folder) => new(File(folder)) { Clock = new SteadyClock(_time) };

    private SqliteRelayState Open(TempFolder folder) => new(Options(folder));

    private static async Task PutAsync(SqliteRelayState state, params StateRow[] rows) => Assert.IsType<WriteOutcome.Done>(await state.PutAsync(rows, default));

    private static async Task<List<string>> ReadAsync(SqliteRelayState state, string kind)
    {
        var rows = new List<string>();
        Assert.IsType<LoadOutcome.Loaded>(await state.LoadAsync(kind, row => rows.Add($"{row.Key}={Encoding.UTF8.GetString(row.Value.Span)}")));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
