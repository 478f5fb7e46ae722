using Todoku.Apply.Changes;
using Todoku.Apply.Hosts;
using Todoku.Apply.Journals;
using Todoku.Apply.Running;

namespace Todoku.Apply.Tests.Running;

/// <summary>A change is made as a whole or not at all, and can be undone until somebody else has changed a file.</summary>
public sealed class ApplierTests
{
    private const string Main = "/etc/postfix/main.cf";
    private const string Before = "# web server\nmydestination =\n";
    private static readonly ChangeRequest Relay = new ChangeRequest.RelayHost("relay.example", 587, "web1", "p4ss", true);

    private readonly FakeHost _host = new() { Files = { [Main] = Before } };
    private readonly Journal _journal;
    private readonly Applier _applier;

    public ApplierTests()
    {
        _journal = new Journal(_host, "/state");
        _applier = new Applier(_host, new NoNameServers(), _journal, TimeProvider.System);
    }

    [Fact]
    public async Task Makes_checks_and_reloads_and_undoes()
    {
        Assert.Equal(1, Assert.IsType<ApplyOutcome.Made>(await MakeAsync(Relay)).Number);

        Assert.Contains("relayhost = [relay.example]:587\n", _host.Files[Main], StringComparison.Ordinal);
        Assert.Equal("postmap -c /etc/postfix hash:/etc/postfix/sasl_passwd", _host.Ran.Single(line => line.StartsWith("postmap", StringComparison.Ordinal)));
        Assert.True(_host.Ran.IndexOf("postfix -c /etc/postfix check") < _host.Ran.IndexOf("postfix -c /etc/postfix reload"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, _host.Modes["/etc/postfix/sasl_passwd"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, _host.Modes["/state/000001.0.after"]);
        Assert.Equal(JournalState.Made, _journal.Read()[0].State);

        Assert.IsType<ApplyOutcome.Made>(await UndoAsync());

        Assert.Equal(Before, _host.Files[Main]);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd", _host.Files.Keys);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd.db", _host.Files.Keys);
        Assert.Equal(JournalState.Undone, _journal.Read()[0].State);
        Assert.IsType<UndoPlan.NothingLeft>(new UndoPlanner(_host, _journal).Plan(_journal.Read()[0]));
    }

    [Theory]
    [InlineData("postfix -c /etc/postfix check")]
    [InlineData("postfix -c /etc/postfix reload")]
    [InlineData("postmap -c /etc/postfix hash:/etc/postfix/sasl_passwd")]
    [InlineData("postconf -c /etc/postfix -h relayhost")]
    public async Task What_fails_is_taken_back(string failing)
    {
        _host.Rule = line => line == failing ? new CommandResult(1, "", "fatal: no") : null;

        var outcome = await MakeAsync(Relay);

        // A reload that fails fails again when it is to put the old state in force.
        if (failing.EndsWith("reload", StringComparison.Ordinal)) Assert.Equal([$"{failing}: fatal: no"], Assert.IsType<ApplyOutcome.Stuck>(outcome).Left);
        else Assert.Equal((failing, "fatal: no"), Assert.IsType<ApplyOutcome.TakenBack>(outcome) is var taken ? (taken.What, taken.Complaint) : default);
        Assert.Equal(Before, _host.Files[Main]);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd", _host.Files.Keys);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd.db", _host.Files.Keys);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_takes_back_those_before_it()
    {
        _host.ReadOnly.Add(Main);

        Assert.Equal(Main, Assert.IsType<ApplyOutcome.TakenBack>(await MakeAsync(Relay)).What);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd", _host.Files.Keys);
    }

    [Fact]
    public async Task A_file_that_was_changed_since_it_was_shown_is_left()
    {
        var change = await PlanAsync(Relay);
        _host.Files[Main] += "x = 1\n";

        Assert.Equal(Main, Assert.IsType<ApplyOutcome.ChangedSince>(await _applier.MakeAsync(change)).Path);
        Assert.Equal(Before + "x = 1\n", _host.Files[Main]);
        Assert.Empty(_journal.Read());
    }

    [Fact]
    public async Task What_somebody_changed_since_is_not_undone_but_shown()
    {
        await MakeAsync(Relay);
        _host.Files[Main] += "x = 1\n";

        var since = Assert.IsType<UndoPlan.ChangedSince>(new UndoPlanner(_host, _journal).Plan(_journal.Read()[0]));

        Assert.Equal(Main, since.Path);
        Assert.Contains("+x = 1", since.Diff);
        Assert.DoesNotContain(since.Diff, line => line.Contains("p4ss", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_changes_of_a_file_are_undone_the_last_one_first()
    {
        await MakeAsync(Relay);
        await MakeAsync(new ChangeRequest.Helo("mail.customer.example"));

        Assert.IsType<UndoPlan.ChangedSince>(new UndoPlanner(_host, _journal).Plan(_journal.Read()[0]));
        await UndoAsync();
        await UndoAsync();

        Assert.Equal(Before, _host.Files[Main]);
    }

    [Fact]
    public async Task What_was_stopped_in_the_middle_is_undone()
    {
        var change = await PlanAsync(Relay);
        _journal.Begin(change, TimeProvider.System.GetUtcNow());
        _host.Files["/etc/postfix/sasl_passwd"] = change.Files[0].After!;

        Assert.IsType<ApplyOutcome.Made>(await UndoAsync());

        Assert.Equal(Before, _host.Files[Main]);
        Assert.DoesNotContain("/etc/postfix/sasl_passwd", _host.Files.Keys);
    }

    [Fact]
    public async Task A_server_that_does_not_run_is_not_reloaded()
    {
        _host.IsRunning = false;

        Assert.IsType<ApplyOutcome.Made>(await MakeAsync(Relay));
        Assert.DoesNotContain("postfix -c /etc/postfix reload", _host.Ran);
    }

    private async Task<Change> PlanAsync(ChangeRequest request) =>
        Assert.IsType<Proposal.Ready>(await new ChangePlanner(_host, new NoNameServers(), null).PlanAsync(request, TestContext.Current.CancellationToken)).Change;

    private async Task<ApplyOutcome> MakeAsync(ChangeRequest request) => await _applier.MakeAsync(await PlanAsync(request));

    private async Task<ApplyOutcome> UndoAsync()
    {
        var entry = _journal.Read().Last(one => one.State != JournalState.Undone);
        return await _applier.UndoAsync(entry, Assert.IsType<UndoPlan.Ready>(new UndoPlanner(_host, _journal).Plan(entry)).Change);
    }
}
