using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;
using Todoku.Relay.Operating.Sockets;
using Todoku.Web;

namespace Todoku.Cli.Relay;

/// <summary>Runs the relay until it is told to stop.</summary>
internal sealed class RelayRun(CliConsole console, Language language)
{
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs it.</summary>
    /// <param name="file">The configuration.</param>
    public int Run(string file)
    {
        var outcome = ConfigurationReader.Read(file, language);
        if (outcome is ConfigurationOutcome.Valid valid) return RunAsync(new ConfigurationHolder(valid.Configuration, language)).GetAwaiter().GetResult();
        foreach (var problem in ((ConfigurationOutcome.Invalid)outcome).Problems) console.Error.WriteLine(problem);
        return ExitStatus.WrongArguments;
    }

    private async Task<int> RunAsync(ConfigurationHolder holder)
    {
        var configuration = holder.Current;
        var inherited = Inherit(configuration);
        var sockets = BindSockets(configuration, inherited.Listeners);
        var http = inherited.Http ?? Bind(configuration.Http?.EndPoint);
        var metrics = inherited.Metrics ?? Bind(configuration.Metrics);
        GiveUpRoot(configuration);
        MakeDataFolder(configuration);
        using var manager = SystemdNotifier.Create(Variable, Environment.ProcessId, console.Time);
        await using var log = new RelayLog(() => OpenLog(configuration), configuration.HostName.ToString(), console.Time);
        await using var composition = new RelayComposition(configuration, log, console.Time);
        var seams = composition.Seams;
        var service = await OpenAsync(seams, holder, sockets, inherited.Sendmail).ConfigureAwait(false);
        await using (service.ConfigureAwait(false))
        {
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
            using var reload = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true;
                manager.Reloading();
                log.Reopen();
                Reload(service, log);
                manager.Ready(Status(service));
            });
            using var watchdog = manager.WatchdogPeriod is { } period ? console.Time.CreateTimer(_ => manager.Alive(), null, period / 2, period / 2) : null;
            var doors = await RelayDoors.OpenAsync(service, seams, http, metrics, inherited.Control).ConfigureAwait(false);
            await using var _ = doors.ConfigureAwait(false);
            service.Begin();
            log.Said("info", Status(service));
            manager.Ready(Status(service));
            await _stop.Task.ConfigureAwait(false);
            manager.Stopping();
            log.Said("info", "stopping: what is under way is finished first");
        }
        return ExitStatus.Fine;
    }

    // What is not taken is not closed in silence: whoever connects to it would wait for ever.
    private SocketAssignment Inherit(RelayConfiguration configuration)
    {
        var inherited = SocketAssignment.Of(configuration, SystemdSockets.Take(Variable, Environment.ProcessId));
        return inherited.Refusals.Count == 0 ? inherited : throw new UnreadableException(string.Join('\n', inherited.Refusals.Select(one => SocketRefusalText.Of(one, language))));
    }

    // Before root is given up, which ports below 1024 need.
    private IReadOnlyList<Socket> BindSockets(RelayConfiguration configuration, IReadOnlyList<Socket> inherited)
    {
        try
        {
            return ListeningSockets.Bind(configuration, inherited);
        }
        catch (IOException error)
        {
            throw new UnreadableException(CannotListen(error.Message));
        }
    }

    private Socket? Bind(IPEndPoint? place)
    {
        if (place is null) return null;
        try
        {
            return ListeningSockets.Bind(place);
        }
        catch (SocketException error)
        {
            throw new UnreadableException(CannotListen($"{place}: {error.Message}"));
        }
    }

    // Before any file is opened, so that all of them belong to the user.
    private void GiveUpRoot(RelayConfiguration configuration)
    {
        if (configuration.User is not { } user) return;
        if (UserAccount.IsRoot && UserAccount.Find(user) is { } account) RelayFolders.Prepare(configuration, account);
        if (Privileges.DropTo(user) is not PrivilegeOutcome.Dropped and var outcome) throw new UnreadableException(CannotBecome(user, outcome));
    }

    private async Task<RelayService> OpenAsync(RelaySeams seams, ConfigurationHolder holder, IReadOnlyList<Socket> sockets, Socket? sendmail)
    {
        try
        {
            return await RelayService.OpenAsync(seams, holder, sockets, sendmail).ConfigureAwait(false);
        }
        catch (QueueInUseException)
        {
            throw new UnreadableException(QueueInUse(holder.Current.DataFolder));
        }
        catch (SocketException error)
        {
            throw new UnreadableException(CannotListen(error.Message));
        }
        catch (FormatException error)
        {
            throw new UnreadableException(error.Message);
        }
    }

    private void MakeDataFolder(RelayConfiguration configuration)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(configuration.DataFolder);
            else Directory.CreateDirectory(configuration.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(language == Language.Japanese
                ? $"データフォルダー {configuration.DataFolder} を作れません: {error.Message}。設定の [relay] data を直すか、書き込みできるようにしてください。"
                : $"can't make the data folder {configuration.DataFolder}: {error.Message}. Change data in [relay], or let the relay write there.");
        }
    }

    private string? Variable(string name) => console.Environment.GetValueOrDefault(name);

    private static string Status(RelayService service) => $"listening on {string.Join(", ", service.EndPoints)}";

    private static void Reload(RelayService service, RelayLog log)
    {
        switch (service.Reload())
        {
            case ReloadOutcome.Reloaded { NeedRestart.Count: 0 }:
                log.Said("info", "the configuration was read anew");
                break;
            case ReloadOutcome.Reloaded reloaded:
                log.Said("warning", $"the configuration was read anew; a restart is needed for {string.Join(", ", reloaded.NeedRestart)}");
                break;
            case ReloadOutcome.Refused refused:
                foreach (var problem in refused.Problems) log.Said("error", $"{problem}; the old configuration is kept");
                break;
        }
    }

    private string CannotListen(string reason) => language == Language.Japanese
        ? $"待ち受けできません（{reason}）。別のプログラムがそのポートを使っていないか（ss -ltnp）、1024未満のポートなら権限があるかを確かめてください。"
        : $"can't listen: {reason}. See whether another program has the port (ss -ltnp), and, below 1024, whether the relay may have it.";

    private string QueueInUse(string folder) => language == Language.Japanese
        ? $"{folder} のキューは別のプログラムが開いています。リレーがすでに動いていないか（systemctl status todoku-relay）、todoku queue が終わっているかを確かめてください。"
        : $"the queue in {folder} is open in another program. See whether a relay runs already (systemctl status todoku-relay), and whether todoku queue has ended.";

    private string CannotBecome(string user, PrivilegeOutcome outcome) => (outcome, language) switch
    {
        (PrivilegeOutcome.NoSuchUser, Language.Japanese) => $"利用者 {user} がいません。useradd --system --home-dir /var/lib/todoku --shell /usr/sbin/nologin {user} を実行するか、[relay] の user を直してください。",
        (PrivilegeOutcome.NoSuchUser, _) => $"there is no user {user}: useradd --system --home-dir /var/lib/todoku --shell /usr/sbin/nologin {user}, or change user in [relay].",
        (PrivilegeOutcome.NotRoot, Language.Japanese) => $"利用者 {user} になれるのはrootだけです。rootで起動するか、{user} として起動してください。",
        (PrivilegeOutcome.NotRoot, _) => $"only root can become {user}: start the relay as root, or as {user}.",
        (PrivilegeOutcome.Refused refused, Language.Japanese) => $"利用者 {user} になれません（{refused.Reason}）。",
        (PrivilegeOutcome.Refused refused, _) => $"can't become {user}: {refused.Reason}.",
        _ => "",
    };

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.TrySetResult();
    }

    private Stream OpenLog(RelayConfiguration configuration) =>
        configuration.Log.File is { } file ? new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1 << 16) : console.Output;
}
