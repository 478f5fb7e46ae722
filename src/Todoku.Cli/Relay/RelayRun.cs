using System.Net.Sockets;
using System.Runtime.InteropServices;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Log;
using Todoku.Smtp.Client.Connecting;
using Todoku.Storage.Sqlite;

namespace Todoku.Cli.Relay;

/// <summary>Runs the relay until it is told to stop.</summary>
internal sealed class RelayRun(CliConsole console, Language language)
{
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs it.</summary>
    /// <param name="file">The configuration.</param>
    public int Run(string file)
    {
        if (ConfigurationReader.Read(file, language) is not ConfigurationOutcome.Valid valid)
        {
            foreach (var problem in ((ConfigurationOutcome.Invalid)ConfigurationReader.Read(file, language)).Problems) console.Error.WriteLine(problem);
            return ExitStatus.WrongArguments;
        }
        return RunAsync(new ConfigurationHolder(valid.Configuration, language)).GetAwaiter().GetResult();
    }

    private async Task<int> RunAsync(ConfigurationHolder holder)
    {
        var configuration = holder.Current;
        MakeDataFolder(configuration);
        using var manager = SystemdNotifier.Create(Variable, Environment.ProcessId, console.Time);
        await using var log = new RelayLog(() => OpenLog(configuration), configuration.HostName.ToString(), console.Time);
        await using var state = new SqliteRelayState(new StateOptions(Path.Combine(configuration.DataFolder, "state.db")));
        var seams = new RelaySeams
        {
            Queue = new SqliteMailQueue(new QueueOptions(Path.Combine(configuration.DataFolder, "queue.db")) { LeastFree = configuration.Queue.LeastFree, Time = console.Time }),
            State = state,
            Dns = DnsResolver.Create(new DnsResolverOptions { Servers = configuration.Resolvers }, console.Time),
            Knowledge = KnowledgeBase.LoadEmbedded(),
            Connector = new SocketConnector(console.Time),
            Log = log,
            Time = console.Time,
        };
        var service = await OpenAsync(seams, holder).ConfigureAwait(false);
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
            service.Begin();
            log.Said("info", Status(service));
            manager.Ready(Status(service));
            await _stop.Task.ConfigureAwait(false);
            manager.Stopping();
            log.Said("info", "stopping: what is under way is finished first");
        }
        return ExitStatus.Fine;
    }

    private async Task<RelayService> OpenAsync(RelaySeams seams, ConfigurationHolder holder)
    {
        try
        {
            return await RelayService.OpenAsync(seams, holder, SystemdSockets.Take(Variable, Environment.ProcessId)).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw new UnreadableException(CannotListen(holder.Current, error));
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

    private string CannotListen(RelayConfiguration configuration, SocketException error)
    {
        var where = string.Join(", ", configuration.Listeners.Select(one => one.EndPoint));
        return language == Language.Japanese
            ? $"{where} で待ち受けできません: {error.Message}。別のプログラムがそのポートを使っていないか（ss -ltnp）、1024 未満のポートなら権限があるかを確かめてください。"
            : $"can't listen on {where}: {error.Message}. See whether another program has the port (ss -ltnp), and, below 1024, whether the relay may have it.";
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.TrySetResult();
    }

    private Stream OpenLog(RelayConfiguration configuration) =>
        configuration.Log.File is { } file ? new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1 << 16) : console.Output;
}
